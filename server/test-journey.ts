import { asc, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { auditEntries, outboxEvents } from '#platform/changes/table.ts'
import { checkTrail } from '#platform/changes/trail.ts'
import type { Client } from './api.ts'
import { letters, linkIn, PASSWORD } from './test-browser.ts'
import type { testDoors } from './test-doors.ts'
import type { TestWorld } from './test-world.ts'

/** Asks for an operation by its name, with a person's access token or none. @throws the problem of a refusal */
export type Ask = (operation: string, input: object, token?: string) => Promise<unknown>

type View = Awaited<ReturnType<Client['expressionsOfInterest']['get']>>
type Rows<Row = { id: string; sentence: string; subject: string }> = { rows: Row[] }
type MailLine = { id: string; subject: string; locale: string }
type Matches = Awaited<ReturnType<Client['matches']['ofListing']>>

const need = {
  side: 'need',
  language: 'en',
  visibility: 'anonymous',
  title: 'Ozone treatment of dyeing waste water is sought',
  summary: 'Our dyeing waste water keeps its colour. We look for ozone treatment that removes it.',
  keywords: ['ozone treatment', 'waste water treatment', 'dyeing'],
}
const offer = {
  side: 'offer',
  language: 'de',
  title: 'Ozonbehandlung von Textilabwasser im Pilotmaßstab',
  summary: 'Wir entfärben Abwasser aus der Textilfärberei mit Ozon, im Labor und im Pilotmaßstab.',
  keywords: ['Ozonbehandlung', 'Abwasserbehandlung', 'Textilfärberei'],
}

/**
 * From the first look to the agreement, by what programs can ask for alone: a laboratory answers in German what an
 * unnamed dyeing works seeks in English.
 */
export async function journey(world: TestWorld, doors: ReturnType<typeof testDoors>, ask: Ask, door: 'rest' | 'mcp') {
  async function join(name: string, locale: string) {
    const email = `${name.toLowerCase()}@${door}.example`
    await ask('people.signUp', { name, email, password: PASSWORD, locale, acceptTerms: true })
    const { pathname, search } = new URL(await linkIn(world, email))
    expect((await doors.fetch(pathname + search, {})).status).toBeLessThan(400)
    const draft = { email, password: PASSWORD, scopes: ['read', 'write'] }
    const { secret } = (await ask('people.tokens.issue', draft)) as { secret: string }
    return { email, locale, token: secret }
  }
  const found = async (displayName: string, country: string, token: string) => {
    const draft = { legalName: `${displayName} Ltd`, displayName, organisationType: 'PRC', country }
    return ((await ask('organisations.create', draft, token)) as { id: string }).id
  }
  const publish = async (draft: object, organisation: string, token: string) => {
    const { id } = (await ask('listings.create', { ...draft, organisation }, token)) as { id: string }
    await ask('listings.publish', { id }, token)
    return id
  }

  const nora = await join('Nora', 'en')
  const works = await found('Wicklow Wool', 'IE', nora.token)
  const wanted = await publish(need, works, nora.token)

  // A visitor finds the need, and not whose it is.
  const { rows: board } = (await ask('listings.list', { q: 'ozone' })) as Rows<{ id: string; organisation: unknown }>
  expect(board).toMatchObject([{ id: wanted, organisation: null }])
  const draft = { listing: wanted, seeks: 'Ein Auftrag im Frühjahr.', brings: 'Eine Anlage, die nachts frei ist.' }
  await expect(ask('expressionsOfInterest.send', { ...draft, organisation: works })).rejects.toMatchObject({
    status: 401,
  })

  const olga = await join('Olga', 'fr')
  const lab = await found('Labor Halle', 'DE', olga.token)
  const offered = await publish(offer, lab, olga.token)
  const { rows: matches } = (await ask('matches.ofListing', { id: offered }, olga.token)) as Matches
  expect(matches[0]?.listing).toMatchObject({ id: wanted, organisation: null })
  expect(matches[0]?.reasons?.concepts).toContainEqual(
    expect.objectContaining({ own: 'Ozonbehandlung', theirs: expect.stringMatching(/ozone treatment/i) }),
  )
  expect(JSON.stringify([board, matches])).not.toMatch(/wicklow/i)

  const sent = (await ask(
    'expressionsOfInterest.send',
    { ...draft, organisation: lab, ownListing: offered },
    olga.token,
  )) as View
  expect(sent).toMatchObject({ stage: 'received', language: 'de', to: { organisation: null, country: 'IE' } })
  await world.settle()
  const { id } = sent
  const { rows: told } = (await ask('notifications.list', {}, nora.token)) as Rows
  expect(told.map(({ subject }) => subject)).toContain(id)

  const step = async (verb: string, input: object, token: string) => {
    const view = (await ask(`expressionsOfInterest.${verb}`, { id, ...input }, token)) as View
    await world.settle()
    return view
  }
  await step('reply', { body: 'This is what we look for. When could we see it?' }, nora.token)
  expect(await step('get', {}, olga.token)).toMatchObject({ stage: 'in-conversation', ownerKnown: false })
  await step('reveal', {}, nora.token)
  expect(await step('get', {}, olga.token)).toMatchObject({ to: { organisation: { displayName: 'Wicklow Wool' } } })
  const terms = { agreementType: 'supply', summary: 'Two weeks of trials in March, at cost.', closeListing: true }
  const { version } = await step('proposeAgreement', terms, nora.token)
  expect(await step('confirmAgreement', { version }, olga.token)).toMatchObject({
    stage: 'agreed',
    next: { step: 'done' },
  })
  expect(await ask('listings.get', { id: wanted })).toMatchObject({ status: 'fulfilled', outcome: 'through-entente' })

  // Both are told, each in their own language, on the site and by mail.
  for (const [name, { token, email, locale }] of Object.entries({ nora, olga })) {
    const { rows } = (await ask('notifications.list', {}, token)) as Rows
    expect(rows.filter(({ subject }) => subject === id).length, name).toBeGreaterThan(1)
    const { rows: mail } = (await ask('administration.mail.list', {}, token)) as Rows<MailLine>
    expect(new Set(mail.map((line) => line.locale)), name).toEqual(new Set([locale]))
    expect(mail.map(({ subject }) => subject)).toEqual((await letters(world, email)).map(({ subject }) => subject))
    expect(mail.length, name).toBeGreaterThan(2)
    // A link in a mail could open the whole account: a token that may not do that does not read it.
    expect(await ask('administration.mail.get', { id: mail[0]?.id }, token)).toMatchObject({ text: null, html: null })
  }

  const trail = await world.db
    .select({ event: auditEntries.event, door: auditEntries.door })
    .from(auditEntries)
    .where(eq(auditEntries.chain, works))
    .orderBy(asc(auditEntries.seq))
  expect(trail.filter((entry) => entry.door === door).map(({ event }) => event)).toEqual([
    'organisation.created',
    'listing.drafted',
    'listing.published',
    'expression.sent',
    'expression.replied',
    // The owner's first word begins the conversation.
    'expression.stage-moved',
    'listing.revealed',
    'expression.revealed',
    'expression.agreement-proposed',
    'expression.agreed',
    'listing.fulfilled',
  ])
  for (const chain of ['site', works, lab]) expect((await checkTrail(world.db, chain)).brokenAt, chain).toBeNull()
  const news = await world.db.select({ name: outboxEvents.name }).from(outboxEvents).orderBy(asc(outboxEvents.id))
  expect(news.map(({ name }) => name)).toEqual(expect.arrayContaining(trail.map(({ event }) => event)))
}

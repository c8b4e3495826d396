import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkTrail } from '#platform/changes/trail.ts'
import { HOUR } from '#platform/clock.ts'
import { getMail, listMail } from '#platform/mail/outbox.ts'
import { type TestPerson, type TestWorld, testWorld } from '#server/test-world.ts'

let world: TestWorld
let ana: TestPerson
let bruno: TestPerson
let bodega: string
let lab: string

beforeAll(async () => {
  world = await testWorld()
  ana = await world.person('Ana Ruiz')
  bruno = await world.person('Bruno Keller', { locale: 'fr' })
  bodega = await organisationOf(ana, 'Bodega Zarzamora', 'ES')
  lab = await organisationOf(bruno, 'Trocknungslabor', 'DE')
})
afterAll(() => world.close())

async function organisationOf(person: TestPerson, displayName: string, country: 'ES' | 'DE'): Promise<string> {
  const api = await person.api()
  const made = await api.organisations.create({
    legalName: `${displayName} S.A.`,
    displayName,
    organisationType: 'PRC',
    size: 'small',
    country,
    city: country === 'ES' ? 'Ronda' : 'Kassel',
  })
  return made.id
}

async function postedBy(person: TestPerson, organisation: string, more: object = {}): Promise<string> {
  const api = await person.api()
  const title = 'We need somebody who dries fruit with little energy'
  const { id } = await api.listings.create({ side: 'need', title, organisation, ...more })
  await api.listings.publish({ id })
  return id
}

const seeks = 'A trial with two hundred kilograms of fruit on a dryer of ours.'
const brings = 'Twelve years of drying with solar heat, and a mobile unit.'

async function textsTo(person: TestPerson): Promise<{ subject: string; text: string }[]> {
  const lines = await listMail(world.db, { person: person.id })
  const mails = await Promise.all(lines.map(({ id }) => getMail(world.db, id)))
  return mails.map(({ subject, text, html }) => ({ subject, text: `${text}${html}` })).reverse()
}

describe('an expression of interest in an anonymous need', () => {
  it('goes from the first word to the agreement, and gives the owner away only when the owner wishes', async () => {
    const listing = await postedBy(ana, bodega, { visibility: 'anonymous' })
    const [asAna, asBruno] = [await ana.api(), await bruno.api()]
    const sent = await asBruno.expressionsOfInterest.send({ listing, organisation: lab, seeks, brings })
    const { id } = sent
    const theirs = () => asBruno.expressionsOfInterest.get({ id })
    expect(sent).toMatchObject({
      stage: 'received',
      sides: ['sender'],
      ownerKnown: false,
      language: 'en',
      to: { country: 'ES', organisationType: 'PRC', size: 'small', organisation: null },
      clock: { state: 'running', dueAt: '2026-11-12T09:00:00.000Z', hoursLeft: 240 },
      next: { step: 'wait' },
      can: { reply: true, withdraw: true, decline: false, reveal: false, move: false, propose: false },
    })
    await world.settle()
    expect((await textsTo(ana))[0]).toMatchObject({
      subject: 'Trocknungslabor is interested in “We need somebody who dries fruit with little energy”',
      text: expect.stringContaining('Please answer by November 12, 2026.'),
    })
    expect((await asAna.expressionsOfInterest.list({ box: 'in', awaitingReply: true })).rows).toMatchObject([
      { id, unread: true, from: { organisation: { displayName: 'Trocknungslabor' } }, sides: ['owner'] },
    ])
    expect(await asAna.expressionsOfInterest.counts({})).toEqual({ in: 1, out: 0, owed: 1, unread: 1, agreed: 0 })
    await asAna.expressionsOfInterest.markSeen({ id })
    expect(await asAna.expressionsOfInterest.counts({})).toMatchObject({ owed: 1, unread: 0 })
    expect(await asAna.notifications.unread({})).toEqual({ count: 0 })

    world.clock.move(HOUR)
    await expect(
      asAna.expressionsOfInterest.reply({ id, body: 'Come to Bodega Zarzamora, ask for Ana Ruiz.' }),
    ).rejects.toMatchObject({
      status: 422,
      data: { reason: 'expressions-of-interest.leaks', fields: [{ field: 'body' }, { field: 'body' }] },
    })
    await asAna.expressionsOfInterest.reply({ id, body: 'Gladly. How much power does the mobile unit draw?' })
    await expect(
      asAna.expressionsOfInterest.reply({
        id,
        body: 'See the drawing.',
        files: [new File(['a,b'], 'bodega.csv', { type: 'text/csv' })],
      }),
    ).rejects.toMatchObject({ status: 409, data: { reason: 'expressions-of-interest.filesReveal' } })
    await world.settle()
    const told = await theirs()
    expect(told).toMatchObject({
      stage: 'in-conversation',
      unread: true,
      clock: { state: 'kept' },
      messages: [{ side: 'owner', author: null, seen: false }],
      steps: [
        { stage: 'received', side: 'sender', person: 'Bruno Keller' },
        { stage: 'in-conversation', side: 'owner', person: null },
      ],
    })
    const everything = async () =>
      JSON.stringify([
        await theirs(),
        await asBruno.expressionsOfInterest.list({}),
        await asBruno.expressionsOfInterest.counts({}),
        await asBruno.notifications.list({}),
        await textsTo(bruno),
        await asBruno.listings.get({ id: listing }),
      ])
    expect(await everything()).not.toMatch(/zarzamora|ana ruiz|ronda/i)
    expect(await everything()).not.toContain(bodega)
    expect(await everything()).not.toContain(ana.id)
    for (const query of [{ q: 'zarzamora' }, { organisation: bodega }, { q: 'ronda' }])
      expect((await asBruno.expressionsOfInterest.list(query)).total).toBe(0)
    expect((await textsTo(bruno)).map(({ subject }) => subject)).toEqual([
      'L’auteur de « We need somebody who dries fruit with little energy » a répondu',
    ])

    const revealed = await asAna.expressionsOfInterest.reveal({ id })
    expect(revealed).toMatchObject({ ownerKnown: true, can: { reveal: false } })
    await world.settle()
    expect(await theirs()).toMatchObject({
      to: { organisation: { displayName: 'Bodega Zarzamora' } },
      messages: [{ author: 'Ana Ruiz' }],
    })
    expect((await textsTo(bruno)).at(-1)?.subject).toMatch(/vient de : Bodega Zarzamora$/)
    expect((await asBruno.listings.get({ id: listing })).organisation?.id).toBe(bodega)

    await asBruno.expressionsOfInterest.reply({ id, body: 'Two kilowatts at most.' })
    await asBruno.expressionsOfInterest.moveStage({ id, stage: 'met' })
    const summary = 'A trial of two weeks in March, at half the price of the rent.'
    const proposal = { id, agreementType: 'technical-cooperation', summary, closeListing: true } as const
    const first = await asAna.expressionsOfInterest.proposeAgreement(proposal)
    expect(first).toMatchObject({ stage: 'met', next: { step: 'wait-for-confirmation' }, can: { confirm: false } })
    await world.settle()
    expect((await textsTo(bruno)).at(-1)).toMatchObject({
      subject: 'Bodega Zarzamora propose un accord sur « We need somebody who dries fruit with little energy »',
      text: expect.stringContaining('> A trial of two weeks in March'),
    })
    await expect(asAna.expressionsOfInterest.confirmAgreement({ id, version: first.version })).rejects.toMatchObject({
      status: 409,
      data: { reason: 'expressions-of-interest.ownProposal' },
    })
    const agreed = await asBruno.expressionsOfInterest.confirmAgreement({ id, version: (await theirs()).version })
    expect(agreed).toMatchObject({
      stage: 'agreed',
      agreement: { type: 'technical-cooperation', proposedBy: 'owner', agreedAt: '2026-11-02T10:00:00.000Z' },
      next: { step: 'done' },
      can: { reply: true, propose: false, withdraw: false },
    })
    await world.settle()
    expect((await asAna.listings.get({ id: listing })).outcome).toBe('through-entente')
    expect((await textsTo(ana)).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^Trocknungslabor is interested in/),
      expect.stringMatching(/^Trocknungslabor has written to you about/),
      expect.stringMatching(/^You have agreed with Trocknungslabor on/),
    ])

    const trail = await world.db.execute<{ event: string }>(
      sql`select event from audit_entries where chain = ${bodega} and event like 'expression.%' order by seq`,
    )
    expect(trail.rows.map(({ event }) => event)).toEqual([
      'expression.sent',
      'expression.replied',
      'expression.stage-moved',
      'expression.revealed',
      'expression.replied',
      'expression.stage-moved',
      'expression.agreement-proposed',
      'expression.agreed',
    ])
    expect((await checkTrail(world.db, bodega)).brokenAt).toBeNull()
    const facts = await world.db.execute(sql`select facts from audit_entries where chain = ${bodega}`)
    expect(JSON.stringify(facts.rows)).not.toMatch(/mobile unit|two weeks/)
  })

  it('lets the owner say that a finding identifies nobody', async () => {
    const listing = await postedBy(ana, bodega, { visibility: 'anonymous' })
    const { id } = await (await bruno.api()).expressionsOfInterest.send({ listing, organisation: lab, seeks, brings })
    const api = await ana.api()
    const body = 'We are two hours from Ronda by road.'
    const refused = await api.expressionsOfInterest.reply({ id, body }).catch((error) => error)
    const acknowledged = refused.data.details.findings.map(({ key }: { key: string }) => key)
    expect(acknowledged).toHaveLength(1)
    await api.expressionsOfInterest.reply({ id, body, acknowledged })
    expect((await (await bruno.api()).expressionsOfInterest.get({ id })).messages).toMatchObject([{ body }])
  })
})

describe('a conversation', () => {
  it('is closed kindly: with a reason the sender reads, and on the owner’s trail', async () => {
    const listing = await postedBy(ana, bodega)
    const [asAna, asBruno] = [await ana.api(), await bruno.api()]
    const { id } = await asBruno.expressionsOfInterest.send({ listing, organisation: lab, seeks, brings })
    await expect(asAna.expressionsOfInterest.decline({ id, kind: 'other' })).rejects.toMatchObject({
      status: 422,
      data: { fields: [{ field: 'text', message: expect.stringContaining('why') }] },
    })
    await expect(asBruno.expressionsOfInterest.decline({ id, kind: 'timing' })).rejects.toMatchObject({ status: 403 })
    await asAna.expressionsOfInterest.decline({ id, kind: 'location', text: 'We look for somebody in the province.' })
    await world.settle()
    expect(await asBruno.expressionsOfInterest.get({ id })).toMatchObject({
      stage: 'declined',
      clock: { state: 'kept' },
      decline: { kind: 'location', sentence: 'The distance makes this difficult. A partner nearby is preferred.' },
      next: { step: 'closed' },
      can: { reply: false, withdraw: false, report: true },
    })
    const subject = 'Bodega Zarzamora a dit non au sujet de « We need somebody who dries fruit with little energy »'
    const mail = (await textsTo(bruno)).find((one) => one.subject === subject)
    expect(mail?.text).toContain('Un partenaire proche est préféré.')
    expect(mail?.text).toContain('> We look for somebody in the province.')
    await expect(asBruno.expressionsOfInterest.reply({ id, body: 'Pity.' })).rejects.toMatchObject({
      status: 409,
      data: { reason: 'expressions-of-interest.closed' },
    })
  })

  it('carries files, which only its participants get', async () => {
    const listing = await postedBy(ana, bodega)
    const asBruno = await bruno.api()
    const { id } = await asBruno.expressionsOfInterest.send({ listing, organisation: lab, seeks, brings })
    const files = [new File(['power;hours\n2;40\n'], 'figures.csv', { type: 'text/csv' })]
    const shown = await asBruno.expressionsOfInterest.reply({ id, body: 'Our figures.', files })
    const file = shown.messages[0]?.files[0]
    expect(file).toMatchObject({ name: 'figures.csv', type: 'text/csv' })
    const got = await (await ana.api()).expressionsOfInterest.file({ id, file: file?.id ?? '' })
    expect(await got.text()).toContain('2;40')
    const eve = await (await world.person('Eve')).api()
    await expect(eve.expressionsOfInterest.file({ id, file: file?.id ?? '' })).rejects.toMatchObject({ status: 404 })
  })

  it('ends for those who still wait once the need is fulfilled', async () => {
    const listing = await postedBy(ana, bodega)
    const asBruno = await bruno.api()
    const { id } = await asBruno.expressionsOfInterest.send({ listing, organisation: lab, seeks, brings })
    await (await ana.api()).listings.fulfil({ id: listing, outcome: 'elsewhere' })
    await world.settle()
    expect(await asBruno.expressionsOfInterest.get({ id })).toMatchObject({
      stage: 'declined',
      decline: { kind: 'already-found' },
      clock: { state: 'kept' },
    })
    await expect(
      asBruno.expressionsOfInterest.send({ listing, organisation: lab, seeks, brings }),
    ).rejects.toMatchObject({ status: 409, data: { reason: 'expressions-of-interest.listingClosed' } })
  })
})

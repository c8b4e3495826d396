import { openTo } from '#capabilities/listings/service/grants.ts'
import { matchingReplica } from '#capabilities/matches/service/matching.ts'
import { stopToken } from '#capabilities/notifications/service/unsubscribe.ts'
import { profiles } from '#capabilities/people/table.ts'
import { DAY } from '#platform/clock.ts'
import { newId } from '#platform/ids.ts'
import { addJob } from '#platform/jobs/jobs.ts'
import { sendMail } from '#platform/mail/send.ts'
import type { Client } from './api.ts'
import { clientFor } from './client.ts'
import { linkIn, member, PASSWORD, type TestBrowser, testBrowser, tokenIn } from './test-browser.ts'
import { type Credentials, testDoors } from './test-doors.ts'
import { testWorld } from './test-world.ts'

/** Whoever comes to the doors. Member, manager and owner are of the same organisation, stranger is another's owner. */
export const actorNames = [
  'visitor',
  'unconfirmed',
  'person',
  'member',
  'manager',
  'owner',
  'stranger',
  'moderator',
  'administrator',
  'readToken',
  'suspended',
] as const
export type ActorName = (typeof actorNames)[number]

export type Fixtures = Awaited<ReturnType<typeof testFixtures>>
type Named = { at: TestBrowser; id: string; email: string }
type Draft = Partial<Parameters<Client['listings']['create']>[0]>
type References = Record<string, string | number | File>

/** What would tell whose the anonymous need is whose owner none of the actors but moderators may know; its ids too. */
const telling = ['zwetschgenbrand', 'kaltenbach', 'zwetschgen.example', 'philippa', 'bruck an der', '47.4111']
const outsiders: readonly ActorName[] = ['visitor', 'unconfirmed', 'person', 'stranger', 'suspended']

const texts = { seeks: 'An order for the spring of next year.', brings: 'A lathe that nobody uses at night.' }
const wrong = { reason: 'misleading', text: 'They ask for money in advance.' } as const
const asBrowser = ({ at }: Named): Credentials => ({ cookie: at.headers().get('cookie') ?? '' })
const text = (name: string, contents: string) => new File([contents], name, { type: 'text/plain' })

/**
 * A world with something of everything in it, made once through the API: `references` names what is there for the
 * inputs of cases, `credentials` how each actor shows who it is.
 */
export async function testFixtures() {
  const world = await testWorld()
  const doors = testDoors(world.platform)
  const names = [
    'Owner',
    'Manager',
    'Member',
    'Person',
    'Stranger',
    'Moderator',
    'Administrator',
    'Suspended',
    'Philippa',
    'Closer',
    'Applicant',
  ] as const
  const people = {} as Record<(typeof names)[number], Named>
  for (const name of names) people[name] = await member(world, name)
  const unconfirmed = await signedUp(world, 'unconfirmed@example.org')
  const references: References = { password: PASSWORD, nobody: newId() }
  const keep = <Value extends string | number>(name: string, value: Value): Value => {
    references[name] = value
    return value
  }
  for (const [name, { id, email }] of Object.entries(people)) {
    keep(`${name.toLowerCase()}Id`, id)
    keep(`${name.toLowerCase()}Email`, email)
  }
  const { Owner, Manager, Member, Person, Stranger, Moderator, Administrator, Suspended, Philippa, Closer, Applicant } =
    people
  await world.system.people.setSiteRoles({ id: Administrator.id, roles: ['administrator'] })
  await world.system.people.setSiteRoles({ id: Moderator.id, roles: ['moderator'] })

  const organisation = async (as: Named, displayName: string, more: object = {}) => {
    const draft = { legalName: `${displayName} Ltd`, displayName, organisationType: 'PRC', country: 'IE' } as const
    return as.at.do(({ organisations }) => organisations.create({ ...draft, ...more }))
  }
  const own = await organisation(Owner, 'Own Works', { city: 'Cork' })
  const other = await organisation(Stranger, 'Other Works', { city: 'Galway' })
  const closed = await organisation(Closer, 'Closed Works')
  const hush = await organisation(Philippa, 'Kaltenbach', {
    legalName: 'Zwetschgenbrand Kaltenbach GmbH',
    website: 'https://zwetschgen.example',
    country: 'AT',
    city: 'Bruck an der Mur',
    latitude: 47.4111,
    longitude: 15.2722,
  })
  const unkept = await world.system.organisations.create({
    legalName: 'Unkept Works Ltd',
    displayName: 'Unkept Works',
    organisationType: 'PRC',
    country: 'IE',
  })
  for (const [name, { id, slug, version }] of Object.entries({ own, other, closed, hush, unkept })) {
    keep(`${name}Organisation`, id)
    keep(`${name}Slug`, slug)
    keep(`${name}OrganisationVersion`, version)
  }

  for (const [invited, role] of [
    [Manager, 'manager'],
    [Member, 'member'],
    [Suspended, 'member'],
    [Person, 'member'],
  ] as const) {
    const { id } = await Owner.at.do(({ organisations }) =>
      organisations.invite({ organisation: own.id, email: invited.email, role }),
    )
    if (invited === Person) {
      keep('invitation', id)
      keep('invitationSecret', (await linkIn(world, Person.email)).split('/').at(-1) ?? '')
    } else await invited.at.do(({ organisations }) => organisations.acceptInvitation({ id }))
  }
  for (const id of [own.id, unkept.id])
    await Applicant.at.do(({ organisations }) =>
      organisations.askToJoin({ organisation: id, message: 'I work there.' }),
    )
  await Person.at.do(({ organisations }) => organisations.askToJoin({ organisation: other.id }))
  await Stranger.at.do(({ organisations }) => organisations.affiliations.propose({ body: own.id, member: other.id }))
  await Owner.at.do(({ organisations }) => organisations.affiliations.propose({ body: own.id, member: unkept.id }))

  const drafted = async (as: Named, name: string, draft: Draft = {}) => {
    const organisation = as === Philippa ? hush.id : as === Closer ? closed.id : own.id
    const title = 'A lathe for rods of brass is sought'
    const made = await as.at.do(({ listings }) => listings.create({ side: 'need', title, organisation, ...draft }))
    keep(`${name}Version`, made.version)
    keep(`${name}Reference`, made.reference)
    return keep(name, made.id)
  }
  const published = async (as: Named, name: string, draft: Draft = {}) => {
    const id = await drafted(as, name, draft)
    await as.at.do(({ listings }) => listings.publish({ id }))
    return id
  }
  await drafted(Owner, 'draft')
  const spare = await drafted(Owner, 'attachedDraft')
  for (const name of ['publicNeed', 'secondNeed', 'thirdNeed', 'fourthNeed', 'fifthNeed']) await published(Owner, name)
  await published(Owner, 'membersNeed', { visibility: 'members' })
  await published(Owner, 'anonymousNeed', { visibility: 'anonymous' })
  await published(Owner, 'matchOnlyNeed', {
    visibility: 'match-only',
    title: 'Interpreters of Maltese for a court are sought',
  })
  const opened = await published(Owner, 'openedNeed', { visibility: 'match-only' })
  await world.db.transaction((tx) => openTo(tx, world.act(), opened, [other.id]))
  await published(Closer, 'closedNeed')
  const _expiring = await published(Owner, 'expired', { deadline: '2026-11-02T21:00:00.000Z' })
  const [paused, withdrawn, fulfilled, returned] = [
    await published(Owner, 'paused'),
    await published(Owner, 'withdrawn'),
    await published(Owner, 'fulfilled'),
    await published(Owner, 'returned'),
  ]
  await Owner.at.do(async ({ listings }) => {
    await listings.pause({ id: paused })
    await listings.withdraw({ id: withdrawn })
    await listings.fulfil({ id: fulfilled, outcome: 'elsewhere' })
  })
  const reason = 'Please say more about the rods.'
  await Moderator.at.do(({ listings }) => listings.review.return({ id: returned, reason }))
  const waiting = await drafted(Owner, 'waiting')
  const looksFirst = { ...world.platform, config: { ...world.platform.config, moderation: 'before' as const } }
  const { actor } = await Owner.at.presence()
  await clientFor({ platform: looksFirst, actor, door: 'page' }).listings.publish({ id: waiting })
  const offered = await published(Stranger, 'strangerOffer', {
    side: 'offer',
    organisation: other.id,
    title: 'A lathe for rods of brass is free at night',
  })
  const hushed = await published(Philippa, 'hushedNeed', {
    visibility: 'anonymous',
    title: 'A still for plum mash is sought',
  })

  const attach = async (id: string, name: string) =>
    keep(
      name,
      (await Owner.at.do(({ listings }) => listings.attachments.add({ id, file: text('drawing.txt', 'a rod') }))).id,
    )
  await attach(String(references.publicNeed), 'attachment')
  await attach(String(references.anonymousNeed), 'anonymousAttachment')
  await attach(spare, 'draftAttachment')

  const sent = async (name: string, listing: string) => {
    const draft = { listing, organisation: other.id, ...texts }
    return keep(name, (await Stranger.at.do(({ expressionsOfInterest }) => expressionsOfInterest.send(draft))).id)
  }
  const expression = await sent('expression', String(references.publicNeed))
  await sent('anonymousExpression', String(references.anonymousNeed))
  const proposed = await sent('proposedExpression', String(references.secondNeed))
  const reported = await sent('reportedExpression', String(references.thirdNeed))
  const proposedByStranger = await sent('offeredExpression', String(references.fourthNeed))
  await sent('hushedExpression', hushed)
  const terms = { agreementType: 'supply', summary: 'Forty rods in March and forty in April.' } as const
  await Owner.at.do(async ({ expressionsOfInterest }) => {
    keep('proposedVersion', (await expressionsOfInterest.proposeAgreement({ id: proposed, ...terms })).version)
    await expressionsOfInterest.reply({ id: proposedByStranger, body: 'Tell us your terms.' })
  })
  await Stranger.at.do(async ({ expressionsOfInterest }) => {
    keep('offeredVersion', (await expressionsOfInterest.proposeAgreement({ id: proposedByStranger, ...terms })).version)
    await expressionsOfInterest.report({ id: reported, ...wrong })
    const file = text('terms.txt', 'forty rods')
    const { messages } = await expressionsOfInterest.reply({ id: expression, body: 'Our terms.', files: [file] })
    keep('expressionFile', messages[0]?.files[0]?.id ?? '')
  })

  await Person.at.do(({ listings }) => listings.report({ id: String(references.publicNeed), ...wrong }))
  const { rows: reports } = await Moderator.at.do((api) => api.reports.list({ about: ['listing'] }))
  keep('report', reports[0]?.id ?? '')

  await addJob(world.db, sendMail, { message: newId() }, { runAt: new Date('2099-01-01T00:00:00Z') })
  const { rows: jobs } = await world.system.administration.jobs.list({ task: [sendMail.name] })
  keep('job', jobs[0]?.id ?? '')

  world.clock.move(DAY)
  await world.tick('expire-listings')
  const started = async (as: Named, name: string, rows: string[], body?: string) => {
    const file = new File([rows.join('\n')], 'list.csv', { type: 'text/csv' })
    const source = body ? ('members' as const) : ('ror' as const)
    const { id } = await as.at.do(({ organisations }) =>
      organisations.imports.start({ source, file, ...(body ? { body } : {}) }),
    )
    await world.settle()
    return keep(name, id)
  }
  const ror = (id: string, value: string, city: string) =>
    JSON.stringify({
      id: `https://ror.org/${id}`,
      names: [{ value, types: ['ror_display'] }],
      types: ['company'],
      country: 'IE',
      city,
      status: 'active',
    })
  const list = [
    ror('0aaaaaa01', 'Own Works', 'Cork'),
    ror('0aaaaaa02', 'New Works of Kerry', 'Tralee'),
    ror('0aaaaaa03', 'Other Works', 'Dublin'),
  ]
  const done = await started(Moderator, 'doneImport', list)
  await Moderator.at.do(({ organisations }) => organisations.imports.run({ id: done }))
  await world.settle()
  await started(Moderator, 'readyImport', [ror('0aaaaaa04', 'Other Works', 'Sligo')])
  await started(Manager, 'memberImport', ['name,country', 'Tin Works of Mayo,IE'], own.id)
  const { rows: unclear } = await Moderator.at.do(({ organisations }) =>
    organisations.imports.rows({ id: String(references.readyImport) }),
  )
  keep('unclearLine', unclear[0]?.line ?? 0)
  const { rows: suggestions } = await Owner.at.do(({ organisations }) =>
    organisations.imports.suggestions({ organisation: own.id }),
  )
  keep('suggestionLine', suggestions[0]?.line ?? 0)

  const reading = await Owner.at.do(({ people }) => people.tokens.create({ name: 'Reader', scopes: ['read'] }))
  keep(
    'ownToken',
    (await Owner.at.do(({ people }) => people.tokens.create({ name: 'Spare', scopes: ['read'] }))).token.id,
  )
  keep('ownSession', (await Owner.at.do(({ people }) => people.sessions.list({}))).rows[0]?.id ?? '')
  const { rows: news } = await Owner.at.do(({ notifications }) => notifications.list({}))
  keep('notification', news[0]?.id ?? '')
  keep('stopToken', stopToken(world.platform.config.secret, { person: Owner.id, kind: 'expression' }))
  const { rows: mail } = await Owner.at.do(({ administration }) => administration.mail.list({}))
  keep('ownMail', mail[0]?.id ?? '')
  const pair = { organisation: own.id, listing: String(references.publicNeed), candidate: offered }
  await Owner.at.do(({ matches }) => matches.save(pair))
  // As if everybody had come by a sign-in elsewhere.
  await world.db.update(profiles).set({ termsAcceptedAt: null })
  const search = { name: 'Lathes', query: { q: 'lathe' } }
  keep('savedSearch', (await Owner.at.do(({ savedSearches }) => savedSearches.create(search))).id)
  await Owner.at.do(({ people }) => people.requestMagicLink({ email: Owner.email }))
  keep('signInToken', await tokenIn(world, Owner.email))
  await Owner.at.do(({ people }) => people.requestPasswordReset({ email: Owner.email }))
  keep('resetToken', await tokenIn(world, Owner.email))
  await Owner.at.do(({ people }) => people.changeEmail({ email: 'owner.new@example.org', password: PASSWORD }))
  keep('newAddressToken', await tokenIn(world, 'owner.new@example.org'))

  await Moderator.at.do(({ organisations }) =>
    organisations.suspend({ id: closed.id, reason: 'Nobody is there any more.' }),
  )
  await Administrator.at.do(({ people }) => people.suspend({ id: Closer.id, reason: 'Nobody is there any more.' }))
  const away = asBrowser(Suspended)
  await Administrator.at.do(({ people }) =>
    people.suspend({ id: Suspended.id, reason: 'Sent the same offer to everybody.' }),
  )
  await world.settle()
  references.file = text('more.txt', 'another rod')
  references.rorFile = new File([ror('0aaaaaa05', 'Late Works', 'Navan')], 'ror.jsonl')
  references.memberFile = new File(['name,country\nLead Works,IE'], 'members.csv', { type: 'text/csv' })

  const credentials: Record<ActorName, Credentials> = {
    visitor: {},
    unconfirmed: asBrowser(unconfirmed),
    person: asBrowser(Person),
    member: asBrowser(Member),
    manager: asBrowser(Manager),
    owner: asBrowser(Owner),
    stranger: asBrowser(Stranger),
    moderator: asBrowser(Moderator),
    administrator: asBrowser(Administrator),
    readToken: { authorization: `Bearer ${reading.secret}` },
    suspended: away,
  }
  // What is noted, or loaded, at the first use stands before anything is compared.
  await doors.fetch('/api/people/me', credentials.readToken)
  await matchingReplica(doors.platform)
  const words = [...telling, hush.id, Philippa.id]
  return {
    world,
    doors,
    references,
    credentials,

    /** What an answer would tell whom, if it told: that the organisation is there is no secret, that the need is its. */
    tellingIn(actor: ActorName, operation: string, answer: unknown): string[] {
      if (!outsiders.includes(actor)) return []
      const secretsIn = (part: unknown) => {
        const said = JSON.stringify(part ?? null).toLowerCase()
        return words.filter((word) => said.includes(word))
      }
      if (!/^(organisations|search)\./.test(operation)) return secretsIn(answer)
      const { rows = [answer] } = (answer ?? {}) as { rows?: unknown[] }
      return rows.filter((row) => /plum mash/i.test(JSON.stringify(row ?? null))).flatMap(secretsIn)
    },
  }
}

async function signedUp(world: Awaited<ReturnType<typeof testWorld>>, email: string): Promise<Named> {
  const at = testBrowser(world)
  const account = { name: 'Unconfirmed', email, password: PASSWORD, locale: 'en', acceptTerms: true } as const
  await at.do(({ people }) => people.signUp(account))
  await at.do(({ people }) => people.signIn({ email, password: PASSWORD }))
  const { actor } = await at.presence()
  return { at, id: actor.id ?? '', email }
}

import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, type SiteRole, systemActor, visitor } from '#platform/access/actor.ts'
import { checkTrail } from '#platform/changes/trail.ts'
import { listMail } from '#platform/mail/outbox.ts'
import { type TestPerson, type TestWorld, testWorld } from '#server/test-world.ts'
import { memberships } from '../organisations/table.ts'
import { expressionPolicy, visibleExpressions } from './policy.ts'
import { expressionFields } from './service/find.ts'
import { expressions } from './table.ts'

let world: TestWorld
const people: TestPerson[] = []
const bodies: string[] = []
const ids: string[] = []
const wrong = { reason: 'offensive', text: 'They are rude to us.' } as const
const texts = { seeks: 'An order for the spring of next year.', brings: 'A lathe that nobody uses at night.' }

beforeAll(async () => {
  world = await testWorld()
  for (const name of ['One', 'Two', 'Three']) {
    const person = await world.person(name)
    const api = await person.api()
    const draft = { legalName: `${name} Ltd`, displayName: name, organisationType: 'PRC', country: 'IE' } as const
    people.push(person)
    bodies.push((await api.organisations.create(draft)).id)
  }
  // Everybody is interested in what everybody else needs.
  for (const [to, person] of people.entries()) {
    const api = await person.api()
    const organisation = bodies[to] ?? ''
    const visibility = to === 0 ? 'anonymous' : 'public'
    const title = 'Somebody with a lathe is sought'
    const listing = await api.listings.create({ side: 'need', title, organisation, visibility })
    await api.listings.publish({ id: listing.id })
    for (const [from, other] of people.entries()) {
      if (from === to) continue
      const sent = { listing: listing.id, organisation: bodies[from] ?? '', ...texts }
      ids.push((await (await other.api()).expressionsOfInterest.send(sent)).id)
    }
  }
})
afterAll(() => world.close())

function actor(standing: number[], siteRoles: SiteRole[] = []): Actor {
  const roles = new Map(standing.map((at) => [bodies[at] ?? '', 'member']))
  return { ...visitor, kind: 'person', id: people[0]?.id ?? '', emailVerified: true, siteRoles, standing: roles }
}

const readers = (): [string, Actor][] => [
  ['a visitor', visitor],
  ['the platform', systemActor('test')],
  ...[[], [0], [1], [0, 1], [0, 1, 2]].flatMap((standing): [string, Actor][] => [
    [`a person of ${standing.length}`, actor(standing)],
    [`a moderator of ${standing.length}`, actor(standing, ['moderator'])],
    [`an administrator of ${standing.length}`, actor(standing, ['administrator'])],
  ]),
]

describe('who sees an expression of interest', () => {
  it('is the same by the policy and by the list’s predicate, before and after a report', async () => {
    const compare = async () => {
      const all = await world.db.select(expressionFields).from(expressions)
      for (const [name, reader] of readers()) {
        const listed = await world.db
          .select({ id: expressions.id })
          .from(expressions)
          .where(and(visibleExpressions(reader)))
        const seen = all.filter((row) => expressionPolicy.sees(reader, row)).map(({ id }) => id)
        expect(listed.map(({ id }) => id).sort(), name).toEqual(seen.sort())
      }
    }
    await compare()
    const [first = ''] = ids
    const sender = people[1]
    await (await sender?.api())?.expressionsOfInterest.report({ id: first, ...wrong })
    await compare()
  })

  it('are its two sides only: to everybody else it looks as if it did not exist', async () => {
    const stranger = await (await world.person('Stranger')).api()
    const [id = ''] = ids
    const unknown = '01a20001-78a0-7365-8f41-319830e3c718'
    const refusal = (error: { status: number; message: string; data: unknown }) => [
      error.status,
      error.message,
      error.data,
    ]
    for (const which of [id, unknown]) {
      const refused = [
        stranger.expressionsOfInterest.get({ id: which }),
        stranger.expressionsOfInterest.reply({ id: which, body: 'Hello' }),
        stranger.expressionsOfInterest.markSeen({ id: which }),
        stranger.expressionsOfInterest.moveStage({ id: which, stage: 'met' }),
        stranger.expressionsOfInterest.decline({ id: which, kind: 'timing' }),
        stranger.expressionsOfInterest.withdraw({ id: which }),
        stranger.expressionsOfInterest.reveal({ id: which }),
        stranger.expressionsOfInterest.report({ id: which, ...wrong }),
        stranger.expressionsOfInterest.confirmAgreement({ id: which, version: 1 }),
      ]
      const answers = await Promise.all(refused.map((asked) => asked.catch(refusal)))
      for (const answer of answers) expect(answer).toEqual(answers[0])
      expect(answers[0]).toMatchObject([404, expect.any(String), { reason: 'notFound' }])
    }
    expect((await stranger.expressionsOfInterest.list({})).total).toBe(0)
    expect(await stranger.expressionsOfInterest.counts({})).toEqual({ in: 0, out: 0, owed: 0, unread: 0, agreed: 0 })
  })

  it('are moderators once a participant asks, and not before', async () => {
    const mo = await world.person('Mo', { siteRoles: ['moderator'] })
    const id = ids.at(-1) ?? ''
    const api = await mo.api()
    await expect(api.expressionsOfInterest.get({ id })).rejects.toMatchObject({ status: 404 })
    await (await people[2]?.api())?.expressionsOfInterest.report({ id, ...wrong })
    await world.settle()
    expect(await api.expressionsOfInterest.get({ id })).toMatchObject({ sides: [], next: null, can: { reply: false } })
    expect((await api.expressionsOfInterest.list({ box: 'reported' })).rows.map((row) => row.id)).toContain(id)
    expect((await listMail(world.db, { person: mo.id }))[0]?.subject).toMatch(/^Somebody asks you to look/)
    await expect(api.expressionsOfInterest.reply({ id, body: 'Be kind.' })).rejects.toMatchObject({ status: 403 })
    expect((await checkTrail(world.db, bodies[2] ?? '')).brokenAt).toBeNull()
  })

  it('keep what each side may do apart, also for one who acts for both', async () => {
    const [first = ''] = ids
    const both = await world.person('Both')
    const createdAt = world.clock.now().toISOString()
    for (const organisation of [bodies[0] ?? '', bodies[1] ?? ''])
      await world.db
        .insert(memberships)
        .values({ organisation, person: both.id, role: 'member', state: 'active', createdAt })
    const api = await both.api()
    expect(await api.expressionsOfInterest.get({ id: first })).toMatchObject({
      sides: ['owner', 'sender'],
      to: { organisation: { displayName: 'One' } },
    })
    await api.expressionsOfInterest.reply({ id: first, body: 'As the owner.' })
    await api.expressionsOfInterest.reply({ id: first, body: 'As the sender.', as: 'sender' })
    const { messages } = await api.expressionsOfInterest.get({ id: first })
    expect(messages.map(({ side }) => side)).toEqual(['owner', 'sender'])
    await world.db.delete(memberships).where(eq(memberships.person, both.id))
    const owner = await people[0]?.api()
    await expect(
      owner?.expressionsOfInterest.reply({ id: first, body: 'Not mine.', as: 'sender' }),
    ).rejects.toMatchObject({ status: 403 })
  })
})

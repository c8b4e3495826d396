import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, systemActor, visitor } from '#platform/access/actor.ts'
import { decide } from '#platform/access/policy.ts'
import { newId } from '#platform/ids.ts'
import { type TestWorld, testWorld } from '#server/test-world.ts'
import { organisations } from '../organisations/table.ts'
import { knownOwners, knowsOwner, listedListings, listingPolicy, lists, visibleListings } from './policy.ts'
import { statuses, visibilities } from './schema.ts'
import { findListings, type Listing } from './service/find.ts'
import { listingOpenings, listingReveals, listings } from './table.ts'

const owner = newId()
const suspendedOwner = newId()
const matched = newId()
const stranger = newId()

const person = (emailVerified: boolean, ...standing: string[]): Actor => ({
  ...visitor,
  id: newId(),
  kind: 'person',
  emailVerified,
  standing: new Map(standing.map((organisation) => [organisation, 'member'])),
})

/** Every sort of actor there is to a listing. */
const actors: [string, Actor][] = [
  ['a visitor', visitor],
  ['a person without an organisation', person(true)],
  ['a person whose address is not confirmed', person(false)],
  ['a member of another organisation', person(true, stranger)],
  ['a member of another organisation whose address is not confirmed', person(false, stranger)],
  ['a member of the organisation it was granted to', person(true, matched)],
  ['a member of that organisation whose address is not confirmed', person(false, matched)],
  ['the owner', person(true, owner)],
  ['the owner whose address is not confirmed', person(false, owner)],
  ['the suspended owner', person(true, suspendedOwner)],
  ['the owner who also acts for the organisation it was granted to', person(true, owner, matched)],
  ['a moderator', { ...person(true), siteRoles: ['moderator'] }],
  ['an administrator', { ...person(true, stranger), siteRoles: ['administrator'] }],
  ['the platform', systemActor('test')],
]

let world: TestWorld
let rows: Listing[] = []
beforeAll(async () => {
  world = await testWorld()
  const now = world.clock.now().toISOString()
  const known = { organisationType: 'PRC', country: 'ES', createdAt: now, updatedAt: now } as const
  await world.db.insert(organisations).values(
    [owner, suspendedOwner, matched, stranger].map((id) => ({
      ...known,
      id,
      slug: id,
      legalName: id,
      displayName: id,
      suspendedAt: id === suspendedOwner ? now : null,
    })),
  )
  const all = [owner, suspendedOwner].flatMap((organisation) =>
    statuses.flatMap((status) =>
      visibilities.flatMap((visibility) =>
        [0, 1, 2, 3].map((grants) => ({ id: newId(), organisation, status, visibility, grants })),
      ),
    ),
  )
  await world.db.insert(listings).values(
    all.map(({ grants, ...row }) => ({
      ...row,
      reference: row.id,
      side: 'need' as const,
      kind: 'business' as const,
      language: 'en' as const,
      title: `${row.status} ${row.visibility} ${grants}`,
      ownerCountry: 'ES' as const,
      ownerType: 'PRC' as const,
      publishedAt: now,
      expiresAt: now,
      createdAt: now,
      updatedAt: now,
    })),
  )
  const granted = (bit: number) =>
    all.filter(({ grants }) => grants & bit).map(({ id }) => ({ listing: id, organisation: matched, at: now }))
  await world.db.insert(listingOpenings).values(granted(1))
  await world.db.insert(listingReveals).values(granted(2))
  rows = await findListings(
    world.db,
    all.map(({ id }) => id),
  )
})
afterAll(() => world.close())

/** What a predicate finds, as "owner status visibility grants". */
async function foundBy(predicate: ReturnType<typeof visibleListings>): Promise<string[]> {
  const found = await world.db
    .select({ organisation: listings.organisation, title: listings.title })
    .from(listings)
    .where(predicate)
  return found.map(named).sort()
}
const named = ({ organisation, title }: { organisation: string; title: string }) =>
  `${organisation === owner ? 'good' : 'suspended'} ${title}`
const those = (rule: (row: Listing) => boolean) => rows.filter(rule).map(named).sort()

it('covers every combination', () => {
  expect(rows).toHaveLength(2 * statuses.length * visibilities.length * 4)
})

describe.each(actors)('%s', (_, actor) => {
  it('may know of exactly the listings that the list predicate finds', async () => {
    expect(await foundBy(visibleListings(actor))).toEqual(those((row) => listingPolicy.sees(actor, row)))
  })

  it('finds on the board exactly those that stand there, and none it may not know of', async () => {
    const listed = await foundBy(listedListings(actor))
    expect(listed).toEqual(those((row) => lists(actor, row)))
    expect(those((row) => listingPolicy.sees(actor, row))).toEqual(expect.arrayContaining(listed))
    expect(listed.some((title) => title.includes('match-only'))).toBe(false)
  })

  it('may know the owner of exactly those that the predicate finds', async () => {
    expect(await foundBy(knownOwners(actor))).toEqual(those((row) => knowsOwner(actor, row)))
  })
})

describe('by the rules as they are written down', () => {
  const actor = (name: string) => actors.find(([known]) => known === name)?.[1] ?? visitor
  const seen = (name: string) => those((row) => row.organisation === owner && listingPolicy.sees(actor(name), row))

  it('a visitor sees what is or was published and public or anonymous', () => {
    const shown = ['published', 'fulfilled', 'expired'].flatMap((status) =>
      ['public', 'anonymous'].flatMap((visibility) =>
        [0, 1, 2, 3].map((grants) => `good ${status} ${visibility} ${grants}`),
      ),
    )
    expect(seen('a visitor')).toEqual(shown.sort())
  })

  it('a member sees what is for members too, but match-only ones only where they were granted', () => {
    const member = seen('a member of another organisation')
    expect(member).toContain('good published members 0')
    expect(member.filter((title) => title.includes('match-only'))).toEqual([])
    const granted = seen('a member of the organisation it was granted to')
    expect(granted).toContain('good published match-only 1')
    expect(granted).not.toContain('good published match-only 0')
    expect(granted).not.toContain('good draft match-only 3')
    expect(seen('a member of another organisation whose address is not confirmed')).not.toContain(
      'good published members 0',
    )
  })

  it('knowing that a listing fits does not tell whose it is', () => {
    const granted = actor('a member of the organisation it was granted to')
    const knows = (title: string) => rows.some((row) => named(row) === title && knowsOwner(granted, row))
    expect(knows('good published match-only 1')).toBe(false)
    expect(knows('good published match-only 2')).toBe(true)
    expect(knows('good published anonymous 0')).toBe(false)
  })

  it('nobody but its own people and administrators may change a listing, and others do not learn of its draft', () => {
    for (const [name, one] of actors) {
      const verdicts = rows
        .filter((row) => row.organisation === owner && row.status === 'draft')
        .map((row) => decide(one, 'write', listingPolicy, 'edit', row))
      const expected = ['the owner', 'the owner who also acts for the organisation it was granted to']
      if (expected.includes(name) || ['an administrator', 'the platform'].includes(name))
        expect(new Set(verdicts)).toEqual(new Set(['allow']))
      else if (['the owner whose address is not confirmed', 'a moderator'].includes(name))
        expect(new Set(verdicts)).toEqual(new Set(['deny']))
      else expect(new Set(verdicts)).toEqual(new Set(['hide']))
    }
  })
})

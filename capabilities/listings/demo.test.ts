import { count, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestWorld, testWorld } from '#server/test-world.ts'
import { demo as organisationsDemo } from '../organisations/demo.ts'
import { demo as peopleDemo } from '../people/demo.ts'
import { demo } from './demo.ts'
import { conceals } from './policy.ts'
import { runningListings } from './service/find.ts'
import { languageOf } from './service/language.ts'
import { leaksIn } from './service/leak-check.ts'
import { listings } from './table.ts'

let world: TestWorld
beforeAll(async () => {
  world = await testWorld()
  await world.db.transaction(async (tx) => {
    for (const each of [peopleDemo, organisationsDemo, demo]) await each.seed(tx, world.act())
  })
})
afterAll(() => world.close())

it('makes needs and offers in every status, once however often it is run', async () => {
  const before = await world.db
    .select({ status: listings.status, number: count() })
    .from(listings)
    .groupBy(listings.status)
  await demo.seed(world.db, world.act())
  const after = await world.db
    .select({ status: listings.status, number: count() })
    .from(listings)
    .groupBy(listings.status)
  expect(new Map(after.map(({ status, number }) => [status, number]))).toEqual(
    new Map(before.map(({ status, number }) => [status, number])),
  )
  expect(before.map(({ status }) => status)).toEqual(
    expect.arrayContaining(['published', 'draft', 'review', 'paused', 'fulfilled', 'expired']),
  )
})

it('shows a board to visitors, with names only where they may be known', async () => {
  const { rows, total } = await world.visitor.listings.list({ perPage: 100 })
  expect(total).toBeGreaterThan(100)
  for (const row of rows) expect(row.organisation === null).toBe(conceals(row.visibility))
})

it('is gone over whole, part by part, without what is not published', async () => {
  const ids: string[] = []
  for (let part = await runningListings(world.db, null, 50); part.length > 0; ) {
    ids.push(...part.map(({ id }) => id))
    part = await runningListings(world.db, ids.at(-1) ?? null, 50)
  }
  const published = await world.db.select({ id: listings.id }).from(listings).where(eq(listings.status, 'published'))
  expect(new Set(ids).size).toBe(ids.length)
  expect([...ids].sort()).toEqual(published.map(({ id }) => id).sort())
})

it('has no anonymous text that gives its owner away', async () => {
  const all = await world.db.select().from(listings)
  for (const row of all.filter(({ visibility }) => conceals(visibility)))
    expect(await leaksIn(world.db, row.organisation, row), row.title).toEqual([])
})

it('is written in the languages it says it is', async () => {
  for (const row of await world.db.select().from(listings))
    expect(languageOf([row.title, row.summary, row.description].join('\n'), 'ja'), row.title).toBe(row.language)
})

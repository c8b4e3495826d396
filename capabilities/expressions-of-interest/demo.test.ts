import { count } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestWorld, testWorld } from '#server/test-world.ts'
import { demo as listingsDemo } from '../listings/demo.ts'
import { notifications } from '../notifications/table.ts'
import { demo as organisationsDemo } from '../organisations/demo.ts'
import { demo as peopleDemo } from '../people/demo.ts'
import { demo } from './demo.ts'
import { expressionMessages, expressions } from './table.ts'

let world: TestWorld
beforeAll(async () => {
  world = await testWorld()
  await world.db.transaction(async (tx) => {
    for (const each of [peopleDemo, organisationsDemo, listingsDemo, demo]) await each.seed(tx, world.act())
  })
})
afterAll(() => world.close())

it('makes conversations in every stage, once however often it is run', async () => {
  const shape = async () => [
    await world.db.select({ stage: expressions.stage, number: count() }).from(expressions).groupBy(expressions.stage),
    await world.db.select({ number: count() }).from(expressionMessages),
  ]
  const [stages = []] = await shape()
  expect(stages.map((row) => ('stage' in row ? row.stage : ''))).toEqual(
    expect.arrayContaining(['received', 'in-conversation', 'met', 'agreed', 'declined', 'lapsed']),
  )
  const before = JSON.stringify(await shape())
  await world.db.transaction((tx) => demo.seed(tx, world.act()))
  expect(JSON.stringify(await shape())).toBe(before)
})

it('tells everything in order: nothing before it was sent, nothing still to come', async () => {
  const now = world.clock.now().toISOString()
  const rows = await world.db.select().from(expressions)
  expect(rows.length).toBeGreaterThan(30)
  for (const { createdAt, updatedAt, firstReplyAt, closedAt } of rows) {
    expect(createdAt <= updatedAt && updatedAt <= now).toBe(true)
    expect(firstReplyAt === null || (createdAt < firstReplyAt && firstReplyAt <= updatedAt)).toBe(true)
    expect(closedAt === null || closedAt === updatedAt).toBe(true)
  }
})

it('is told to its people, and shown to them', async () => {
  await world.settle()
  const told = await world.db.select({ number: count() }).from(notifications)
  expect(told[0]?.number).toBeGreaterThan(20)
})

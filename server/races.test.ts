import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { relayOnce } from '#platform/changes/relay.ts'
import { type Database, openDatabase } from '#platform/db/database.ts'
import type { Platform } from '#platform/platform.ts'
import { loadActor } from './actor.ts'
import { clientFor } from './client.ts'
import { type TestPerson, type TestWorld, testWorld } from './test-world.ts'

let world: TestWorld
/** The same site as a second process has it: its own connections to the one database. */
let other: Platform
let second: Database
let owner: TestPerson
let organisation: string
beforeAll(async () => {
  world = await testWorld()
  const { platform } = world
  second = openDatabase(platform.config.databaseUrl ?? '', 10, platform.log)
  other = { ...platform, database: second }
  owner = await world.person('Olga')
  const api = await owner.api()
  const draft = {
    legalName: 'Racing Works Ltd',
    displayName: 'Racing Works',
    organisationType: 'PRC',
    country: 'IE',
  } as const
  organisation = (await api.organisations.create(draft)).id
})
afterAll(async () => {
  await second?.close()
  await world?.close()
})

async function at(platform: Platform, idempotencyKey?: string) {
  const loaded = await loadActor(platform.database.db, owner.id, null)
  if (!loaded) throw new Error('The owner is gone')
  return clientFor({ platform, actor: loaded.actor, door: 'rest', idempotencyKey })
}

const count = async (name: string, subject?: string) => {
  const { rows } = await world.db.execute<{ count: number }>(
    sql`select count(*)::int as count from outbox_events where name = ${name} ${subject ? sql`and subject = ${subject}` : sql``}`,
  )
  return rows[0]?.count
}

const draft = (title: string) => ({ side: 'need', title, organisation }) as const

describe('two processes on one database', () => {
  it('carry a request out once that comes to both under one key, and give the same answer', async () => {
    const [here, there] = [await at(world.platform, 'once'), await at(other, 'once')]
    const answers = await Promise.all(
      [here, there, here, there].map((api) => api.listings.create(draft('A lathe for rods is sought'))),
    )
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(await count('listing.drafted')).toBe(1)
    expect((await here.listings.mine({})).total).toBe(1)
  })

  it('refuse a key that comes for something else meanwhile, and do that not at all', async () => {
    const before = await count('listing.drafted')
    const [here, there] = [await at(world.platform, 'twice'), await at(other, 'twice')]
    const attempts = await Promise.allSettled([
      here.listings.create(draft('A press for sheets is sought')),
      there.listings.create(draft('A furnace for glass is sought')),
    ])
    expect(attempts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = attempts.find(({ status }) => status === 'rejected') as PromiseRejectedResult
    expect(refused.reason).toMatchObject({ status: 409, data: { reason: 'keyReused' } })
    expect(await count('listing.drafted')).toBe(Number(before) + 1)
  })

  it('leave a key free whose request was refused', async () => {
    const api = await at(world.platform, 'refused')
    const { id } = await (await at(world.platform)).listings.create(draft('A mill for grain is sought'))
    await expect(api.listings.resume({ id })).rejects.toMatchObject({ status: 409 })
    expect(await (await at(other, 'refused')).listings.publish({ id })).toMatchObject({ status: 'published' })
  })

  it('publish a listing once, however many press the button', async () => {
    const [here, there] = [await at(world.platform), await at(other)]
    const { id } = await here.listings.create(draft('A loom for flax is sought'))
    const attempts = await Promise.allSettled([here, there, here, there].map((api) => api.listings.publish({ id })))
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const attempt of attempts)
      if (attempt.status === 'rejected')
        expect(attempt.reason).toMatchObject({ status: 409, data: { reason: 'listings.notNow' } })
    expect(await count('listing.published', id)).toBe(1)
  })

  it('pass each piece of news on exactly once, while more is written', async () => {
    const api = await at(world.platform)
    const heard = new Map([['listing.drafted', ['race.hear']]])
    const jobs = async () => {
      const { rows } = await world.db.execute<{ event: number }>(
        sql`select (payload->>'event')::int as event from graphile_worker._private_jobs j
          join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'race.hear' order by 1`,
      )
      return rows.map(({ event }) => event)
    }
    const drafted = async () => {
      const { rows } = await world.db.execute<{ id: number }>(
        sql`select id::int from outbox_events where name = 'listing.drafted' order by id`,
      )
      return rows.map(({ id }) => id)
    }
    const written = Promise.all(
      [...Array(12)].map((_, n) => api.listings.create(draft(`A crane for ${n + 1} tons is sought`))),
    )
    const relays = [world.platform, other, world.platform, other].map(async ({ database }) => {
      for (let turn = 0; turn < 10; turn++) await relayOnce(database.db, heard, 2)
    })
    await Promise.all([written, ...relays])
    // A transaction that is open meanwhile, anywhere on the server, holds the last of it back for a while.
    const all = await drafted()
    while ((await jobs()).length < all.length) await relayOnce(second.db, heard)
    while ((await relayOnce(second.db, heard)) > 0);
    expect(await jobs()).toEqual(all)
  })
})

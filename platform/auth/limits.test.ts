import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Database, openDatabase } from '../db/database.ts'
import { cloneDatabase } from '../db/test-database.ts'
import { createLog } from '../log.ts'
import { forgetTries, type Limit, limitStorage, spend } from './limits.ts'

let database: Database
let drop: () => Promise<void>
beforeAll(async () => {
  const clone = await cloneDatabase()
  drop = clone.drop
  database = openDatabase(clone.url, 8, createLog('silent'))
})
afterAll(async () => {
  await database.close()
  await drop()
})

const now = new Date('2026-11-02T09:00:00.000Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const limit: Limit = { name: 'test', seconds: 60, both: 3, client: 5, account: 8 }

async function outcomes(tries: [client: string | null, account: string][], own: Limit) {
  const spent = await Promise.allSettled(
    tries.map(([client, account]) => spend(database.db, own, { client, account }, now)),
  )
  return spent.filter(({ status }) => status === 'fulfilled').length
}

it('counts tries that come at once exactly, for client and account together', async () => {
  const tries = Array.from({ length: 20 }, (): [string, string] => ['192.0.2.1', 'ana'])
  expect(await outcomes(tries, { ...limit, name: 'at-once' })).toBe(3)
})

it('limits a client over many accounts, and an account over many clients', async () => {
  const many = Array.from({ length: 20 }, (_, index) => index)
  const over = (pair: (index: number) => [string, string], name: string) => outcomes(many.map(pair), { ...limit, name })
  expect(await over((index) => ['192.0.2.1', `person ${index}`], 'client')).toBe(5)
  expect(await over((index) => [`192.0.2.${index}`, 'ana'], 'account')).toBe(8)
  // All of a /64 is one client.
  expect(await over((index) => [`2001:db8::${index}`, `person ${index}`], 'subnet')).toBe(5)
  expect(
    await outcomes(
      many.map((index) => [null, `person ${index}`]),
      { ...limit, name: 'inside' },
    ),
  ).toBe(20)
})

it('says how long to wait, and counts anew after the window', async () => {
  const own = { ...limit, name: 'window', both: 1 }
  const who = { client: '192.0.2.1', account: 'ana' }
  await spend(database.db, own, who, now)
  await expect(spend(database.db, own, who, later(45))).rejects.toMatchObject({
    code: 'too-many',
    details: { seconds: 15 },
  })
  await spend(database.db, own, who, later(60))
})

it('serves better-auth, and forgets old tries', async () => {
  const { consume } = limitStorage(database.db, () => now)
  const rule = { window: 10, max: 1 }
  expect(await consume('somebody|/verify-email', rule)).toEqual({ allowed: true, retryAfter: null })
  expect(await consume('somebody|/verify-email', rule)).toEqual({ allowed: false, retryAfter: 10 })
  await forgetTries(database.db, later(86_500))
  expect((await database.pool.query('select from rate_limits')).rowCount).toBe(0)
})

import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Database, openDatabase } from './db/database.ts'
import { cloneDatabase } from './db/test-database.ts'
import { createLog, traceOf } from './log.ts'

let clone: Awaited<ReturnType<typeof cloneDatabase>>
let database: Database
beforeAll(async () => {
  clone = await cloneDatabase()
  database = openDatabase(clone.url, 2, createLog('silent'))
})
afterAll(async () => {
  await database.close()
  await clone.drop()
})

it('says of a query that failed what it was and where, and not what was sent with it', async () => {
  const email = 'somebody\n    of.nowhere@example.org'
  const error = await database.db.execute(sql`select ${email}::uuid`).catch((caught: unknown) => caught)
  expect(String(error)).toContain('of.nowhere')
  const trace = traceOf(error)
  expect(trace).toContain('Failed query: select $1::uuid')
  expect(trace).toContain('log.test.ts')
  expect(trace).not.toContain('of.nowhere')
})

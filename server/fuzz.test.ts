import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Db } from '#platform/db/database.ts'
import { openApiDocument } from './rest.ts'
import { accessCases, inputOf } from './test-cases.ts'
import { type ActorName, actorNames, type Fixtures, testFixtures } from './test-fixtures.ts'
import { doorsOf, type Shot, shots } from './test-requests.ts'

const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 10_000)
const SEED = Number(process.env.FUZZ_SEED ?? 20261102)

let fixtures: Fixtures
/** The first transaction that is not part of the fixtures. */
let since: string
let tables: string[]
beforeAll(async () => {
  fixtures = await testFixtures()
  const { db } = fixtures.world
  const [now] = (await db.execute<{ xid: string }>(sql`select pg_snapshot_xmax(pg_current_snapshot())::text as xid`))
    .rows
  since = now?.xid ?? ''
  // A try counts whatever comes of it.
  const named = await db.execute<{ name: string }>(
    sql`select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('public', 'graphile_worker') and tablename <> 'rate_limits'`,
  )
  tables = named.rows.map(({ name }) => name)
  before = await state(db)
})
afterAll(() => fixtures?.world.close())

let before: string

/** How many rows there are in each table, and how many were written since the fixtures stand. */
async function state(db: Db): Promise<string> {
  const counts = tables.map(
    (name) =>
      sql`select ${name} as name, count(*) as rows, count(*) filter (where xmin::text::bigint >= ${since}) as fresh from ${sql.raw(name)}`,
  )
  return JSON.stringify((await db.execute(sql.join(counts, sql` union all `))).rows)
}

/** What is wrong with the answer to a request; empty if nothing is. */
async function wrongs(actor: ActorName, { operation, fault, method, path, headers, body }: Shot): Promise<string[]> {
  const { doors, credentials } = fixtures
  return doors.rolledBack(async (db) => {
    const answer = await doors.fetch(path, credentials[actor], {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    })
    const said = await answer.text()
    const { status } = answer
    const found = fixtures.tellingIn(actor, operation, said).map((word) => `tells ${word}`)
    if (status < 400) return found
    if (status >= 500) return [...found, `${status}: ${said.slice(0, 200)}`]
    if (fault === 'extra' && status !== 422) found.push(`${status} for a field that nobody has heard of`)
    // An address that leads out of the API is answered as a page.
    if (!new URL(path, 'http://site').pathname.startsWith('/api/')) return found
    if (answer.headers.get('content-type') !== 'application/problem+json')
      return [...found, `${status} as ${answer.headers.get('content-type')}: ${said.slice(0, 200)}`]
    const problem = JSON.parse(said)
    if (!problem.title || !problem.reason || problem.status !== status)
      found.push(`no whole problem: ${said.slice(0, 200)}`)
    const wrote = await db.execute<{ some: boolean }>(sql`select pg_current_xact_id_if_assigned() is not null as some`)
    if (wrote.rows[0]?.some && (await state(db)) !== before) found.push(`${status}, but something was changed`)
    return found
  })
}

it('answers whatever is sent, with no failure of its own, and refuses without a trace', {
  timeout: 900_000,
}, async () => {
  const ids = Object.entries(fixtures.references).flatMap(([name, value]) =>
    /^hushOrganisation|^philippa/.test(name) || !/^[0-9a-f-]{36}$/.test(String(value)) ? [] : [String(value)],
  )
  const examples = new Map<string, Record<string, unknown>[]>()
  for (const one of accessCases())
    examples.set(one.operation, [...(examples.get(one.operation) ?? []), inputOf(one, fixtures)])
  const document = await openApiDocument(fixtures.world.platform)
  const sample = fc.sample(fc.tuple(fc.constantFrom(...actorNames), shots(doorsOf(document), ids, examples)), {
    numRuns: REQUESTS,
    seed: SEED,
  })
  const failures: string[] = []
  for (const [at, [actor, shot]] of sample.entries()) {
    const found = await wrongs(actor, shot).catch((error: unknown) => [`threw ${String(error).slice(0, 300)}`])
    for (const wrong of found)
      failures.push(
        `${at} ${actor}, ${shot.fault}: ${shot.method} ${shot.path.slice(0, 160)} ${String(shot.body).slice(0, 200)}: ${wrong}`,
      )
  }
  expect(failures).toEqual([])
})

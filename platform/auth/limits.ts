import { normalizeIP } from '@better-auth/core/utils/ip'
import { sql } from 'drizzle-orm'
import { DAY } from '../clock.ts'
import type { Db } from '../db/database.ts'
import { Problem } from '../errors.ts'
import { hashed, newId } from '../ids.ts'

/** The one header in which our own server says where a request comes from; a client's own is thrown away. */
export const CLIENT_HEADER = 'x-entente-client'

/** How often something may be tried within a window of time. */
export interface Limit {
  name: string
  seconds: number
  /** Tries from one client address for one account. */
  both: number
  /** Tries from one client address. */
  client: number
  /** Tries for one account, from wherever. */
  account: number
}

/**
 * Counts one try, in all processes together.
 * @param db the pool, not a transaction: a try that fails must count all the same
 * @throws Problem `too-many` with the seconds to wait
 */
export async function spend(
  db: Db,
  limit: Limit,
  who: { client: string | null; account: string },
  now: Date,
): Promise<void> {
  // One customer of a provider has a whole /64 of IPv6 addresses.
  const client = who.client ? normalizeIP(who.client, { ipv6Subnet: 64 }) : ''
  const wanted = [
    { key: `${limit.name}:both:${hashed(`${client} ${who.account}`)}`, most: limit.both },
    { key: `${limit.name}:account:${hashed(who.account)}`, most: limit.account },
    // Without an address, from inside the process, there is nothing to tell clients apart by.
    ...(client ? [{ key: `${limit.name}:client:${hashed(client)}`, most: limit.client }] : []),
  ]
  const waits = await Promise.all(
    (await counted(db, wanted, limit.seconds, now)).map(({ key, count, wait }) =>
      count > (wanted.find((each) => each.key === key)?.most ?? 0) ? wait : 0,
    ),
  )
  const seconds = Math.max(...waits)
  if (seconds > 0)
    throw new Problem('too-many', 'platform:errors.tooMany', { values: { seconds }, details: { seconds } })
}

/** The limiter in the form better-auth asks for, for the requests that reach it directly. */
export function limitStorage(db: Db, now: () => Date) {
  return {
    consume: async (key: string, rule: { window: number; max: number }) => {
      const [row] = await counted(db, [{ key: `http:${hashed(key)}` }], rule.window, now())
      const allowed = !row || row.count <= rule.max
      return { allowed, retryAfter: allowed ? null : row.wait }
    },
  }
}

/** Forgets the tries of more than a day ago. */
export async function forgetTries(db: Db, now: Date): Promise<void> {
  await db.execute(sql`delete from rate_limits where last_request < ${now.getTime() - DAY}`)
}

/** Counts in one statement, its rows in the order of their keys so that two cannot wait for each other. */
async function counted(db: Db, wanted: { key: string }[], seconds: number, now: Date) {
  const instant = now.getTime()
  const begun = instant - seconds * 1000
  const rows = [...wanted]
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key }) => sql`(${newId()}::uuid, ${key}, 1, ${instant}::bigint)`)
  const result = await db.execute<{ key: string; count: number; last_request: string }>(sql`
    insert into rate_limits as kept (id, key, count, last_request) values ${sql.join(rows, sql`, `)}
    on conflict (key) do update set
      count = case when kept.last_request <= ${begun} then 1 else kept.count + 1 end,
      last_request = case when kept.last_request <= ${begun} then excluded.last_request else kept.last_request end
    returning key, count, last_request`)
  return result.rows.map(({ key, count, last_request }) => ({
    key,
    count,
    wait: Math.max(1, Math.ceil((Number(last_request) - begun) / 1000)),
  }))
}

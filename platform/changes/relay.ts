import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type pg from 'pg'
import type { Db } from '../db/database.ts'
import type { Platform } from '../platform.ts'

/** An event as readers get it. */
export interface Told {
  id: number
  xid: string
  at: string
  actor: string | null
  name: string
  subject: string | null
  payload: Record<string, unknown>
}

/** A place in the outbox. The order is that of the writing transactions, then of the ids. */
export interface Cursor {
  xid: string
  event: number
}

export const beginning: Cursor = { xid: '0', event: 0 }

/**
 * The events after a cursor that no unfinished transaction can still precede: reading on from the last one misses
 * nothing and repeats nothing.
 */
export async function eventsAfter(db: Db, cursor: Cursor, limit: number): Promise<Told[]> {
  const result = await db.execute<{
    id: string
    xid: string
    at: Date | string
    actor: string | null
    name: string
    subject: string | null
    payload: Record<string, unknown>
  }>(sql`
    select id, xid::text, at, actor, name, subject, payload from outbox_events
    where (xid, id) > (${cursor.xid}::xid8, ${cursor.event})
      and xid < pg_snapshot_xmin(pg_current_snapshot())
    order by xid, id limit ${limit}`)
  return result.rows.map((row) => ({ ...row, id: Number(row.id), at: new Date(row.at).toISOString() }))
}

/** The newest place in the outbox. */
export async function outboxHead(db: Db): Promise<Cursor> {
  const result = await db.execute<{ xid: string; id: string }>(sql`
    select xid::text, id from outbox_events where xid < pg_snapshot_xmin(pg_current_snapshot())
    order by outbox_events.xid desc, id desc limit 1`)
  const row = result.rows[0]
  return row ? { xid: row.xid, event: Number(row.id) } : beginning
}

/** Which jobs want to hear of which event, by the event's name. */
export type Subscriptions = ReadonlyMap<string, readonly string[]>

/** Events passed on at once. */
export const AT_ONCE = 500

/**
 * Turns news into jobs: one job for each event and subscriber, added in the transaction that moves the cursor on, so
 * each is added exactly once whichever process does it.
 * @returns how many events were passed on
 */
export async function relayOnce(db: Db, subscriptions: Subscriptions, limit = AT_ONCE): Promise<number> {
  return db.transaction(async (tx) => {
    const lock = await tx.execute<{ held: boolean }>(sql`select pg_try_advisory_xact_lock(7465002) as held`)
    if (!lock.rows[0]?.held) return 0
    const kept = await tx.execute<{ xid: string; event: string }>(
      sql`select xid::text, event from outbox_cursors where reader = 'jobs'`,
    )
    const row = kept.rows[0]
    const events = await eventsAfter(tx, row ? { xid: row.xid, event: Number(row.event) } : beginning, limit)
    const last = events.at(-1)
    if (!last) return 0
    const jobs = events.flatMap((event) =>
      (subscriptions.get(event.name) ?? []).map((identifier) => ({ identifier, payload: { event: event.id } })),
    )
    if (jobs.length > 0)
      await tx.execute(sql`select graphile_worker.add_job(job->>'identifier', (job->'payload')::json, max_attempts => 12)
        from jsonb_array_elements(${JSON.stringify(jobs)}::jsonb) as job`)
    await tx.execute(sql`insert into outbox_cursors (reader, xid, event) values ('jobs', ${last.xid}::xid8, ${last.id})
      on conflict (reader) do update set xid = excluded.xid, event = excluded.event`)
    return events.length
  })
}

/**
 * Calls back whenever something may have been written to the outbox: at every notification, after every reconnection,
 * and every two seconds in case one was missed.
 * @param heard whether there was a notification; otherwise it is one of the looks in case
 * @param rest milliseconds between two calls at least, so that many changes are taken up together
 * @returns how to stop listening
 */
export async function onOutbox(
  platform: Platform,
  heard: (notified: boolean) => Promise<void>,
  rest = 50,
): Promise<() => Promise<void>> {
  const { database, log } = platform
  let client: pg.PoolClient | undefined
  let stopped = false
  let working = Promise.resolve()
  let pending = false

  let notified = false
  const resting = new AbortController()
  let rested = Promise.resolve()
  const work = () => {
    if (pending || stopped) return
    pending = true
    working = working.then(async () => {
      await rested
      rested = pause(rest, undefined, { signal: resting.signal }).catch(() => {})
      pending = false
      const told = notified
      notified = false
      await heard(told).catch((error) =>
        log.error({ error: String(error) }, 'reading the outbox failed; it is tried again'),
      )
    })
  }
  const letGo = (listener: pg.PoolClient | undefined) => {
    if (!listener || client !== listener) return
    client = undefined
    listener.release(true)
  }
  const listen = async () => {
    if (client || stopped) return
    try {
      const listener = await database.pool.connect()
      client = listener
      if (stopped) return letGo(listener)
      listener.on('notification', () => {
        notified = true
        work()
      })
      listener.on('error', () => letGo(listener))
      await listener.query('listen outbox')
    } catch (error) {
      letGo(client)
      log.warn({ error: String(error) }, 'not listening to the outbox; it is polled')
    }
  }
  const timer = setInterval(() => {
    void listen()
    work()
  }, 2_000)
  await listen()
  work()
  return async () => {
    stopped = true
    resting.abort()
    clearInterval(timer)
    await working
    letGo(client)
  }
}

/** Calls back whenever something was written to the outbox, by any process. @returns how to stop */
export async function onChange(platform: Platform, changed: () => void): Promise<() => Promise<void>> {
  let newest = ''
  const look = async (notified: boolean) => {
    if (notified) return changed()
    const { rows } = await platform.database.db.execute<{ id: string }>(
      sql`select max(id)::text as id from outbox_events`,
    )
    const seen = rows[0]?.id ?? ''
    if (seen !== newest) changed()
    newest = seen
  }
  return onOutbox(platform, look, 0)
}

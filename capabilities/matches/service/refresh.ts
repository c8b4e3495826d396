import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Act } from '#platform/access/act.ts'
import { record } from '#platform/changes/record.ts'
import { MINUTE } from '#platform/clock.ts'
import type { Db } from '#platform/db/database.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import { newId } from '#platform/ids.ts'
import { addJob, type Job, job } from '#platform/jobs/jobs.ts'
import { publishedListings } from '../../listings/service/find.ts'
import { matchesRefreshed, refreshBegun } from '../events.ts'
import { matchRefreshes } from '../table.ts'
import { matchingReplica } from './matching.ts'
import { keepPairs, type Pair, pairsOf } from './pairs.ts'
import type { Replica } from './replica.ts'
import { tellOfPairs } from './tell.ts'

/** Listings looked at in one transaction. */
const BATCH = 20
/** How long a job waits for an index that is being loaded. */
const LATER = MINUTE / 3

export type Refresh = typeof matchRefreshes.$inferSelect

type Task<Schema extends z.ZodType> = Job & { schema: z.ZodType<z.infer<Schema>> }

/** The instant at which something that needs the index is tried again. */
const soon = (now: Date) => new Date(now.getTime() + LATER)

const ofListing = z.object({ listing: z.uuid() })
/** Looks for what fits one listing, keeps the pairs and tells of the new ones. */
export const matchListing: Task<typeof ofListing> = job('match-listing', ofListing, async (act, { listing }) => {
  const { db } = act.platform.database
  const replica = await matchingReplica(act.platform)
  if (!replica) return addJob(db, matchListing, { listing }, { key: `match:${listing}`, runAt: soon(act.now) })
  await inTransaction(db, (tx) => matchOne(tx, act, replica, listing))
})

const ofRefresh = z.object({ refresh: z.uuid() })
/** Goes on going through all listings, some at a time. */
export const refreshMatches: Task<typeof ofRefresh> = job('refresh-matches-some', ofRefresh, async (act, payload) => {
  const { db } = act.platform.database
  const replica = await matchingReplica(act.platform)
  if (!replica) return addJob(db, refreshMatches, payload, { runAt: soon(act.now) })
  await inTransaction(db, async (tx) => {
    if (await refreshSome(tx, act, replica, payload.refresh)) await addJob(tx, refreshMatches, payload)
  })
})

/** Goes through all listings, beginning now; where that is under way, it goes on. */
export async function startRefresh(db: Db, act: Act): Promise<Refresh> {
  const id = await beginRefresh(db, act)
  await addJob(db, refreshMatches, { refresh: id }, { key: `refresh:${id}` })
  const [row] = await db.select().from(matchRefreshes).where(eq(matchRefreshes.id, id))
  if (!row) throw new Error('a refresh that was begun is gone')
  return row
}

/** The pairs of one listing are looked for, kept and told of. */
export async function matchOne(db: Db, act: Act, replica: Replica, listing: string): Promise<Pair[]> {
  const fresh = await keepPairs(db, act, replica, listing, pairsOf(replica, listing, act.now))
  await tellOfPairs(db, act, replica, fresh)
  return fresh
}

/** The newest going through all listings. */
export async function newestRefresh(db: Db): Promise<Refresh | undefined> {
  const [row] = await db
    .select()
    .from(matchRefreshes)
    .orderBy(desc(matchRefreshes.startedAt), desc(matchRefreshes.id))
    .limit(1)
  return row
}

/**
 * Begins to go through all listings; where that is under way already, that one goes on.
 * @returns its id
 */
async function beginRefresh(db: Db, act: Act): Promise<string> {
  const { rows } = await db.execute<{ total: string }>(
    sql`select count(*) as total from listings where status = 'published'`,
  )
  const id = newId()
  const [begun] = await db
    .insert(matchRefreshes)
    .values({ id, startedAt: act.now.toISOString(), total: Number(rows[0]?.total ?? 0) })
    .onConflictDoNothing()
    .returning({ id: matchRefreshes.id })
  if (begun) {
    await record(db, act, refreshBegun, { chain: 'site', subject: id, payload: { refresh: id } })
    return id
  }
  const [running] = await db.select().from(matchRefreshes).where(isNull(matchRefreshes.finishedAt))
  return running?.id ?? id
}

/**
 * Looks at the next listings; how far it came stands in the same transaction.
 * @returns whether there is more to do
 */
async function refreshSome(db: Db, act: Act, replica: Replica, id: string): Promise<boolean> {
  const [refresh] = await db
    .select()
    .from(matchRefreshes)
    .where(and(eq(matchRefreshes.id, id), isNull(matchRefreshes.finishedAt)))
    .for('update')
  if (!refresh) return false
  const rows = await publishedListings(db, refresh.last, BATCH)
  let found = 0
  for (const row of rows) found += (await matchOne(db, act, replica, row.id)).length
  const more = rows.length === BATCH
  await db
    .update(matchRefreshes)
    .set({
      last: rows.at(-1)?.id ?? refresh.last,
      done: refresh.done + rows.length,
      found: refresh.found + found,
      ...(more ? {} : { finishedAt: act.now.toISOString() }),
    })
    .where(eq(matchRefreshes.id, id))
  if (!more)
    await record(db, act, matchesRefreshed, {
      chain: 'site',
      subject: id,
      payload: { refresh: id, found: refresh.found + found },
    })
  return more
}

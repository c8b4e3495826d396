import { and, desc, eq, gt, sql } from 'drizzle-orm'
import { DAY, HOUR } from '#platform/clock.ts'
import type { Db } from '#platform/db/database.ts'
import { Problem } from '#platform/errors.ts'
import { expressions } from '../table.ts'

/** How many expressions of interest an organisation sends within a day: enough for any search, too few to flood. */
export const MOST_IN_A_DAY = 20

/**
 * Makes the senders of one organisation wait for each other, and refuses one too many.
 * @param db the open transaction
 * @throws Problem `too-many` with the seconds until the next may be sent
 */
export async function assertWithinDay(db: Db, organisation: string, now: Date): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`expressions:${organisation}`}, 0))`)
  const dayAgo = new Date(now.getTime() - DAY)
  const [oldest] = await db
    .select({ at: expressions.createdAt })
    .from(expressions)
    .where(and(eq(expressions.fromOrganisation, organisation), gt(expressions.createdAt, dayAgo.toISOString())))
    .orderBy(desc(expressions.createdAt))
    .offset(MOST_IN_A_DAY - 1)
    .limit(1)
  if (!oldest) return
  const wait = new Date(oldest.at).getTime() - dayAgo.getTime()
  throw new Problem('too-many', 'expressions-of-interest:errors.enoughToday', {
    values: { most: MOST_IN_A_DAY, count: Math.ceil(wait / HOUR) },
    details: { seconds: Math.ceil(wait / 1000) },
  })
}

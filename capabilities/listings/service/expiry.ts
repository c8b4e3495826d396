import { and, asc, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import { record } from '#platform/changes/record.ts'
import { DAY } from '#platform/clock.ts'
import type { Db } from '#platform/db/database.ts'
import { listingEnding, listingExpired } from '../events.ts'
import { listings } from '../table.ts'
import { about } from './news.ts'

/** How many days before its end an owner is reminded of a listing, latest first. */
export const reminderDays = [7, 30] as const
const AT_ONCE = 200

const subject = {
  id: listings.id,
  organisation: listings.organisation,
  status: listings.status,
  visibility: listings.visibility,
  endsAt: listings.endsAt,
}
/** Written out for the sake of its partial index. */
const running = sql`${listings.status} in ('published', 'paused')`

function daysOn(now: Date, days: number): string {
  return new Date(now.getTime() + days * DAY).toISOString()
}

/** The reminder that would come too late to be one: a listing that runs for a week only is not to be reminded of. */
export function reminderPassed(
  { expiresAt, deadline }: { expiresAt: string | null; deadline: string | null },
  now: Date,
): number | null {
  const ends = [expiresAt, deadline].filter((end) => end !== null).sort()[0]
  return reminderDays.find((days) => ends !== undefined && ends <= daysOn(now, days)) ?? null
}

/**
 * Ends listings whose deadline or validity is over, some at a time.
 * @param db an open transaction
 * @returns whether there may be more
 */
export async function expireListings(db: Db, act: Act): Promise<boolean> {
  const now = act.now.toISOString()
  const over = db
    .select({ id: listings.id })
    .from(listings)
    .where(and(running, lte(listings.endsAt, now)))
    .orderBy(asc(listings.endsAt))
    .limit(AT_ONCE)
    .for('update', { skipLocked: true })
  const ended = await db
    .update(listings)
    .set({ status: 'expired', closedAt: now, updatedAt: now })
    .where(inArray(listings.id, over))
    .returning(subject)
  for (const row of ended) await record(db, act, listingExpired, about(row))
  return ended.length === AT_ONCE
}

/**
 * Tells owners of listings that end soon, once 30 and once 7 days before, some at a time.
 * @param db an open transaction
 * @returns whether there may be more
 */
export async function remindOfEnds(db: Db, act: Act): Promise<boolean> {
  let most = 0
  for (const days of reminderDays) {
    const soon = db
      .select({ id: listings.id })
      .from(listings)
      .where(
        and(
          running,
          gt(listings.endsAt, act.now.toISOString()),
          lte(listings.endsAt, daysOn(act.now, days)),
          or(isNull(listings.remindedDays), gt(listings.remindedDays, days)),
        ),
      )
      .orderBy(asc(listings.endsAt))
      .limit(AT_ONCE)
      .for('update', { skipLocked: true })
    const reminded = await db
      .update(listings)
      .set({ remindedDays: days })
      .where(inArray(listings.id, soon))
      .returning(subject)
    for (const row of reminded)
      await record(db, act, listingEnding, about(row, { days, endsAt: row.endsAt ?? act.now.toISOString() }))
    most = Math.max(most, reminded.length)
  }
  return most === AT_ONCE
}

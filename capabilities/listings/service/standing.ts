import { and, eq } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import { isModerator } from '#platform/access/actor.ts'
import { type EventKind, record } from '#platform/changes/record.ts'
import type { Db } from '#platform/db/database.ts'
import { invalidField, Problem } from '#platform/errors.ts'
import {
  listingFulfilled,
  listingPaused,
  listingPublished,
  listingRenewed,
  listingResumed,
  listingReturned,
  listingSubmitted,
  listingWithdrawn,
} from '../events.ts'
import { conceals, type Transition, transitions } from '../policy.ts'
import type { Outcome } from '../schema.ts'
import { listings } from '../table.ts'
import { reminderPassed } from './expiry.ts'
import type { Listing } from './find.ts'
import { assertUnleaked } from './leak-check.ts'
import { about } from './news.ts'

/** @throws Problem `conflict` when the verb leads nowhere from the listing's status */
export function assertStatus(row: Listing, verb: Transition): void {
  if (transitions[verb].some((status) => status === row.status)) return
  throw new Problem('conflict', 'listings:errors.notNow', { details: { status: row.status } })
}

type Values = Partial<typeof listings.$inferInsert>

/**
 * Brings a listing from the status it was read in to another.
 * @throws Problem `conflict` when somebody changed it meanwhile
 */
async function move(db: Db, act: Act, row: Listing, values: Values): Promise<Listing> {
  const moved = await db
    .update(listings)
    .set({ ...values, updatedAt: act.now.toISOString() })
    .where(and(eq(listings.id, row.id), eq(listings.status, row.status), eq(listings.version, row.version)))
    .returning({ id: listings.id })
  if (moved.length === 0) throw new Problem('conflict', 'listings:errors.notNow')
  return { ...row, ...(values as Partial<Listing>) }
}

/** One year on. */
function yearFrom(now: Date): string {
  const end = new Date(now)
  end.setUTCFullYear(end.getUTCFullYear() + 1)
  return end.toISOString()
}

/** @throws Problem `invalid` for a listing that could only appear to be too late for it */
function assertInTime(row: Listing, now: Date): void {
  if (row.deadline !== null && row.deadline <= now.toISOString())
    throw invalidField('deadline', 'listings:errors.deadlinePassed')
}

/**
 * Lets a listing appear; where listings are looked at first, one that was not yet waits for a moderator.
 * @param acknowledged keys of findings of the leak check that identify nobody
 * @throws Problem `invalid` when it would give its owner away or its deadline has passed, `conflict` from another status
 */
export async function publishListing(
  db: Db,
  act: Act,
  row: Listing,
  acknowledged: readonly string[] = [],
): Promise<void> {
  assertStatus(row, 'publish')
  const acknowledgedLeaks = [...new Set([...row.acknowledgedLeaks, ...acknowledged])]
  const again = act.now.toISOString()
  await appear(db, act, { ...row, acknowledgedLeaks }, { publishedAt: again, expiresAt: yearFrom(act.now) })
}

/** The way every listing takes that is to appear, whether for the first time or again. */
async function appear(
  db: Db,
  act: Act,
  row: Listing,
  dates: Pick<Values, 'publishedAt' | 'expiresAt'>,
): Promise<Listing> {
  assertInTime(row, act.now)
  if (conceals(row.visibility)) await assertUnleaked(db, row)
  const { acknowledgedLeaks } = row
  const unseen = act.platform.config.moderation === 'before' && row.approvedVersion !== row.version
  // One that was sent back waits to be looked at again, whatever the rule.
  if ((unseen || row.reviewReason !== null) && !isModerator(act.actor)) {
    const waiting = await move(db, act, row, { status: 'review', acknowledgedLeaks })
    await record(db, act, listingSubmitted, about(waiting))
    return waiting
  }
  const shown = await move(db, act, row, {
    ...dates,
    acknowledgedLeaks,
    status: 'published',
    approvedVersion: row.version,
    reviewReason: null,
    outcome: null,
    closedAt: null,
    remindedDays: reminderPassed({ ...row, expiresAt: dates.expiresAt ?? row.expiresAt }, act.now),
  })
  await record(db, act, listingPublished, about(shown))
  return shown
}

/** A moderator lets a listing appear that waits for it. */
export async function approveListing(db: Db, act: Act, row: Listing): Promise<void> {
  assertStatus(row, 'review')
  const publishedAt = row.publishedAt ?? act.now.toISOString()
  await appear(db, act, row, { publishedAt, expiresAt: row.expiresAt ?? yearFrom(act.now) })
}

/**
 * A moderator sends a listing back to its owner, whether it waits or has appeared.
 * @param reason a sentence its owner can act on
 */
export async function returnListing(db: Db, act: Act, row: Listing, reason: string): Promise<void> {
  assertStatus(row, 'sendBack')
  const back = await move(db, act, row, { status: 'returned', reviewReason: reason })
  await record(db, act, listingReturned, about(back, { reason }))
}

/** Hides a listing for a while. */
export async function pauseListing(db: Db, act: Act, row: Listing): Promise<void> {
  await simply(db, act, row, 'pause', { status: 'paused' }, listingPaused)
}

/** Shows a paused listing again. */
export async function resumeListing(db: Db, act: Act, row: Listing): Promise<void> {
  assertStatus(row, 'resume')
  if (row.approvedVersion !== row.version && act.platform.config.moderation === 'before') {
    await appear(db, act, row, {})
    return
  }
  assertInTime(row, act.now)
  if (conceals(row.visibility)) await assertUnleaked(db, row)
  await simply(db, act, row, 'resume', { status: 'published' }, listingResumed)
}

/** Takes a listing back. */
export async function withdrawListing(db: Db, act: Act, row: Listing): Promise<void> {
  const closedAt = act.now.toISOString()
  await simply(db, act, row, 'withdraw', { status: 'withdrawn', closedAt }, listingWithdrawn)
}

async function simply(
  db: Db,
  act: Act,
  row: Listing,
  verb: Transition,
  values: Values,
  kind: EventKind<typeof listingPaused.schema.shape>,
): Promise<void> {
  assertStatus(row, verb)
  await record(db, act, kind, about(await move(db, act, row, values)))
}

/**
 * Closes a listing and says what became of it. One that was not met is withdrawn, the others are fulfilled.
 * @param note for the owner's own records
 */
export async function fulfilListing(db: Db, act: Act, row: Listing, outcome: Outcome, note: string): Promise<void> {
  assertStatus(row, 'fulfil')
  const closedAt = act.now.toISOString()
  const status = outcome === 'not-met' ? 'withdrawn' : 'fulfilled'
  const closed = await move(db, act, row, { status, outcome, outcomeNote: note, closedAt })
  await record(db, act, listingFulfilled, about(closed, { outcome }))
}

/**
 * Lets a listing hold for a year from now; one that has expired appears again.
 * @throws Problem `invalid` while its deadline lies in the past
 */
export async function renewListing(db: Db, act: Act, row: Listing): Promise<void> {
  assertStatus(row, 'renew')
  assertInTime(row, act.now)
  const expiresAt = yearFrom(act.now)
  const remindedDays = reminderPassed({ ...row, expiresAt }, act.now)
  const renewed =
    row.status === 'expired'
      ? await appear(db, act, row, { expiresAt })
      : await move(db, act, row, { expiresAt, remindedDays })
  await record(db, act, listingRenewed, about(renewed, { expiresAt }))
}

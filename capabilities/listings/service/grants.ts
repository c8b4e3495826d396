import type { Act } from '#platform/access/act.ts'
import { record } from '#platform/changes/record.ts'
import type { Db } from '#platform/db/database.ts'
import { listingOpened, listingRevealed } from '../events.ts'
import { listingOpenings, listingReveals } from '../table.ts'
import { findListing } from './find.ts'
import { about } from './news.ts'

/**
 * The owner of a listing lets an organisation know who it is. Doing it again changes nothing.
 * @throws Problem `not-found` for a listing that is not there
 */
export async function revealTo(db: Db, act: Act, listing: string, organisation: string): Promise<void> {
  const row = await findListing(db, listing)
  const fresh = await db
    .insert(listingReveals)
    .values({ listing, organisation, at: act.now.toISOString() })
    .onConflictDoNothing()
    .returning({ listing: listingReveals.listing })
  if (fresh.length > 0) await record(db, act, listingRevealed, about(row, { to: organisation }))
}

/**
 * Opens a match-only listing to organisations it was found to fit. Those it was opened to already are left as they are.
 * @throws Problem `not-found` for a listing that is not there
 */
export async function openTo(db: Db, act: Act, listing: string, organisations: readonly string[]): Promise<void> {
  const row = await findListing(db, listing)
  const at = act.now.toISOString()
  const others = [...new Set(organisations)].filter((organisation) => organisation !== row.organisation)
  if (others.length === 0) return
  const fresh = await db
    .insert(listingOpenings)
    .values(others.map((organisation) => ({ listing, organisation, at })))
    .onConflictDoNothing()
    .returning({ organisation: listingOpenings.organisation })
  const to = fresh.map(({ organisation }) => organisation)
  if (to.length > 0) await record(db, act, listingOpened, about(row, { to }))
}

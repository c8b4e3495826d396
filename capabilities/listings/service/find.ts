import { and, asc, eq, getTableColumns, gt, inArray, sql } from 'drizzle-orm'
import type { Db } from '#platform/db/database.ts'
import { notFound } from '#platform/errors.ts'
import type { ListingFacts } from '../policy.ts'
import { listingOpenings, listingReveals, listings, ownerSuspended } from '../table.ts'

const { searchable, searchWords, ownerNames, ...columns } = getTableColumns(listings)

const grantedBy = (table: typeof listingReveals | typeof listingOpenings) =>
  sql<string[]>`array(${sql`select ${table.organisation} from ${table} where ${table.listing} = ${listings.id}`})`

/** A listing with all that decisions on it need. */
export const listingFields = {
  ...columns,
  ownerSuspended: sql<boolean>`(${ownerSuspended})`,
  revealedTo: grantedBy(listingReveals),
  openedTo: grantedBy(listingOpenings),
}

export type Listing = Omit<typeof listings.$inferSelect, 'searchable' | 'searchWords' | 'ownerNames'> & ListingFacts

/** @throws Problem `not-found` */
export async function findListing(db: Db, id: string): Promise<Listing> {
  const [row] = await db.select(listingFields).from(listings).where(eq(listings.id, id))
  if (!row) throw notFound()
  return row
}

/** @throws Problem `not-found` */
export async function findListingByReference(db: Db, reference: string): Promise<Listing> {
  const [row] = await db.select(listingFields).from(listings).where(eq(listings.reference, reference.toUpperCase()))
  if (!row) throw notFound()
  return row
}

/** Those of the listings that there are, in no particular order. */
export async function findListings(db: Db, ids: readonly string[]): Promise<Listing[]> {
  if (ids.length === 0) return []
  return db
    .select(listingFields)
    .from(listings)
    .where(inArray(listings.id, [...ids]))
}

/**
 * Published listings of every visibility whose owner is not suspended, by id: for readers that go over all of them, such
 * as an index. What such a reader shows is under the policy all the same.
 * @param after the last id of the part before, or null to begin
 */
export async function runningListings(db: Db, after: string | null, limit: number): Promise<Listing[]> {
  return db
    .select(listingFields)
    .from(listings)
    .where(
      and(
        sql`${listings.status} = 'published'`,
        sql`not ${ownerSuspended}`,
        after === null ? undefined : gt(listings.id, after),
      ),
    )
    .orderBy(asc(listings.id))
    .limit(limit)
}

/** The next published listings in the order of their ids, after one of them or from the first: to go through all. */
export async function publishedListings(db: Db, after: string | null, limit: number): Promise<Listing[]> {
  return db
    .select(listingFields)
    .from(listings)
    .where(and(eq(listings.status, 'published'), after === null ? undefined : gt(listings.id, after)))
    .orderBy(asc(listings.id))
    .limit(limit)
}

/** The published listings of some organisations. */
export async function publishedListingsOf(db: Db, ...organisations: string[]): Promise<Listing[]> {
  if (organisations.length === 0) return []
  return db
    .select(listingFields)
    .from(listings)
    .where(and(eq(listings.status, 'published'), inArray(listings.organisation, organisations)))
    .orderBy(asc(listings.id))
}

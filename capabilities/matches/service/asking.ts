import { sql } from 'drizzle-orm'
import type { Db } from '#platform/db/database.ts'
import { findListing, type Listing, publishedListingsOf } from '../../listings/service/find.ts'
import { findOrganisation, type Organisation } from '../../organisations/service/profile.ts'

/** A listing as one that asks what fits it. @throws Problem `not-found` */
export function findAsking(db: Db, id: string): Promise<Listing> {
  return findListing(db, id)
}

/** The organisation in whose name is asked. @throws Problem `not-found` */
export function bodyOf(db: Db, id: string): Promise<Organisation> {
  return findOrganisation(db, id)
}

export function publishedOf(db: Db, organisation: string): Promise<Listing[]> {
  return publishedListingsOf(db, organisation)
}

/** How many published listings some organisations have. */
export async function countPublished(db: Db, organisations: readonly string[]): Promise<number> {
  const { rows } = await db.execute<{ number: string }>(sql`select count(*) as number from listings
    where status = 'published' and organisation = any(${sql.param([...organisations])}::uuid[])`)
  return Number(rows[0]?.number ?? 0)
}

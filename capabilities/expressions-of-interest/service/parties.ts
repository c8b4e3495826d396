import type { Db } from '#platform/db/database.ts'
import { findListings, type Listing } from '../../listings/service/find.ts'
import type { OrganisationSummary } from '../../organisations/schema.ts'
import { organisationSummaries } from '../../organisations/service/list.ts'
import { findOrganisation, type Organisation } from '../../organisations/service/profile.ts'
import type { Expression } from './find.ts'

/** What expressions of a list refer to: one question for each kind of thing. */
export interface Surroundings {
  organisations: ReadonlyMap<string, OrganisationSummary>
  listings: ReadonlyMap<string, Listing>
}

export async function surroundingsOf(db: Db, rows: readonly Expression[]): Promise<Surroundings> {
  const senders = await organisationSummaries(
    db,
    rows.map((row) => row.fromOrganisation),
  )
  const owners = await organisationSummaries(
    db,
    rows.map((row) => row.toOrganisation),
  )
  const found = await findListings(
    db,
    rows.flatMap((row) => [row.listing, ...(row.ownListing ? [row.ownListing] : [])]),
  )
  return {
    organisations: new Map([...senders, ...owners]),
    listings: new Map(found.map((listing) => [listing.id, listing])),
  }
}

/** @throws Problem `not-found` */
export function findBody(db: Db, organisation: string): Promise<Organisation> {
  return findOrganisation(db, organisation)
}

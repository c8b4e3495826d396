import type { z } from 'zod'
import type { Actor } from '#platform/access/actor.ts'
import { isModerator } from '#platform/access/actor.ts'
import type { Db } from '#platform/db/database.ts'
import { actsFor } from '../../organisations/policy.ts'
import { organisationSummaries } from '../../organisations/service/list.ts'
import { knowsOwner, listingRightsOf } from '../policy.ts'
import type { listingCard, listingView, ownListingCard } from '../schema.ts'
import { attachmentsOf } from './attachments.ts'
import type { Listing } from './find.ts'

/** What anybody who sees the listing may know of its owner. */
function traits(row: Listing): z.input<typeof listingCard>['owner'] {
  return {
    country: row.ownerCountry,
    organisationType: row.ownerType,
    size: row.ownerSize,
    roleTags: row.ownerRoleTags,
  }
}

/** A listing as one reader may see it: without anything that tells whose it is, where the reader may not know that. */
export async function presentView(db: Db, actor: Actor, row: Listing): Promise<z.input<typeof listingView>> {
  const known = knowsOwner(actor, row)
  const own = isModerator(actor) || actsFor(actor, row.organisation)
  const owners = known ? await organisationSummaries(db, [row.organisation]) : undefined
  return {
    ...row,
    organisation: owners?.get(row.organisation) ?? null,
    owner: traits(row),
    attachments: known ? await attachmentsOf(db, row) : [],
    createdBy: own ? row.createdBy : null,
    reviewReason: own ? row.reviewReason : null,
    acknowledgedLeaks: own ? row.acknowledgedLeaks : [],
    can: listingRightsOf(actor, row),
  }
}

/** Listings of a list: one question for all their owners. */
export async function presentCards(
  db: Db,
  actor: Actor,
  rows: readonly Listing[],
): Promise<z.input<typeof ownListingCard>[]> {
  const known = rows.filter((row) => knowsOwner(actor, row)).map((row) => row.organisation)
  const owners = await organisationSummaries(db, known)
  return rows.map((row) => ({
    ...row,
    organisation: knowsOwner(actor, row) ? (owners.get(row.organisation) ?? null) : null,
    owner: traits(row),
    can: listingRightsOf(actor, row),
  }))
}

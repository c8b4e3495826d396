import type { z } from 'zod'
import type { Actor } from '#platform/access/actor.ts'
import { isModerator } from '#platform/access/actor.ts'
import type { Db } from '#platform/db/database.ts'
import { actsFor } from '../../organisations/policy.ts'
import { organisationSummaries, summaryOf } from '../../organisations/service/list.ts'
import type { Organisation } from '../../organisations/service/profile.ts'
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

type View = z.input<typeof listingView>

/** A listing as one reader may see it: without anything that tells whose it is, where the reader may not know that. */
export async function presentView(db: Db, actor: Actor, row: Listing): Promise<View> {
  if (!knowsOwner(actor, row)) return viewOf(actor, row, null, [])
  const owners = await organisationSummaries(db, [row.organisation])
  return viewOf(actor, row, owners.get(row.organisation) ?? null, await attachmentsOf(db, row))
}

/** A draft that its owner has just made: no file hangs on it yet. */
export function presentNew(actor: Actor, row: Listing, owner: Organisation): View {
  return viewOf(actor, row, summaryOf(owner), [])
}

function viewOf(
  actor: Actor,
  row: Listing,
  organisation: View['organisation'],
  attachments: View['attachments'],
): View {
  const own = isModerator(actor) || actsFor(actor, row.organisation)
  return {
    ...row,
    organisation,
    owner: traits(row),
    attachments,
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

import type { Act } from '#platform/access/act.ts'
import { record } from '#platform/changes/record.ts'
import type { Db } from '#platform/db/database.ts'
import { folded } from '#platform/db/folded.ts'
import { invalidField, notFound, Problem } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { findListing, type Listing } from '../../listings/service/find.ts'
import { languageOf } from '../../listings/service/language.ts'
import { expressionSent } from '../events.ts'
import { concealsFrom, seesListing } from '../policy.ts'
import type { ExpressionDraft } from '../schema.ts'
import { expressions } from '../table.ts'
import { dueFrom, nextStrike } from './clock.ts'
import { assertWithinDay } from './daily-limit.ts'
import { about } from './news.ts'
import { noteStep } from './step.ts'

/**
 * Sends an organisation's interest to whoever posted a listing. From here the reply promise runs.
 * @returns the expression's id
 * @throws Problem `not-found` for a listing the organisation may not see; `conflict` for one that takes no answers (any
 *   more), for the organisation's own, and while an earlier expression is open; `too-many` beyond what may be sent in a day
 */
export async function sendExpression(db: Db, act: Act, draft: ExpressionDraft): Promise<string> {
  const listing = await findListing(db, draft.listing)
  if (!seesListing(act.actor, draft.organisation, listing)) throw notFound()
  if (listing.organisation === draft.organisation)
    throw new Problem('conflict', 'expressions-of-interest:errors.ownListing')
  assertTakesAnswers(listing, act.now)
  if (draft.ownListing) await assertOwn(db, draft.ownListing, draft.organisation)
  await assertWithinDay(db, draft.organisation, act.now)
  const now = act.now.toISOString()
  const dueAt = dueFrom(act.now, act.platform.config.replyDays)
  const id = newId()
  await db.insert(expressions).values({
    ...draft,
    id,
    fromOrganisation: draft.organisation,
    toOrganisation: listing.organisation,
    createdBy: act.actor.id,
    language: draft.language ?? languageOf(`${draft.seeks} ${draft.brings}`, listing.language),
    concealed: concealsFrom(draft.organisation, listing),
    searchable: searchableOf(draft, listing),
    replyDueAt: dueAt.toISOString(),
    clockAt: nextStrike(act.now, dueAt, act.now)?.toISOString() ?? null,
    ownerNewsAt: now,
    senderSeenAt: now,
    createdAt: now,
    updatedAt: now,
  })
  await noteStep(db, act, id, 'received', 'sender')
  const row = { id, listing: listing.id, fromOrganisation: draft.organisation, toOrganisation: listing.organisation }
  await record(db, act, expressionSent, about(row))
  return id
}

/** Nothing in it tells whose the listing is, so that no search finds that out. */
export function searchableOf(
  draft: Pick<ExpressionDraft, 'seeks' | 'brings' | 'unclear'>,
  listing: Pick<Listing, 'title' | 'reference'>,
): string {
  return folded([listing.title, listing.reference, draft.seeks, draft.brings, draft.unclear].join(' '))
}

function assertTakesAnswers(listing: Listing, now: Date): void {
  const over = [listing.eoiDeadline, listing.deadline, listing.expiresAt].some(
    (end) => end !== null && end <= now.toISOString(),
  )
  if (listing.status !== 'published' || over)
    throw new Problem('conflict', 'expressions-of-interest:errors.listingClosed')
}

async function assertOwn(db: Db, listing: string, organisation: string): Promise<void> {
  const row = await findListing(db, listing).catch(() => null)
  if (row?.organisation !== organisation)
    throw invalidField('ownListing', 'expressions-of-interest:errors.notYourListing')
}

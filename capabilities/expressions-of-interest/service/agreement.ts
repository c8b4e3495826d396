import type { Act } from '#platform/access/act.ts'
import { record } from '#platform/changes/record.ts'
import type { Db } from '#platform/db/database.ts'
import { Problem } from '#platform/errors.ts'
import { findListing } from '../../listings/service/find.ts'
import { fulfilListing } from '../../listings/service/standing.ts'
import { agreementProposed, expressionAgreed } from '../events.ts'
import type { Confirmation, Proposal } from '../schema.ts'
import type { Expression } from './find.ts'
import { assertUnleaked } from './guard.ts'
import { about } from './news.ts'
import { assertAnswered, assertOpen, leave, sideOf } from './step.ts'

/**
 * Proposes what the two have agreed on; a further proposal of either side takes the place of the one before.
 * @throws Problem `conflict` for a sender whom nobody has answered, and once it is closed; `invalid` for what would give
 *   an owner away who is not revealed
 */
export async function proposeAgreement(db: Db, act: Act, row: Expression, input: Omit<Proposal, 'id'>): Promise<void> {
  const side = sideOf(act, row, input.as)
  assertOpen(row)
  assertAnswered(row, side)
  await assertUnleaked(db, row, side, ['summary', input.summary], input.acknowledged)
  const version = row.version + 1
  await record(db, act, agreementProposed, about(row, { side, agreementType: input.agreementType, version }))
  await leave(db, act, row, side, {
    agreementType: input.agreementType,
    agreementSummary: input.summary,
    agreementBy: side,
    agreementProposedAt: act.now.toISOString(),
    closesListing: side === 'owner' && input.closeListing,
    version,
  })
}

/**
 * Confirms what the other side proposed: now it is agreed. Closes the listing as fulfilled where the owner wished that.
 * @throws Problem `conflict` without a proposal of the other side and once it is closed; `stale` when another proposal
 *   has taken the place of the one that was read
 */
export async function confirmAgreement(
  db: Db,
  act: Act,
  row: Expression,
  input: Omit<Confirmation, 'id'>,
): Promise<void> {
  const side = sideOf(act, row, input.as)
  assertOpen(row)
  if (row.agreementType === null) throw new Problem('conflict', 'expressions-of-interest:errors.nothingProposed')
  if (row.agreementBy === side) throw new Problem('conflict', 'expressions-of-interest:errors.ownProposal')
  if (row.version !== input.version)
    throw new Problem('stale', 'expressions-of-interest:errors.otherProposal', { details: { version: row.version } })
  await leave(db, act, row, side, { stage: 'agreed', agreedAt: act.now.toISOString() })
  await record(db, act, expressionAgreed, about(row, { side, agreementType: row.agreementType }))
  if (side === 'owner' ? input.closeListing : row.closesListing) await closeListing(db, act, row.listing)
}

async function closeListing(db: Db, act: Act, id: string): Promise<void> {
  const listing = await findListing(db, id)
  // Closed by somebody meanwhile: what the owner wished has come about.
  if (listing.status === 'published' || listing.status === 'paused' || listing.status === 'expired')
    await fulfilListing(db, act, listing, 'through-entente', '')
}

import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { Act } from '#platform/access/act.ts'
import { record } from '#platform/changes/record.ts'
import type { Db } from '#platform/db/database.ts'
import { invalidField, Problem } from '#platform/errors.ts'
import { revealTo } from '../../listings/service/grants.ts'
import { expressionDeclined, expressionMoved, expressionRevealed, expressionWithdrawn } from '../events.ts'
import type { Decline, moving } from '../schema.ts'
import { expressions } from '../table.ts'
import { type Expression, holdExpression } from './find.ts'
import { assertUnleaked } from './guard.ts'
import { about } from './news.ts'
import { assertAnswered, assertOpen, leave, sideOf } from './step.ts'

/**
 * Notes that the two are in conversation, or have met.
 * @throws Problem `conflict` for a step back, for a sender whom nobody has answered, and once it is closed
 */
export async function moveStage(
  db: Db,
  act: Act,
  row: Expression,
  { stage, as }: Pick<z.infer<typeof moving>, 'stage' | 'as'>,
): Promise<void> {
  const side = sideOf(act, row, as)
  assertOpen(row)
  assertAnswered(row, side)
  if (row.stage === stage || row.stage === 'met')
    throw new Problem('conflict', 'expressions-of-interest:errors.stageReached')
  await leave(db, act, row, side, { stage })
  await record(db, act, expressionMoved, about(row, { side, stage, byAnswer: false }))
}

/**
 * The owner says no, and why.
 * @throws Problem `conflict` once it is closed; `invalid` for "other" without a word, and for what would give an owner
 *   away who is not revealed
 */
export async function decline(db: Db, act: Act, row: Expression, input: Omit<Decline, 'id'>): Promise<void> {
  assertOpen(row)
  if (input.kind === 'other' && input.text === '') throw invalidField('text', 'expressions-of-interest:errors.sayWhy')
  await assertUnleaked(db, row, 'owner', ['text', input.text], input.acknowledged)
  await leave(db, act, row, 'owner', {
    stage: 'declined',
    declineKind: input.kind,
    declineText: input.text,
  })
  await record(db, act, expressionDeclined, about(row, { kind: input.kind, bySystem: false }))
}

/** Says to all who still wait for an answer that the listing was fulfilled with somebody else. */
export async function declineWaiting(db: Db, act: Act, listing: string): Promise<void> {
  const waiting = await db
    .select({ id: expressions.id })
    .from(expressions)
    .where(and(eq(expressions.listing, listing), eq(expressions.stage, 'received'), isNull(expressions.firstReplyAt)))
    .orderBy(expressions.id)
  for (const { id } of waiting) {
    const row = await holdExpression(db, id)
    if (row.stage !== 'received') continue
    const kind = 'already-found' as const
    // The owner's closing of the listing is the answer, even where the platform passes it on.
    await leave(db, act, row, 'owner', {
      stage: 'declined',
      declineKind: kind,
      ownerSeenAt: row.ownerSeenAt,
    })
    await record(db, act, expressionDeclined, about(row, { kind, bySystem: true }))
  }
}

/** The sender takes it back. @throws Problem `conflict` once it is closed */
export async function withdraw(db: Db, act: Act, row: Expression): Promise<void> {
  assertOpen(row)
  await leave(db, act, row, 'sender', { stage: 'withdrawn' })
  await record(db, act, expressionWithdrawn, about(row))
}

/**
 * The owner of an anonymous listing says who it is, to this sender.
 * @throws Problem `conflict` where the sender knows it already, and once it is closed
 */
export async function reveal(db: Db, act: Act, row: Expression): Promise<void> {
  if (row.stage !== 'agreed') assertOpen(row)
  if (row.ownerKnown) throw new Problem('conflict', 'expressions-of-interest:errors.alreadyKnown')
  await revealTo(db, act, row.listing, row.fromOrganisation)
  await record(db, act, expressionRevealed, about(row))
  await leave(db, act, row, 'owner', { revealedAt: act.now.toISOString() })
}

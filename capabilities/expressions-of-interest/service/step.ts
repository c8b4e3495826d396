import { eq } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import { record } from '#platform/changes/record.ts'
import type { Db } from '#platform/db/database.ts'
import { Problem } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { expressionMoved } from '../events.ts'
import { actsOn, sidesOf } from '../policy.ts'
import { openStages, type Side, type Stage } from '../schema.ts'
import { expressionSteps, expressions } from '../table.ts'
import type { Expression } from './find.ts'
import { about } from './news.ts'

type Values = Partial<typeof expressions.$inferInsert>

/**
 * The side in whose name somebody acts: the one named, else the only one, else the owner's.
 * @throws Problem `forbidden` for a side the person does not act for
 */
export function sideOf(act: Act, row: Expression, named: Side | undefined): Side {
  const side = named ?? sidesOf(act.actor, row).find((one) => actsOn(act.actor, row, one))
  if (!side || !actsOn(act.actor, row, side)) throw new Problem('forbidden', 'platform:errors.denied')
  return side
}

/** @throws Problem `conflict` once nothing can come of it any more */
export function assertOpen(row: Expression): void {
  if (openStages.some((stage) => stage === row.stage)) return
  throw new Problem(
    'conflict',
    row.stage === 'agreed' ? 'expressions-of-interest:errors.agreed' : 'expressions-of-interest:errors.closed',
  )
}

/** @throws Problem `conflict` for a sender whom nobody has answered yet */
export function assertAnswered(row: Expression, side: Side): void {
  if (side === 'sender' && row.firstReplyAt === null)
    throw new Problem('conflict', 'expressions-of-interest:errors.notAnswered')
}

/** What a deed of a side leaves behind: news for the other side, and for an owner's first one the kept promise. */
function traceOf(row: Expression, side: Side | null, now: string): Values {
  switch (side) {
    case 'owner':
      return {
        senderNewsAt: now,
        ownerSeenAt: now,
        ...(row.firstReplyAt === null ? { firstReplyAt: now, clockAt: null } : {}),
      }
    case 'sender':
      return { ownerNewsAt: now, senderSeenAt: now }
    case null:
      return { ownerNewsAt: now, senderNewsAt: now }
  }
}

/**
 * Writes a deed down, on a row that is held. The owner's first deed is the answer: it begins the conversation.
 * @param side whose deed it is; null: the platform's
 * @param values what it changes; a stage among them becomes a step of the history
 */
export async function leave(
  db: Db,
  act: Act,
  row: Expression,
  side: Side | null,
  values: Values & { stage?: Stage },
): Promise<void> {
  const now = act.now.toISOString()
  const begins = side === 'owner' && row.stage === 'received' && values.stage === undefined
  const stage = values.stage ?? (begins ? 'in-conversation' : row.stage)
  const open = openStages.some((one) => one === stage)
  await db
    .update(expressions)
    .set({
      ...traceOf(row, side, now),
      ...(stage === 'received' ? {} : { clockAt: null }),
      ...(open ? {} : { closedAt: row.closedAt ?? now }),
      ...values,
      stage,
      version: stage === row.stage ? (values.version ?? row.version) : row.version + 1,
      updatedAt: now,
    })
    .where(eq(expressions.id, row.id))
  if (stage !== row.stage) await noteStep(db, act, row.id, stage, side)
  if (begins)
    await record(db, act, expressionMoved, about(row, { side, stage: 'in-conversation' as const, byAnswer: true }))
}

export async function noteStep(db: Db, act: Act, expression: string, stage: Stage, side: Side | null): Promise<void> {
  await db
    .insert(expressionSteps)
    .values({ id: newId(), expression, stage, side, person: act.actor.id, at: act.now.toISOString() })
}

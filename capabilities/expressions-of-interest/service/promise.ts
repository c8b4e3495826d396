import { and, asc, eq, lte } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import { record } from '#platform/changes/record.ts'
import type { Db } from '#platform/db/database.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import { expressionLapsed, expressionReminded } from '../events.ts'
import { expressions } from '../table.ts'
import { awaitsReply, lastStrike, nextStrike } from './clock.ts'
import { type Expression, holdExpression } from './find.ts'
import { about } from './news.ts'
import { leave } from './step.ts'

const AT_ONCE = 500

/** Lets the clock of every reply promise strike that is due: reminds, escalates, and in the end closes kindly. */
export async function keepPromises(act: Act): Promise<void> {
  const { db } = act.platform.database
  for (;;) {
    const due = await db
      .select({ id: expressions.id })
      .from(expressions)
      .where(lte(expressions.clockAt, act.now.toISOString()))
      .orderBy(asc(expressions.clockAt))
      .limit(AT_ONCE)
    for (const { id } of due) await inTransaction(db, (tx) => strike(tx, act, id))
    if (due.length < AT_ONCE) return
  }
}

async function strike(db: Db, act: Act, id: string): Promise<void> {
  const row = await holdExpression(db, id)
  // Another process was quicker, or somebody has answered meanwhile.
  if (row.clockAt === null || row.clockAt > act.now.toISOString()) return
  if (!awaitsReply(row)) return setClock(db, row, { clockAt: null })
  const sentAt = new Date(row.createdAt)
  const dueAt = new Date(row.replyDueAt)
  const struck = lastStrike(sentAt, dueAt, act.now)
  if (struck === 'lapse') return lapse(db, act, row)
  const now = act.now.toISOString()
  const clockAt = nextStrike(sentAt, dueAt, act.now)?.toISOString() ?? null
  await setClock(db, row, { clockAt, ...(struck === 'escalate' ? { escalatedAt: now } : { remindedAt: now }) })
  if (struck) await record(db, act, expressionReminded, about(row, { step: struck }))
}

/** Nobody answered in time: the sender need not wait any longer, and the owner's record says so. */
async function lapse(db: Db, act: Act, row: Expression): Promise<void> {
  await leave(db, act, row, null, { stage: 'lapsed' })
  await record(db, act, expressionLapsed, about(row))
}

async function setClock(
  db: Db,
  row: Expression,
  values: { clockAt: string | null; remindedAt?: string; escalatedAt?: string },
): Promise<void> {
  await db
    .update(expressions)
    .set(values)
    .where(and(eq(expressions.id, row.id)))
}

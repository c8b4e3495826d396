import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import { record } from '#platform/changes/record.ts'
import type { Db } from '#platform/db/database.ts'
import { Problem } from '#platform/errors.ts'
import { reportSettled } from '../events.ts'
import { reports } from '../table.ts'
import type { Report } from './list.ts'
import { about } from './news.ts'

/**
 * Notes that a report was dealt with, and what was done.
 * @throws Problem `conflict` where another moderator was faster
 */
export async function settleReport(db: Db, act: Act, row: Report, note: string): Promise<void> {
  const settled = await db
    .update(reports)
    .set({ settledAt: act.now.toISOString(), settledBy: act.actor.id, note })
    .where(and(eq(reports.id, row.id), isNull(reports.settledAt)))
    .returning({ id: reports.id })
  if (settled.length === 0) throw new Problem('conflict', 'reports:errors.settled')
  await record(db, act, reportSettled, about(row))
}

/** Forgets reports that were dealt with more than a year ago. */
export async function forgetSettled(db: Db, now: Date): Promise<void> {
  await db.delete(reports).where(lt(reports.settledAt, sql`${now.toISOString()}::timestamptz - interval '1 year'`))
}

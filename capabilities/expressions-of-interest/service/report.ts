import type { Act } from '#platform/access/act.ts'
import { record } from '#platform/changes/record.ts'
import type { Db } from '#platform/db/database.ts'
import { newId } from '#platform/ids.ts'
import { expressionReported } from '../events.ts'
import { sidesOf } from '../policy.ts'
import { expressionReports } from '../table.ts'
import type { Expression } from './find.ts'
import { about } from './news.ts'

/** Asks a moderator to look at a conversation: from now on moderators may read it. */
export async function report(db: Db, act: Act, row: Expression, reason: string): Promise<void> {
  await db.insert(expressionReports).values({
    id: newId(),
    expression: row.id,
    person: act.actor.id,
    reason,
    createdAt: act.now.toISOString(),
  })
  const side = sidesOf(act.actor, row)[0] ?? 'sender'
  await record(db, act, expressionReported, about(row, { side }))
}

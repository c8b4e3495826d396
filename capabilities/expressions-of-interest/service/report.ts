import type { Act } from '#platform/access/act.ts'
import type { Db } from '#platform/db/database.ts'
import { findListing } from '../../listings/service/find.ts'
import type { ReportDraft } from '../../reports/schema.ts'
import { report } from '../../reports/service/report.ts'
import type { Expression } from './find.ts'

/** Asks the moderators to look at a conversation: until it is dealt with they may read it. */
export async function reportExpression(
  db: Db,
  act: Act,
  row: Expression,
  { reason, text }: ReportDraft,
): Promise<void> {
  const { title, language } = await findListing(db, row.listing)
  const reported = { about: 'expression', subject: row.id, title, language, link: `/inbox/${row.id}` } as const
  await report(db, act, reported, { reason, text })
}

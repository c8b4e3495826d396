import type { Act } from '#platform/access/act.ts'
import type { Db } from '#platform/db/database.ts'
import type { ReportDraft } from '../../reports/schema.ts'
import { report } from '../../reports/service/report.ts'
import type { Listing } from './find.ts'

/** Asks the moderators to look at a need or an offer. Nothing of its owner goes along. @returns the report’s id */
export async function reportListing(
  db: Db,
  act: Act,
  { id, title, language, reference }: Listing,
  { reason, text }: ReportDraft,
): Promise<string> {
  const reported = { about: 'listing', subject: id, title, language, link: `/listings/${reference}` } as const
  return report(db, act, reported, { reason, text })
}

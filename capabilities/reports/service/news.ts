import type { ReportReason, ReportSubject } from '../schema.ts'

/** What every event of a report tells, ready for `record`: on the site's trail, not the organisation's. */
export function about({
  id,
  about: kind,
  subject,
  reason,
}: {
  id: string
  about: ReportSubject
  subject: string
  reason: ReportReason
}) {
  return { chain: 'site', subject: id, payload: { report: id, about: kind, subject, reason } }
}

import type { Act } from '#platform/access/act.ts'
import { record } from '#platform/changes/record.ts'
import type { Db } from '#platform/db/database.ts'
import { folded } from '#platform/db/folded.ts'
import { newId } from '#platform/ids.ts'
import type { LanguageCode } from '../../vocabularies/languages.ts'
import { reportMade } from '../events.ts'
import type { ReportDraft, ReportSubject } from '../schema.ts'
import { reports } from '../table.ts'
import { about } from './news.ts'

/** What is reported, as its own capability knows it. */
export interface Reported {
  about: ReportSubject
  subject: string
  title: string
  language: LanguageCode
  /** Its page: a path. */
  link: string
}

/**
 * Asks the moderators to look at something. Whether the actor may is for the policy of what is reported to say.
 * @returns the report's id
 * @throws conflict where the actor's report of the same thing still waits
 */
export async function report(
  db: Db,
  act: Act,
  { about: kind, subject, title, language, link }: Reported,
  { reason, text }: ReportDraft,
): Promise<string> {
  const id = newId()
  const row = { id, about: kind, subject, title, language, link, reason }
  await db.insert(reports).values({
    ...row,
    text,
    person: act.actor.id,
    searchable: folded(`${title} ${text}`),
    createdAt: act.now.toISOString(),
  })
  await record(db, act, reportMade, about(row))
  return id
}

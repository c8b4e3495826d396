import { cronJob, follows, type Job } from '#platform/jobs/jobs.ts'
import { notify } from '../notifications/service/notify.ts'
import { moderators } from '../people/service/administration.ts'
import { reportMade, reportSettled } from './events.ts'
import { findReport } from './service/list.ts'
import { forgetSettled } from './service/settle.ts'

export const jobs: readonly Job[] = [
  cronJob('forget-settled-reports', '23 3 * * *', (act) => forgetSettled(act.platform.database.db, act.now)),

  follows('tell-of-report', reportMade, async (db, act, { report }, { actor, at }) => {
    const row = await findReport(db, report)
    const persons = await moderators(db)
    await notify(db, act, {
      persons: persons.filter((person) => person !== actor),
      kind: 'moderation',
      subject: { type: 'report', id: report },
      key: `reports:notifications.made.${row.about}`,
      values: { title: row.title },
      link: '/admin/reports',
      mail: 'immediate',
      letter: { paragraphs: [`reports:reason.${row.reason}.label`] },
      at,
      occasion: `report.made:${report}`,
    })
  }),

  follows('tell-reporter', reportSettled, async (db, act, { report }, { at }) => {
    const row = await findReport(db, report)
    if (!row.person) return
    await notify(db, act, {
      persons: [row.person],
      kind: 'moderation',
      subject: { type: 'report', id: report },
      key: `reports:notifications.settled.${row.about}`,
      values: { title: row.title },
      // What was reported may be gone by now, which is not to be the news.
      link: row.about === 'listing' ? '/notifications' : row.link,
      mail: 'immediate',
      letter: { paragraphs: ['reports:mail.thanks'] },
      at,
      occasion: `report.settled:${report}`,
    })
  }),
]

import { cronJob, type Job } from '#platform/jobs/jobs.ts'
import { sendDigests } from './service/digest.ts'
import { forgetOld } from './service/inbox.ts'

export const jobs: readonly Job[] = [
  cronJob('notifications.mail-daily', '0 6 * * *', (act) => sendDigests(act, 'daily')),
  cronJob('notifications.mail-weekly', '0 6 * * 1', (act) => sendDigests(act, 'weekly')),
  cronJob('notifications.forget', '23 4 * * *', (act) => forgetOld(act.platform.database.db, act.now)),
]

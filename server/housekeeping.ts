import { sweepFiles } from '#platform/attachments/sweep.ts'
import { forgetKeys } from '#platform/idempotency.ts'
import { cronJob, type Job } from '#platform/jobs/jobs.ts'
import { mailJobs } from '#platform/mail/send.ts'

/** The platform's own jobs: what keeps it tidy, and the mail. */
export const housekeeping: readonly Job[] = [
  ...mailJobs,
  cronJob('sweep-files', '17 3 * * *', async (act) => {
    await sweepFiles(act)
  }),
  cronJob('forget-idempotency-keys', '47 * * * *', (act) => forgetKeys(act.platform.database.db, act.now)),
]

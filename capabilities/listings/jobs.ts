import type { Act } from '#platform/access/act.ts'
import type { Db } from '#platform/db/database.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import { cronJob, follows, type Job } from '#platform/jobs/jobs.ts'
import { organisationChanged } from '../organisations/events.ts'
import { expireListings, remindOfEnds } from './service/expiry.ts'
import { refreshOwner } from './service/owners.ts'

/** Repeats in transactions of their own what is done some rows at a time. */
async function untilDone(act: Act, some: (db: Db, act: Act) => Promise<boolean>): Promise<void> {
  while (await inTransaction(act.platform.database.db, (tx) => some(tx, act)));
}

export const jobs: readonly Job[] = [
  cronJob('expire-listings', '*/5 * * * *', (act) => untilDone(act, expireListings)),
  cronJob('remind-of-listings-ending', '11 5 * * *', (act) => untilDone(act, remindOfEnds)),
  follows('refresh-owner-of-listings', organisationChanged, (db, _act, { organisation }) =>
    refreshOwner(db, organisation),
  ),
]

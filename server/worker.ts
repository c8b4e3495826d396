import { Logger, parseCronItems, run } from 'graphile-worker'
import { AT_ONCE, onOutbox, relayOnce } from '#platform/changes/relay.ts'
import { cronItems, type Job, subscriptionsOf, taskList } from '#platform/jobs/jobs.ts'
import type { Platform } from '#platform/platform.ts'

/**
 * Passes news on to the jobs that follow it, and does the work. Every process does both; the database sees to it that
 * each piece is done by one of them.
 * @returns how to stop: unfinished jobs are handed back
 */
export async function startWorker(platform: Platform, jobs: readonly Job[]): Promise<() => Promise<void>> {
  const { database, log } = platform
  const runner = await run({
    pgPool: database.pool,
    taskList: taskList(platform, jobs),
    parsedCronItems: parseCronItems(cronItems(jobs)),
    concurrency: 3,
    noHandleSignals: true,
    logger: new Logger(() => (level, message, meta) => {
      if (level === 'error') log.error({ meta }, message)
      else if (level === 'warning') log.warn({}, message)
    }),
  })
  const subscriptions = subscriptionsOf(jobs)
  const stopRelay = await onOutbox(platform, async () => {
    while ((await relayOnce(database.db, subscriptions)) === AT_ONCE);
  })
  return async () => {
    await stopRelay()
    await runner.stop()
  }
}

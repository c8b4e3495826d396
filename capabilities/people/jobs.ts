import { lte, sql } from 'drizzle-orm'
import { forgetTries } from '#platform/auth/limits.ts'
import { sessions, verifications } from '#platform/auth/table.ts'
import { DAY } from '#platform/clock.ts'
import { cronJob } from '#platform/jobs/jobs.ts'
import { accessTokens } from './table.ts'

/** Clears away what is over: sessions, links, old tries at once; access tokens 90 days after they expired. */
const sweep = cronJob('people.sweep', '17 * * * *', async ({ now, platform }) => {
  const { db } = platform.database
  const ninetyDaysAgo = new Date(now.getTime() - 90 * DAY).toISOString()
  await db.delete(sessions).where(lte(sessions.expiresAt, now))
  await db.delete(verifications).where(lte(verifications.expiresAt, now))
  await db.delete(accessTokens).where(sql`${accessTokens.expiresAt} < ${ninetyDaysAgo}`)
  await forgetTries(db, now)
})

export const jobs = [sweep]

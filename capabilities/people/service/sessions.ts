import { and, desc, eq, gt } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import { sessions } from '#platform/auth/table.ts'
import { record } from '#platform/changes/record.ts'
import type { Db } from '#platform/db/database.ts'
import { notFound } from '#platform/errors.ts'
import { hashed } from '#platform/ids.ts'
import { sessionsEnded } from '../events.ts'
import { accessTokens } from '../table.ts'
import { authOf, type Visit } from './auth.ts'
import { selfOf } from './self.ts'

/** Where one is signed in, newest first. */
export async function listSessions(db: Db, { actor, now, platform, headers }: Visit) {
  const token = authOf(platform).sessionToken(headers)
  const current = token && hashed(token)
  const rows = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, selfOf(actor)), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.createdAt), desc(sessions.id))
  return rows.map((row) => ({
    id: row.id,
    current: row.token === current,
    userAgent: row.userAgent ?? '',
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }))
}

/** Signs out one of one's own browsers. @throws Problem `not-found` */
export async function revokeSession(db: Db, act: Act, id: string): Promise<void> {
  const person = selfOf(act.actor)
  const ended = await db
    .delete(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.userId, person)))
    .returning({ id: sessions.id })
  if (ended.length === 0) throw notFound()
  await record(db, act, sessionsEnded, { chain: 'site', subject: person, payload: { person, count: 1 } })
}

/** Shuts a person out at once: no session and no access token is left. */
export async function shutOut(db: Db, person: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.userId, person))
  await db.delete(accessTokens).where(eq(accessTokens.person, person))
}

import { and, count, desc, eq, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import type { Db } from '#platform/db/database.ts'
import { offsetOf } from '#platform/paging.ts'
import { type NotificationQuery, UNREAD_AT_MOST } from '../schema.ts'
import { notifications } from '../table.ts'

export type Notification = typeof notifications.$inferSelect

/**
 * One page of news, newest first.
 * @param visible the policy's predicate
 */
export async function listNotifications(db: Db, visible: SQL | undefined, query: NotificationQuery) {
  const where = and(
    visible,
    query.unread ? isNull(notifications.readAt) : undefined,
    query.kind.length > 0 ? inArray(notifications.kind, query.kind) : undefined,
  )
  const [rows, totals] = await Promise.all([
    db
      .select()
      .from(notifications)
      .where(where)
      .orderBy(desc(notifications.createdAt), desc(notifications.id))
      .limit(query.perPage)
      .offset(offsetOf(query)),
    db.select({ total: count() }).from(notifications).where(where),
  ])
  return { rows, total: totals[0]?.total ?? 0 }
}

/** How many were not read, counted up to a hundred: it stands on every page. */
export async function countUnread(db: Db, visible: SQL | undefined): Promise<number> {
  const some = db
    .select({ one: sql`1`.as('one') })
    .from(notifications)
    .where(and(visible, isNull(notifications.readAt)))
    .limit(UNREAD_AT_MOST)
    .as('some')
  const [row] = await db.select({ count: count() }).from(some)
  return row?.count ?? 0
}

/**
 * Notes that news was read.
 * @param which ids, or all of them
 */
export async function markRead(
  db: Db,
  act: Act,
  visible: SQL | undefined,
  which: { ids: readonly string[]; all: boolean },
): Promise<void> {
  if (!which.all && which.ids.length === 0) return
  await db
    .update(notifications)
    .set({ readAt: act.now.toISOString() })
    .where(
      and(visible, isNull(notifications.readAt), which.all ? undefined : inArray(notifications.id, [...which.ids])),
    )
}

/** Notes that a person has seen what some news was about: whoever opens a conversation need not tick off its news. */
export async function markSubjectRead(db: Db, act: Act, person: string, subject: string): Promise<void> {
  await db
    .update(notifications)
    .set({ readAt: act.now.toISOString() })
    .where(and(eq(notifications.person, person), eq(notifications.subject, subject), isNull(notifications.readAt)))
}

/** Forgets news that is older than a year. */
export async function forgetOld(db: Db, now: Date): Promise<void> {
  await db
    .delete(notifications)
    .where(lt(notifications.createdAt, sql`${now.toISOString()}::timestamptz - interval '1 year'`))
}

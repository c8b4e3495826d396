import { and, asc, count, desc, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import type { SiteRole } from '#platform/access/actor.ts'
import { users } from '#platform/auth/table.ts'
import { record } from '#platform/changes/record.ts'
import type { Db } from '#platform/db/database.ts'
import { notFound, Problem } from '#platform/errors.ts'
import { offsetOf } from '#platform/paging.ts'
import { personRestored, personSuspended, siteRolesChanged } from '../events.ts'
import { type PersonQuery, personQuery } from '../schema.ts'
import { profiles } from '../table.ts'
import { shutOut } from './sessions.ts'

const columns = {
  id: users.id,
  name: users.name,
  email: users.email,
  emailVerified: users.emailVerified,
  createdAt: profiles.createdAt,
  locale: profiles.locale,
  siteRoles: profiles.siteRoles,
  suspendedAt: profiles.suspendedAt,
  suspensionReason: profiles.suspensionReason,
}

const orders = {
  name: [asc(sql`lower(${users.name})`), asc(users.id)],
  joined: [desc(profiles.createdAt), desc(users.id)],
}

const people = (db: Db, where: SQL | undefined) =>
  db.select(columns).from(users).innerJoin(profiles, eq(profiles.person, users.id)).where(where)

export type Person = Awaited<ReturnType<typeof people>>[number]

/** @throws Problem `not-found` */
export async function findPerson(db: Db, id: string): Promise<Person> {
  const [row] = await people(db, eq(users.id, id))
  if (!row) throw notFound()
  return row
}

/** One page of people; the words looked for may stand anywhere in names and addresses. */
export async function listPeople(db: Db, query: PersonQuery) {
  const words = (query.q ?? '').split(/\s+/).filter(Boolean).slice(0, 8)
  const where = and(
    ...words.map((word) => {
      const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
      return or(sql`${users.name} ilike ${pattern}`, sql`${users.email} ilike ${pattern}`)
    }),
    query.siteRole.length > 0 ? sql`${profiles.siteRoles} && ${sql.param(query.siteRole)}::text[]` : undefined,
    query.emailVerified === undefined ? undefined : eq(users.emailVerified, query.emailVerified),
    query.suspended === undefined
      ? undefined
      : query.suspended
        ? isNotNull(profiles.suspendedAt)
        : isNull(profiles.suspendedAt),
  )
  const [rows, totals] = await Promise.all([
    people(db, where)
      .orderBy(...orders[query.sort])
      .limit(query.perPage)
      .offset(offsetOf(query)),
    db.select({ total: count() }).from(users).innerJoin(profiles, eq(profiles.person, users.id)).where(where),
  ])
  return { rows, total: totals[0]?.total ?? 0 }
}

/** The people who moderate the site. */
export async function moderators(db: Db): Promise<string[]> {
  const query = personQuery.parse({ siteRole: ['moderator', 'administrator'], suspended: false, perPage: 100 })
  const { rows } = await listPeople(db, query)
  return rows.map(({ id }) => id)
}

/** Shuts a person out until restored: their sessions and access tokens end at once. */
export async function suspendPerson(db: Db, act: Act, { id }: Person, reason: string): Promise<void> {
  await keepAnAdministrator(db, id)
  await db
    .update(profiles)
    .set({ suspendedAt: act.now.toISOString(), suspensionReason: reason })
    .where(eq(profiles.person, id))
  await shutOut(db, id)
  await record(db, act, personSuspended, { chain: 'site', subject: id, payload: { person: id } })
}

export async function restorePerson(db: Db, act: Act, { id }: Person): Promise<void> {
  await db.update(profiles).set({ suspendedAt: null, suspensionReason: null }).where(eq(profiles.person, id))
  await record(db, act, personRestored, { chain: 'site', subject: id, payload: { person: id } })
}

export async function setSiteRoles(db: Db, act: Act, { id }: Person, roles: SiteRole[]): Promise<void> {
  if (!roles.includes('administrator')) await keepAnAdministrator(db, id)
  await db.update(profiles).set({ siteRoles: roles }).where(eq(profiles.person, id))
  await record(db, act, siteRolesChanged, { chain: 'site', subject: id, payload: { person: id, roles } })
}

/**
 * Before somebody stops being an administrator. The rows are locked, so that two who demote each other at once do not
 * both succeed.
 * @throws Problem `conflict` when nobody else is one
 */
export async function keepAnAdministrator(db: Db, leaving: string): Promise<void> {
  const administrators = await db
    .select({ person: profiles.person })
    .from(profiles)
    .where(and(sql`'administrator' = any(${profiles.siteRoles})`, isNull(profiles.suspendedAt)))
    .orderBy(profiles.person)
    .for('update')
  const leaves = administrators.some(({ person }) => person === leaving)
  if (leaves && administrators.length === 1) throw new Problem('conflict', 'people:errors.lastAdministrator')
}

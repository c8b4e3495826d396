import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import type { Actor, SiteRole } from '#platform/access/actor.ts'
import { accounts, users } from '#platform/auth/table.ts'
import { record } from '#platform/changes/record.ts'
import type { Db } from '#platform/db/database.ts'
import { notFound, Problem, stale } from '#platform/errors.ts'
import type { Locale } from '#platform/i18n/locales.ts'
import { profileChanged, termsAccepted } from '../events.ts'
import type { NotificationPreferences, ProfileChange } from '../schema.ts'
import { profiles } from '../table.ts'

/** The id of the person who acts. @throws Problem `unauthenticated` for a visitor */
export function selfOf(actor: Actor): string {
  if (!actor.id) throw new Problem('unauthenticated', 'platform:errors.signIn')
  return actor.id
}

/**
 * What guards the account itself is done at a browser, by whoever signed in there.
 * @throws Problem `forbidden` for an access token
 */
export function needsSession(actor: Actor): string {
  if (actor.scopes !== null) throw new Problem('forbidden', 'people:errors.needsSession')
  return selfOf(actor)
}

export const hasPassword = sql<boolean>`exists (select 1 from ${accounts} where ${and(
  eq(accounts.userId, users.id),
  eq(accounts.providerId, 'credential'),
)} and ${accounts.password} is not null)`

/** One's own account. @throws Problem `not-found` when it was erased meanwhile */
export async function findSelf(db: Db, person: string) {
  const [row] = await db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      emailVerified: users.emailVerified,
      secondFactor: users.twoFactorEnabled,
      createdAt: users.createdAt,
      hasPassword,
      termsAccepted: sql<boolean>`${profiles.termsAcceptedAt} is not null`,
      locale: profiles.locale,
      headline: profiles.headline,
      siteRoles: profiles.siteRoles,
      version: profiles.version,
    })
    .from(users)
    .innerJoin(profiles, eq(profiles.person, users.id))
    .where(eq(users.id, person))
  if (!row) throw notFound()
  return {
    ...row,
    locale: row.locale as Locale,
    siteRoles: row.siteRoles as SiteRole[],
    createdAt: row.createdAt.toISOString(),
  }
}

/** Agrees to the terms of use, for who did not when signing up. */
export async function acceptTerms(db: Db, act: Act): Promise<void> {
  const person = selfOf(act.actor)
  const accepted = await db
    .update(profiles)
    .set({ termsAcceptedAt: act.now.toISOString() })
    .where(and(eq(profiles.person, person), isNull(profiles.termsAcceptedAt)))
    .returning({ person: profiles.person })
  if (accepted.length > 0) await record(db, act, termsAccepted, { chain: 'site', subject: person, payload: { person } })
}

/**
 * Changes what others see of oneself, and one's language.
 * @throws Problem `stale` when it was changed elsewhere meanwhile
 */
export async function changeProfile(db: Db, act: Act, version: number, change: ProfileChange): Promise<void> {
  const person = selfOf(act.actor)
  const { name, ...rest } = change
  const changed = await db
    .update(profiles)
    .set({ ...rest, version: version + 1, updatedAt: act.now.toISOString() })
    .where(and(eq(profiles.person, person), eq(profiles.version, version)))
    .returning({ person: profiles.person })
  if (changed.length === 0) throw stale(await findSelf(db, person))
  if (name !== undefined) await db.update(users).set({ name, updatedAt: act.now }).where(eq(users.id, person))
  const fields = Object.entries(change).flatMap(([field, value]) => (value === undefined ? [] : [field]))
  await record(db, act, profileChanged, { chain: 'site', subject: person, payload: { person, fields } })
}

export async function findPreferences(db: Db, person: string): Promise<NotificationPreferences> {
  const [row] = await db
    .select({ mailRhythm: profiles.mailRhythm, mutedKinds: profiles.mutedKinds })
    .from(profiles)
    .where(eq(profiles.person, person))
  if (!row) throw notFound()
  return row as NotificationPreferences
}

/** Not part of the versioned profile: a wish about mail can be told from a link in a mail, without looking first. */
export async function changePreferences(
  db: Db,
  act: Act,
  change: { [Name in keyof NotificationPreferences]?: NotificationPreferences[Name] | undefined },
): Promise<void> {
  const person = selfOf(act.actor)
  const fields = Object.entries(change).flatMap(([field, value]) => (value === undefined ? [] : [field]))
  if (fields.length === 0) return
  await db
    .update(profiles)
    .set({ ...change, updatedAt: act.now.toISOString() })
    .where(eq(profiles.person, person))
  await record(db, act, profileChanged, { chain: 'site', subject: person, payload: { person, fields } })
}

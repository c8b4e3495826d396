import { and, eq, ne } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import { accounts, sessions, users } from '#platform/auth/table.ts'
import { record } from '#platform/changes/record.ts'
import type { Db } from '#platform/db/database.ts'
import { invalidField, Problem } from '#platform/errors.ts'
import { hashed } from '#platform/ids.ts'
import { passwordChanged } from '../events.ts'
import { authOf, type Visit, within } from './auth.ts'
import { mailPasswordChanged } from './mails.ts'
import { needsSession } from './self.ts'

/** Mails a link to set a new password; says nothing about whether the address has an account. */
export async function requestPasswordReset(db: Db, visit: Visit, email: string): Promise<void> {
  await within(db, visit, (api) => api.requestPasswordReset({ body: { email }, returnHeaders: true }))
}

/** Sets a new password by the link in the mail and signs the person out everywhere. @throws Problem for a spent link */
export async function resetPassword(db: Db, visit: Visit, token: string, password: string): Promise<void> {
  await within(db, visit, (api) => api.resetPassword({ body: { token, newPassword: password }, returnHeaders: true }))
}

/** Changes one's password and signs out everywhere but here. @throws Problem when the current one is wrong */
export async function changePassword(db: Db, visit: Visit, current: string, next: string): Promise<void> {
  const person = needsSession(visit.actor)
  await checkPassword(db, visit, person, current, 'current')
  const { password } = await authOf(visit.platform).parts()
  await db
    .update(accounts)
    .set({ password: await password.hash(next), updatedAt: visit.now })
    .where(and(eq(accounts.userId, person), eq(accounts.providerId, 'credential')))
  const kept = authOf(visit.platform).sessionToken(visit.headers)
  await db.delete(sessions).where(and(eq(sessions.userId, person), kept ? ne(sessions.token, hashed(kept)) : undefined))
  await record(db, visit, passwordChanged, { chain: 'site', subject: person, payload: { person, how: 'change' } })
  const [account] = await db.select().from(users).where(eq(users.id, person))
  if (account) await mailPasswordChanged({ ...visit, db }, account)
}

/**
 * Makes sure that it is the person themselves who sits at the browser.
 * @param field where the password stands in the input
 * @throws Problem `invalid` at that field
 */
export async function checkPassword(db: Db, act: Act, person: string, given: string, field: string): Promise<void> {
  if (!(await isPassword(db, act, person, given))) throw invalidField(field, 'people:errors.wrongCurrentPassword')
}

/** Whether this is the person's password. Takes as long for nobody's as for somebody's. */
export async function isPassword(db: Db, { platform }: Act, person: string | null, given: string): Promise<boolean> {
  const { password } = await authOf(platform).parts()
  const [account] = person
    ? await db
        .select({ hash: accounts.password })
        .from(accounts)
        .where(and(eq(accounts.userId, person), eq(accounts.providerId, 'credential')))
    : []
  if (account?.hash) return password.verify({ hash: account.hash, password: given })
  await password.hash(given)
  return false
}

/** @throws Problem `unauthenticated`: which of the two is wrong is not said */
export function wrongPassword(): Problem {
  return new Problem('unauthenticated', 'people:errors.wrongPassword')
}

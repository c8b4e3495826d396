import { eq } from 'drizzle-orm'
import { users } from '#platform/auth/table.ts'
import { record } from '#platform/changes/record.ts'
import { auditSalts } from '#platform/changes/table.ts'
import type { Db } from '#platform/db/database.ts'
import { invalidField } from '#platform/errors.ts'
import { idempotencyKeys } from '#platform/idempotency.ts'
import { mailMessages } from '#platform/mail/table.ts'
import { personErased } from '../events.ts'
import { keepAnAdministrator } from './administration.ts'
import type { Visit } from './auth.ts'
import { findSelf, needsSession } from './self.ts'
import { signOut } from './sign-in.ts'

/**
 * Erases one's account and all that hangs on it (GDPR 17). What was written in an organisation's name stays with the
 * organisation; the audit trail keeps the bare id, and without its salts nobody can tell whose it was.
 * @param email typed by the person, to confirm
 * @throws Problem `invalid` for another address, `conflict` for the last administrator
 */
export async function eraseMe(db: Db, visit: Visit, email: string): Promise<void> {
  const person = needsSession(visit.actor)
  const self = await findSelf(db, person)
  if (self.email !== email) throw invalidField('email', 'people:errors.wrongConfirmation')
  await keepAnAdministrator(db, person)
  await signOut(db, visit)
  await record(db, visit, personErased, { chain: 'site', subject: person, payload: { person } })
  await db.delete(auditSalts).where(eq(auditSalts.person, person))
  await db.delete(mailMessages).where(eq(mailMessages.person, person))
  await db.delete(idempotencyKeys).where(eq(idempotencyKeys.actor, person))
  await db.delete(users).where(eq(users.id, person))
}

import { and, eq, gt } from 'drizzle-orm'
import { users, verifications } from '#platform/auth/table.ts'
import { commitment, record } from '#platform/changes/record.ts'
import { DAY } from '#platform/clock.ts'
import type { Db } from '#platform/db/database.ts'
import { invalidField, Problem } from '#platform/errors.ts'
import { hashed, newId, newSecret } from '#platform/ids.ts'
import { addressAsked, addressChanged } from '../events.ts'
import type { Visit } from './auth.ts'
import { sendLetter } from './mails.ts'
import { checkPassword } from './password.ts'
import { needsSession } from './self.ts'

const identifierOf = (secret: string) => hashed(`change-email:${secret}`)

/**
 * Asks for another address: a link goes to the new one, a warning to the one in use. Whether the new one has an account
 * already is told to its owner only.
 */
export async function requestAddress(db: Db, visit: Visit, email: string, password: string): Promise<void> {
  const person = needsSession(visit.actor)
  const [account] = await db.select().from(users).where(eq(users.id, person))
  if (!account) throw new Problem('unauthenticated', 'platform:errors.signIn')
  await checkPassword(db, visit, person, password, 'password')
  if (account.email === email) throw invalidField('email', 'people:errors.sameAddress')
  const { origin } = visit.platform.config
  const work = { ...visit, db }
  await record(db, visit, addressAsked, { chain: 'site', subject: person, payload: { person } })
  const [taken] = await db.select().from(users).where(eq(users.email, email))
  if (taken) return sendLetter(work, 'addressTaken', taken, `${origin}/sign-in`)
  const secret = newSecret()
  await db.insert(verifications).values({
    id: newId(),
    identifier: identifierOf(secret),
    value: JSON.stringify({ person, email }),
    expiresAt: new Date(visit.now.getTime() + DAY),
    createdAt: visit.now,
    updatedAt: visit.now,
  })
  await sendLetter(
    work,
    'newAddress',
    { ...account, email, emailVerified: false },
    `${origin}/account/address?token=${secret}`,
  )
  await sendLetter(work, 'addressChanges', account, `${origin}/forgot-password`)
}

/**
 * Takes the new address, by the link in the mail; only for whoever asked, signed in, so that a link that went to the
 * wrong people gives nothing away.
 * @throws Problem for a spent link, or an address that somebody else took meanwhile
 */
export async function confirmAddress(db: Db, visit: Visit, secret: string): Promise<void> {
  const person = needsSession(visit.actor)
  const [spent] = await db
    .delete(verifications)
    .where(and(eq(verifications.identifier, identifierOf(secret)), gt(verifications.expiresAt, visit.now)))
    .returning({ value: verifications.value })
  if (!spent) throw new Problem('invalid', 'people:errors.linkSpent')
  const wanted: { person: string; email: string } = JSON.parse(spent.value)
  if (wanted.person !== person) throw new Problem('forbidden', 'people:errors.otherAccount')
  await db
    .update(users)
    .set({ email: wanted.email, emailVerified: true, updatedAt: visit.now })
    .where(eq(users.id, person))
  const email = await commitment(db, person, wanted.email)
  await record(db, visit, addressChanged, { chain: 'site', subject: person, payload: { person, email } })
}

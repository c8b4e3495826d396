import { createOTP } from '@better-auth/utils/otp'
import { symmetricDecrypt } from 'better-auth/crypto'
import { and, eq } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import { twoFactors } from '#platform/auth/table.ts'
import { record } from '#platform/changes/record.ts'
import type { Db } from '#platform/db/database.ts'
import { Problem } from '#platform/errors.ts'
import { secondFactorChanged } from '../events.ts'
import { authOf, type Visit, within } from './auth.ts'
import { checkPassword } from './password.ts'
import { needsSession } from './self.ts'

/** Begins setting up a second factor; it is wanted at a sign-in only once it was confirmed. */
export async function beginSecondFactor(db: Db, visit: Visit, password: string) {
  await checkPassword(db, visit, needsSession(visit.actor), password, 'password')
  const setup = await within(db, visit, (api, headers) =>
    api.enableTwoFactor({ body: { password, method: 'totp' }, headers, returnHeaders: true }),
  )
  if (setup.method !== 'totp') throw new Problem('conflict', 'people:errors.secondFactorOff')
  const secret = new URL(setup.totpURI).searchParams.get('secret') ?? ''
  return { uri: setup.totpURI, secret, spareCodes: setup.backupCodes }
}

/** Turns the second factor on, with a code that shows that the app has the secret. The session begins anew. */
export async function confirmSecondFactor(db: Db, visit: Visit, code: string): Promise<void> {
  const person = needsSession(visit.actor)
  await within(db, visit, (api, headers) => api.verifyTOTP({ body: { code }, headers, returnHeaders: true }))
  await record(db, visit, secondFactorChanged, { chain: 'site', subject: person, payload: { person, on: true } })
}

export async function endSecondFactor(db: Db, visit: Visit, password: string): Promise<void> {
  const person = needsSession(visit.actor)
  await checkPassword(db, visit, person, password, 'password')
  await within(db, visit, (api, headers) => api.disableTwoFactor({ body: { password }, headers, returnHeaders: true }))
  await record(db, visit, secondFactorChanged, { chain: 'site', subject: person, payload: { person, on: false } })
}

/** Whether this is what the person's authenticator app shows now, or showed half a minute ago (RFC 6238). */
export async function isCode(db: Db, { platform }: Act, person: string, code: string): Promise<boolean> {
  const [row] = await db
    .select({ secret: twoFactors.secret })
    .from(twoFactors)
    .where(and(eq(twoFactors.userId, person), eq(twoFactors.verified, true)))
  if (!row) return false
  const { secretConfig } = await authOf(platform).parts()
  const secret = await symmetricDecrypt({ key: secretConfig, data: row.secret })
  return createOTP(secret, { digits: 6, period: 30 }).verify(code)
}

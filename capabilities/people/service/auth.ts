import { isAPIError } from 'better-auth/api'
import { eq } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import { type Auth, createAuth, SUSPENDED } from '#platform/auth/auth.ts'
import { users } from '#platform/auth/table.ts'
import { type AuthWork, during } from '#platform/auth/work.ts'
import { commitment, record } from '#platform/changes/record.ts'
import type { Db } from '#platform/db/database.ts'
import { Problem } from '#platform/errors.ts'
import type { Locale } from '#platform/i18n/locales.ts'
import type { Platform } from '#platform/platform.ts'
import { addressConfirmed, passkeyAdded, passwordChanged, personJoined } from '../events.ts'
import { profiles } from '../table.ts'
import { mailAccountExists, mailConfirmation, mailPasswordChanged, mailPasswordReset, mailSignInLink } from './mails.ts'

/** A deed of somebody at a browser: it reads the request's cookies and may set some on the answer. */
export interface Visit extends Act {
  locale: Locale
  headers: Headers
  answerHeaders: Headers
}

const made = new WeakMap<Platform, Auth>()

/** Signing in, as this process does it. */
export function authOf(platform: Platform): Auth {
  const known = made.get(platform)
  if (known) return known
  const auth = createAuth(platform, {
    joined,
    mayEnter,
    confirmed: (work, person) =>
      record(work.db, work, addressConfirmed, { chain: 'site', subject: person, payload: { person } }),
    passwordReset: async (work, { id, ...account }) => {
      await record(work.db, work, passwordChanged, {
        chain: 'site',
        subject: id,
        payload: { person: id, how: 'reset' },
      })
      await mailPasswordChanged(work, { id, ...account })
    },
    passkeyAdded: (work, person) =>
      record(work.db, work, passkeyAdded, { chain: 'site', subject: person, payload: { person } }),
    signedUpAgain: mailAccountExists,
    mailConfirmation,
    mailSignInLink,
    mailPasswordReset,
  })
  made.set(platform, auth)
  return auth
}

async function joined(work: AuthWork, person: string): Promise<void> {
  const { db, locale } = work
  const now = work.now.toISOString()
  await db.insert(profiles).values({ person, locale, createdAt: now, updatedAt: now })
  const [row] = await db.select({ email: users.email }).from(users).where(eq(users.id, person))
  const email = await commitment(db, person, row?.email ?? '')
  await record(db, work, personJoined, { chain: 'site', subject: person, payload: { person, email } })
}

async function mayEnter({ db }: AuthWork, person: string): Promise<boolean> {
  const [row] = await db.select({ suspendedAt: profiles.suspendedAt }).from(profiles).where(eq(profiles.person, person))
  return !row?.suspendedAt
}

/**
 * Lets better-auth do one thing within a deed. The cookies it sets go onto the answer.
 * @throws Problem for each refusal of better-auth's
 */
export async function within<Answer>(
  db: Db,
  visit: Visit,
  ask: (api: Auth['api'], headers: Headers) => Promise<{ headers?: Headers | null; response: Answer }>,
): Promise<Answer> {
  try {
    const { api } = authOf(visit.platform)
    const { headers, response } = await during({ ...visit, db }, () => ask(api, visit.headers))
    for (const cookie of headers?.getSetCookie() ?? []) visit.answerHeaders.append('set-cookie', cookie)
    return response
  } catch (error) {
    throw refusalOf(error) ?? error
  }
}

const refusals: Record<string, [ConstructorParameters<typeof Problem>[0], string]> = {
  INVALID_EMAIL_OR_PASSWORD: ['unauthenticated', 'people:errors.wrongPassword'],
  INVALID_PASSWORD: ['forbidden', 'people:errors.wrongCurrentPassword'],
  INVALID_TOKEN: ['invalid', 'people:errors.linkSpent'],
  EXPIRED_TOKEN: ['invalid', 'people:errors.linkSpent'],
  USER_NOT_FOUND: ['invalid', 'people:errors.linkSpent'],
  [SUSPENDED]: ['forbidden', 'people:errors.suspended'],
  INVALID_CODE: ['unauthenticated', 'people:errors.wrongCode'],
  INVALID_BACKUP_CODE: ['unauthenticated', 'people:errors.wrongCode'],
  INVALID_TWO_FACTOR_COOKIE: ['unauthenticated', 'people:errors.signInAgain'],
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: ['unauthenticated', 'people:errors.signInAgain'],
  ACCOUNT_TEMPORARILY_LOCKED: ['too-many', 'people:errors.locked'],
  TOTP_ALREADY_ENABLED: ['conflict', 'people:errors.secondFactorOn'],
  TOTP_NOT_ENABLED: ['conflict', 'people:errors.secondFactorOff'],
  BACKUP_CODES_NOT_ENABLED: ['conflict', 'people:errors.secondFactorOff'],
  PROVIDER_NOT_FOUND: ['not-found', 'people:errors.noSignInElsewhere'],
  // Two signed up with one address at the same moment.
  FAILED_TO_CREATE_USER: ['unavailable', 'platform:errors.busy'],
  UNAUTHORIZED: ['unauthenticated', 'people:errors.needsSession'],
}

function refusalOf(error: unknown): Problem | undefined {
  if (!isAPIError(error)) return undefined
  const [code, key] = refusals[error.body?.code ?? ''] ?? []
  if (code && key) return new Problem(code, key)
  if (error.statusCode === 401) return new Problem('unauthenticated', 'people:errors.needsSession')
  return error.statusCode < 500 ? new Problem('invalid', 'people:errors.beginAgain') : undefined
}

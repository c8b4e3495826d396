import { eq } from 'drizzle-orm'
import { ELSEWHERE } from '#platform/auth/auth.ts'
import { signedCookie } from '#platform/auth/cookies.ts'
import { sessions, users } from '#platform/auth/table.ts'
import type { Db } from '#platform/db/database.ts'
import { Problem } from '#platform/errors.ts'
import { hashed } from '#platform/ids.ts'
import type { Platform } from '#platform/platform.ts'
import type { SignIn, SignUp } from '../schema.ts'
import { profiles } from '../table.ts'
import { authOf, type Visit, within } from './auth.ts'
import { needsSession } from './self.ts'

/**
 * Makes an account and mails the link that confirms its address. Where the address has an account already its owner is
 * told so by mail, and the answer is the same.
 */
export async function signUp(db: Db, visit: Visit, { name, email, password, locale }: SignUp): Promise<void> {
  const { user } = await within(db, { ...visit, locale }, (api) =>
    api.signUpEmail({ body: { name, email, password }, returnHeaders: true }),
  )
  // For an address that is taken the id is made up, so no row has it.
  await db.update(profiles).set({ termsAcceptedAt: visit.now.toISOString() }).where(eq(profiles.person, user.id))
}

/**
 * Signs in: the cookie of a new session goes onto the answer, unless a second factor is wanted first.
 * @throws Problem `unauthenticated`, `forbidden` for a suspended person
 */
export async function signIn(db: Db, visit: Visit, { email, password, remember }: SignIn) {
  const answer = await within(db, visit, (api, headers) =>
    api.signInEmail({ body: { email, password, rememberMe: remember }, headers, returnHeaders: true }),
  )
  await endFormerSession(db, visit)
  return { needsSecondFactor: 'twoFactorRedirect' in answer && answer.twoFactorRedirect === true }
}

/** Completes a sign-in with a code of the authenticator app (six digits) or one of the spare codes. */
export async function secondFactor(db: Db, visit: Visit, code: string): Promise<void> {
  if (visit.actor.kind !== 'visitor') throw new Problem('conflict', 'people:errors.signedInAlready')
  await within<unknown>(db, visit, (api, headers) =>
    /^\d{6}$/.test(code)
      ? api.verifyTOTP({ body: { code }, headers, returnHeaders: true })
      : api.verifyBackupCode({ body: { code }, headers, returnHeaders: true }),
  )
}

/** Whose sign-in waits for a code, for limiting tries; a fixed text where none does. */
export async function challengedPerson(platform: Platform, headers: Headers): Promise<string> {
  const challenge = signedCookie(platform.config, headers, 'two_factor')
  const { internalAdapter } = await authOf(platform).parts()
  const waiting = challenge ? await internalAdapter.findVerificationValue(challenge) : null
  return waiting?.value ?? 'nobody'
}

/** Mails a link that signs in without a password, if the address has an account. */
export async function requestSignInLink(db: Db, visit: Visit, email: string): Promise<void> {
  await within(db, visit, (api, headers) => api.signInMagicLink({ body: { email }, headers, returnHeaders: true }))
}

/** Signs in by the link in the mail. @throws Problem for a spent link */
export async function signInByLink(db: Db, visit: Visit, token: string): Promise<void> {
  await within(db, visit, async (api, headers) => {
    // It tells a refusal by a redirect, which carries no code that the others do.
    const asked = api.magicLinkVerify({ query: { token }, headers, returnHeaders: true })
    return asked.catch((error: unknown) => {
      if (isRedirect(error)) throw new Problem('invalid', 'people:errors.linkSpent')
      throw error
    })
  })
  await endFormerSession(db, visit)
}

/** Begins a sign-in with the account of another site. @returns where to send the browser */
export async function signInElsewhere(db: Db, visit: Visit, to: string): Promise<string> {
  if (!visit.platform.config.oidc) throw new Problem('not-found', 'people:errors.noSignInElsewhere')
  const elsewhere = await authOf(visit.platform).elsewhere()
  if (!elsewhere) throw new Problem('unavailable', 'people:errors.elsewhereAway')
  const { url } = await within(db, visit, (_, headers) =>
    elsewhere.api.signInSocial({
      body: { provider: ELSEWHERE, callbackURL: to, errorCallbackURL: '/sign-in', disableRedirect: true },
      headers,
      returnHeaders: true,
    }),
  )
  if (!url) throw new Problem('unavailable', 'people:errors.elsewhereAway')
  return url
}

export async function signOut(db: Db, visit: Visit): Promise<void> {
  await within(db, visit, (api, headers) => api.signOut({ headers, returnHeaders: true }))
}

/** Mails the link that confirms one's address again. */
export async function mailConfirmationAgain(db: Db, visit: Visit): Promise<void> {
  const person = needsSession(visit.actor)
  const [account] = await db.select().from(users).where(eq(users.id, person))
  if (account && !account.emailVerified)
    await within(db, visit, (api) =>
      api.sendVerificationEmail({ body: { email: account.email }, headers: visit.headers, returnHeaders: true }),
    )
}

/** A new sign-in in the same browser takes the place of the one before. */
async function endFormerSession(db: Db, { platform, headers }: Visit): Promise<void> {
  const former = authOf(platform).sessionToken(headers)
  if (former) await db.delete(sessions).where(eq(sessions.token, hashed(former)))
}

function isRedirect(error: unknown): boolean {
  return error instanceof Error && 'statusCode' in error && error.statusCode === 302
}

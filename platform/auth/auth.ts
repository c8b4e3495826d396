import { setTimeout } from 'node:timers/promises'
import { passkey } from '@better-auth/passkey'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { APIError } from 'better-auth/api'
import { genericOAuth, magicLink, twoFactor } from 'better-auth/plugins'
import { visitor } from '../access/actor.ts'
import { DAY, HOUR, SECOND } from '../clock.ts'
import type { Config, OidcSettings } from '../config.ts'
import type { Db } from '../db/database.ts'
import { inTransaction } from '../db/transaction.ts'
import type { Locale } from '../i18n/locales.ts'
import { newId } from '../ids.ts'
import { traceOf } from '../log.ts'
import type { Platform } from '../platform.ts'
import { cookiePrefix, isSecure, sessionToken } from './cookies.ts'
import { CLIENT_HEADER, limitStorage } from './limits.ts'
import { hashingSessionTokens } from './session-tokens.ts'
import * as tables from './table.ts'
import { type AuthWork, currentDatabase, currentWork, during } from './work.ts'

/** A person as better-auth knows them. */
export interface Account {
  id: string
  name: string
  email: string
  emailVerified: boolean
}

/** What the product does when something happens to an account; each in the transaction of what happens. */
export interface AuthHooks {
  /** An account was made, by whichever way of signing up. */
  joined(work: AuthWork, person: string): Promise<void>
  /** Whether a session may begin for this person. */
  mayEnter(work: AuthWork, person: string): Promise<boolean>
  /** The link that showed that the address is the person's own was opened. */
  confirmed(work: AuthWork, person: string): Promise<void>
  passwordReset(work: AuthWork, person: Account): Promise<void>
  passkeyAdded(work: AuthWork, person: string): Promise<void>
  /** Somebody signs up with an address that has an account already. */
  signedUpAgain(work: AuthWork, person: Account): Promise<void>
  /** @param url confirms the address */
  mailConfirmation(work: AuthWork, person: Account, url: string): Promise<void>
  /** The address may have no account; that must not show. */
  mailSignInLink(work: AuthWork, email: string, token: string): Promise<void>
  mailPasswordReset(work: AuthWork, person: Account, token: string): Promise<void>
}

export const PASSWORD_LENGTH = { least: 10, most: 200 }
export const SESSION_SECONDS = (30 * DAY) / SECOND
const LINK_SECONDS = HOUR / SECOND
/** The id of the sign-in elsewhere (OpenID Connect), part of its callback's address: /api/auth/callback/oidc. */
export const ELSEWHERE = 'oidc'

/** The code of better-auth's refusal when a suspended person signs in. */
export const SUSPENDED = 'SUSPENDED'

/** The requests that better-auth answers itself. Everything else goes through the procedures of the people capability. */
const open =
  /^\/api\/auth\/(verify-email|callback\/oidc|error|ok|passkey\/(generate-(register|authenticate)-options|verify-(registration|authentication)))$/

export type Auth = ReturnType<typeof createAuth>

/** Sets up signing in for one process. All it keeps stands in the database, so any number of processes may do it. */
export function createAuth(platform: Platform, hooks: AuthHooks) {
  const options = optionsFor(platform, hooks)
  const auth = betterAuth(options)
  const { config, database, clock } = platform
  const elsewhere = elsewhereOf(config, options)
  return {
    api: auth.api,
    /** The part that signs in elsewhere; null where nothing of the kind is set, or the other site does not answer. */
    elsewhere,
    /** better-auth's own parts: how it keeps passwords and verifications. */
    parts: () => auth.$context,

    /** The token of the session that a request comes with. */
    sessionToken: (headers: Headers) => sessionToken(config, headers),

    /**
     * Answers /api/auth/*: links from mails, passkeys, the way back from a sign-in elsewhere. Each request is one
     * transaction, but for the last, which asks another server meanwhile.
     */
    async handler(request: Request, locale: Locale): Promise<Response> {
      const { pathname } = new URL(request.url)
      if (!open.test(pathname)) return new Response('Not Found', { status: 404 })
      const act = { actor: visitor, now: clock.now(), door: 'page', platform, locale } as const
      if (pathname.includes('/callback/')) {
        const other = await elsewhere()
        return during({ ...act, db: database.db }, () => (other ?? auth).handler(request))
      }
      const answer = (db: Db) => during({ ...act, db }, () => auth.handler(request.clone()))
      try {
        return await inTransaction(database.db, async (db) => {
          const response = await answer(db)
          if (response.status >= 500) throw new Undone(response)
          return response
        })
      } catch (error) {
        if (error instanceof Undone) return error.response
        throw error
      }
    },
  }
}

/**
 * Reads what the other site says of itself when it is first needed, and again after a failure, so that nobody else's
 * sign-in waits for it or fails with it.
 */
function elsewhereOf({ oidc }: Config, options: ReturnType<typeof optionsFor>) {
  const make = async ({ name, discoveryUrl, clientId, clientSecret }: OidcSettings) => {
    const provider = { providerId: ELSEWHERE, name, discoveryUrl, clientId, clientSecret, pkce: true }
    const plugin = genericOAuth({ config: [{ ...provider, scopes: ['openid', 'profile', 'email'] }] })
    const auth = betterAuth({ ...options, plugins: [plugin] })
    const { socialProviders } = await auth.$context
    return socialProviders.some(({ id }) => id === ELSEWHERE) ? auth : null
  }
  let made: ReturnType<typeof make> | undefined
  return async () => {
    if (!oidc) return null
    made ??= Promise.race([make(oidc), setTimeout(10 * SECOND, null, { ref: false })])
    const auth = await made
    if (!auth) made = undefined
    return auth
  }
}

/** Something failed half-way: the transaction is rolled back, and this is what to answer. */
class Undone extends Error {
  readonly response: Response

  constructor(response: Response) {
    super()
    this.response = response
  }
}

function optionsFor(platform: Platform, hooks: AuthHooks) {
  const { config, database, clock, log } = platform
  const drizzled = drizzleAdapter(currentDatabase(database.db), {
    provider: 'pg',
    schema: {
      user: tables.users,
      session: tables.sessions,
      account: tables.accounts,
      verification: tables.verifications,
      twoFactor: tables.twoFactors,
      passkey: tables.passkeys,
      rateLimit: tables.rateLimits,
    },
  })
  // What the sign-in elsewhere hands out for its own API is never used here, so it is not kept.
  const withoutTokens = async () => ({ data: { accessToken: null, refreshToken: null, idToken: null } })
  return {
    appName: 'Entente',
    baseURL: config.origin,
    basePath: '/api/auth',
    secret: config.secret,
    trustedOrigins: [config.origin],
    telemetry: { enabled: false },
    // Its messages may hold addresses, so only the sentence is noted.
    logger: { level: 'error', log: (_level, message) => log.error({ said: message }, 'signing in') },
    database: (options: BetterAuthOptions) => hashingSessionTokens(drizzled(options)),
    advanced: {
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: [CLIENT_HEADER] },
      cookiePrefix: cookiePrefix(config),
      // It would write __Secure- before the prefix, which is __Host- already.
      useSecureCookies: false,
      defaultCookieAttributes: { secure: isSecure(config), httpOnly: true, sameSite: 'lax', path: '/' },
    },
    onAPIError: {
      errorURL: `${config.origin}/sign-in`,
      onError: (error) => {
        if (!(error instanceof APIError)) log.error({ error: traceOf(error) }, 'unexpected failure of signing in')
      },
    },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 60,
      customStorage: limitStorage(currentDatabase(database.db), () => clock.now()),
    },
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true, freshAge: DAY / SECOND },
    // What is over is cleared away by a job of ours, which goes by our clock.
    verification: { storeIdentifier: 'hashed', disableCleanup: true },
    account: { accountLinking: { enabled: true } },
    emailAndPassword: {
      enabled: true,
      // Signing in at once would tell whether the address had an account before.
      autoSignIn: false,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: LINK_SECONDS,
      sendResetPassword: ({ user, token }) => hooks.mailPasswordReset(currentWork(), user, token),
      onPasswordReset: ({ user }) => hooks.passwordReset(currentWork(), user),
      onExistingUserSignUp: ({ user }) => hooks.signedUpAgain(currentWork(), user),
    },
    emailVerification: {
      sendOnSignUp: true,
      autoSignInAfterVerification: true,
      expiresIn: DAY / SECOND,
      sendVerificationEmail: ({ user, url }) => hooks.mailConfirmation(currentWork(), user, url),
      afterEmailVerification: (user) => hooks.confirmed(currentWork(), user.id),
    },
    databaseHooks: {
      user: { create: { after: (user) => hooks.joined(currentWork(), user.id) } },
      session: {
        create: {
          before: async ({ userId }) => {
            if (!(await hooks.mayEnter(currentWork(), userId))) throw new APIError('FORBIDDEN', { code: SUSPENDED })
          },
        },
      },
      account: { create: { before: withoutTokens }, update: { before: withoutTokens } },
    },
    plugins: [
      magicLink({
        disableSignUp: true,
        expiresIn: LINK_SECONDS,
        sendMagicLink: ({ email, token }) => hooks.mailSignInLink(currentWork(), email, token),
      }),
      twoFactor({ issuer: 'Entente', totpOptions: { digits: 6, period: 30 } }),
      passkey({
        rpID: new URL(config.origin).hostname,
        rpName: 'Entente',
        origin: config.origin,
        advanced: { webAuthnChallengeCookie: 'passkey' },
        registration: { afterVerification: async ({ user }) => hooks.passkeyAdded(currentWork(), user.id) },
      }),
    ],
  } satisfies BetterAuthOptions
}

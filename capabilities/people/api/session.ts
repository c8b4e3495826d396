import { os } from '@orpc/server'
import type { z } from 'zod'
import type { Limit } from '#platform/auth/limits.ts'
import { tries } from '#platform/auth/tries.ts'
import type { Db } from '#platform/db/database.ts'
import { notFound } from '#platform/errors.ts'
import { type RequestContext, read, write } from '#platform/procedure.ts'
import { personPolicy } from '../policy.ts'
import {
  addressInput,
  codeInput,
  DEMONSTRATION_PASSWORD,
  demonstration,
  done,
  elsewhere,
  elsewhereInput,
  linkInput,
  nothing,
  passwordReset,
  signedIn,
  signInInput,
  signUpInput,
} from '../schema.ts'
import { authOf, type Visit } from '../service/auth.ts'
import { demonstrationAccounts } from '../service/demonstration.ts'
import { requestPasswordReset, resetPassword } from '../service/password.ts'
import {
  challengedPerson,
  requestSignInLink,
  secondFactor,
  signIn,
  signInByLink,
  signInElsewhere,
  signOut,
  signUp,
} from '../service/sign-in.ts'

const quarter = 15 * 60
const hour = 60 * 60

// A whole event may sit behind one address, so that a client's limit is far above a person's.
/** Sign-ins by password, at whatever door. */
export const signInLimit: Limit = { name: 'sign-in', seconds: quarter, both: 10, client: 300, account: 50 }
/** Whatever sends a mail to an address that somebody typed. */
export const mailLimit: Limit = { name: 'account-mail', seconds: hour, both: 5, client: 200, account: 10 }
const codeLimit: Limit = { name: 'code', seconds: quarter, both: 10, client: 100, account: 10 }
const linkLimit: Limit = { name: 'link', seconds: quarter, both: 20, client: 20, account: 1000 }

/** Finds the other site before a transaction is open, as that may take some seconds the first time. */
const elsewhereFound = os.$context<RequestContext>().middleware(async ({ context, next }) => {
  await authOf(context.platform).elsewhere()
  return next()
})

/** A verb of somebody who is on the way in or out; it answers no more than that it was done. */
function step<Input extends z.ZodType>(
  path: Parameters<typeof write>[2]['path'],
  summary: string,
  input: Input,
  run: (db: Db, visit: Visit, input: z.output<Input>) => Promise<void>,
) {
  return write(personPolicy, 'enter', {
    path,
    summary,
    tags: ['session'],
    input,
    output: done,
    run: async ({ input, allow, ...visit }) => {
      allow()
      await run(visit.db, visit, input)
      return { done: true as const }
    },
  })
}

export const sessionApi = {
  signUp: write(personPolicy, 'join', {
    path: 'POST /people',
    summary: 'Make an account; a mail follows, to the owner of the address whether or not it had one',
    tags: ['session'],
    input: signUpInput,
    output: done,
    run: async ({ input, allow, ...visit }) => {
      allow()
      await signUp(visit.db, visit, input)
      return { done: true as const }
    },
  }).use(tries(mailLimit, ({ email }) => email)),

  demonstration: read(personPolicy, 'demonstrate', {
    path: 'GET /session/demonstration',
    summary: 'List the accounts of the demonstration world, which everybody may use',
    tags: ['session'],
    input: nothing,
    output: demonstration,
    run: async ({ db, platform, allow }) => {
      allow()
      if (!platform.config.demo) throw notFound()
      return { password: DEMONSTRATION_PASSWORD, rows: await demonstrationAccounts(db) }
    },
  }),

  signIn: write(personPolicy, 'enter', {
    path: 'POST /session',
    summary: 'Sign in at a browser: sets the cookie of a session',
    tags: ['session'],
    input: signInInput,
    output: signedIn,
    run: async ({ input, allow, ...visit }) => {
      allow()
      return signIn(visit.db, visit, input)
    },
  }).use(tries(signInLimit, ({ email }) => email)),

  secondFactor: step(
    'POST /session/second-factor',
    'Complete a sign-in with a code of the authenticator app or a spare code',
    codeInput,
    (db, visit, { code }) => secondFactor(db, visit, code),
  ).use(tries(codeLimit, (_, { platform, headers }) => challengedPerson(platform, headers))),

  signOut: step('DELETE /session', 'Sign out', nothing, (db, visit) => signOut(db, visit)),

  requestMagicLink: step(
    'POST /session/links',
    'Mail a link that signs in without a password',
    addressInput,
    (db, visit, { email }) => requestSignInLink(db, visit, email),
  ).use(tries(mailLimit, ({ email }) => email)),

  signInByLink: step(
    'POST /session/by-link',
    'Sign in with the link from the mail',
    linkInput,
    (db, visit, { token }) => signInByLink(db, visit, token),
  ).use(tries(linkLimit, ({ token }) => token)),

  signInElsewhere: write(personPolicy, 'enter', {
    path: 'POST /session/elsewhere',
    summary: 'Begin a sign-in with the account of another site, such as EU Login',
    tags: ['session'],
    input: elsewhereInput,
    output: elsewhere,
    run: async ({ input, allow, ...visit }) => {
      allow()
      return { url: await signInElsewhere(visit.db, visit, input.to) }
    },
  }).use(elsewhereFound),

  requestPasswordReset: step(
    'POST /password/links',
    'Mail a link to set a new password',
    addressInput,
    (db, visit, { email }) => requestPasswordReset(db, visit, email),
  ).use(tries(mailLimit, ({ email }) => email)),

  resetPassword: step(
    'POST /password',
    'Set a new password with the link from the mail, and sign out everywhere',
    passwordReset,
    (db, visit, { token, password }) => resetPassword(db, visit, token, password),
  ).use(tries(linkLimit, ({ token }) => token)),
}

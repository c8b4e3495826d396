import type { InferSchemaInput } from '@orpc/contract'
import { z } from 'zod'
import type { Limit } from '#platform/auth/limits.ts'
import { secretAnswer, tries } from '#platform/auth/tries.ts'
import type { Db } from '#platform/db/database.ts'
import { type RequestContext, read, write } from '#platform/procedure.ts'
import { personPolicy } from '../policy.ts'
import {
  addressChange,
  addressInput,
  byId,
  codeInput,
  done,
  linkInput,
  meView,
  nothing,
  notificationChange,
  notificationPreferences,
  passkeyView,
  passwordChange,
  passwordInput,
  personalExport,
  profileChange,
  register,
  secondFactorSetup,
  sessionView,
  tokenDraft,
  tokenIssue,
  tokenMade,
  tokenView,
} from '../schema.ts'
import { confirmAddress, requestAddress } from '../service/address.ts'
import type { Visit } from '../service/auth.ts'
import { eraseMe } from '../service/erase.ts'
import { exportMyData, registerOfProcessing } from '../service/export.ts'
import { listPasskeys, removePasskey } from '../service/passkeys.ts'
import { changePassword } from '../service/password.ts'
import { beginSecondFactor, confirmSecondFactor, endSecondFactor } from '../service/second-factor.ts'
import { acceptTerms, changePreferences, changeProfile, findPreferences, findSelf, selfOf } from '../service/self.ts'
import { listSessions, revokeSession } from '../service/sessions.ts'
import { mailConfirmationAgain } from '../service/sign-in.ts'
import { createToken, issueToken, listTokens, revokeToken } from '../service/tokens.ts'
import { mailLimit, signInLimit } from './session.ts'

/** Somebody who sat down at a browser that was left signed in must not find out the password there. */
const passwordLimit: Limit = { name: 'password', seconds: 15 * 60, both: 10, client: 100, account: 20 }
const mine = (_: unknown, { actor }: RequestContext) => actor.id ?? 'nobody'

const rows = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row) })

/** A verb on one's own account that answers no more than that it was done. */
function deed<Input extends z.ZodType>(
  path: Parameters<typeof write>[2]['path'],
  summary: string,
  input: Input,
  run: (db: Db, visit: Visit, input: z.output<Input>) => Promise<void>,
) {
  return write(personPolicy, 'own', {
    path,
    summary,
    input,
    output: done,
    run: async ({ input, allow, ...visit }) => {
      allow()
      await run(visit.db, visit, input)
      return { done: true as const }
    },
  })
}

/** A look at something of one's own. */
function look<Output extends z.ZodObject>(
  path: Parameters<typeof read>[2]['path'],
  summary: string,
  output: Output,
  run: (db: Db, visit: Visit) => Promise<InferSchemaInput<Output>>,
) {
  return read(personPolicy, 'own', {
    path,
    summary,
    input: nothing,
    output,
    run: async ({ allow, ...visit }) => {
      allow()
      return run(visit.db, visit)
    },
  })
}

export const accountApi = {
  me: look('GET /people/me', 'Show one’s own account', meView, (db, { actor }) => findSelf(db, selfOf(actor))),

  changeProfile: write(personPolicy, 'own', {
    path: 'PATCH /people/me',
    summary: 'Change one’s name, headline or language',
    input: profileChange,
    output: meView,
    run: async ({ input, allow, ...act }) => {
      allow()
      await changeProfile(act.db, act, input.version, input.change)
      return findSelf(act.db, selfOf(act.actor))
    },
  }),

  acceptTerms: deed('POST /people/me/terms', 'Agree to the terms of use', nothing, acceptTerms),

  changePassword: deed(
    'PUT /people/me/password',
    'Change one’s password and sign out everywhere else',
    passwordChange,
    (db, visit, { current, next }) => changePassword(db, visit, current, next),
  ).use(tries(passwordLimit, mine)),

  changeEmail: deed(
    'POST /people/me/email',
    'Ask for another e-mail address: a link goes to it',
    addressChange,
    (db, visit, { email, password }) => requestAddress(db, visit, email, password),
  ).use(tries(passwordLimit, mine)),

  confirmNewEmail: deed(
    'POST /people/me/email/confirm',
    'Take the new e-mail address, with the link from the mail',
    linkInput,
    (db, visit, { token }) => confirmAddress(db, visit, token),
  ),

  mailConfirmationAgain: deed(
    'POST /people/me/email/link',
    'Mail the link that confirms one’s e-mail address again',
    nothing,
    (db, visit) => mailConfirmationAgain(db, visit),
  ).use(tries(mailLimit, mine)),

  notificationPreferences: {
    get: look('GET /people/me/notifications', 'Show how one is told news', notificationPreferences, (db, { actor }) =>
      findPreferences(db, selfOf(actor)),
    ),
    change: write(personPolicy, 'own', {
      path: 'PATCH /people/me/notifications',
      summary: 'Change how one is told news',
      input: notificationChange,
      output: notificationPreferences,
      run: async ({ input, allow, ...act }) => {
        allow()
        await changePreferences(act.db, act, input)
        return findPreferences(act.db, selfOf(act.actor))
      },
    }),
  },

  sessions: {
    list: look('GET /people/me/sessions', 'List where one is signed in', rows(sessionView), async (db, visit) => ({
      rows: await listSessions(db, visit),
    })),
    revoke: deed('DELETE /people/me/sessions/{id}', 'Sign out one of one’s browsers', byId, (db, visit, { id }) =>
      revokeSession(db, visit, id),
    ),
  },

  tokens: {
    list: look('GET /tokens', 'List one’s access tokens', rows(tokenView), async (db, visit) => ({
      rows: await listTokens(db, visit),
    })),
    create: write(personPolicy, 'own', {
      path: 'POST /tokens',
      summary: 'Make an access token for a program, signed in at a browser',
      input: tokenDraft,
      output: tokenMade,
      run: async ({ input, allow, ...act }) => {
        allow()
        return createToken(act.db, act, input)
      },
    }).use(secretAnswer),
    issue: write(personPolicy, 'issue', {
      path: 'POST /tokens/issue',
      summary: 'Make an access token by e-mail address and password, for a program without a browser',
      input: tokenIssue,
      output: tokenMade,
      run: async ({ input, allow, ...act }) => {
        allow()
        return issueToken(act.db, act, input)
      },
    }).use(tries(signInLimit, ({ email }) => email)),
    revoke: deed('DELETE /tokens/{id}', 'Revoke an access token', byId, (db, visit, { id }) =>
      revokeToken(db, visit, id),
    ),
  },

  twoFactor: {
    enable: write(personPolicy, 'own', {
      path: 'POST /people/me/second-factor',
      summary: 'Begin setting up a second factor',
      input: passwordInput,
      output: secondFactorSetup,
      run: async ({ input, allow, ...visit }) => {
        allow()
        return beginSecondFactor(visit.db, visit, input.password)
      },
    })
      .use(tries(passwordLimit, mine))
      .use(secretAnswer),
    confirm: deed(
      'POST /people/me/second-factor/confirm',
      'Turn the second factor on, with a code of the authenticator app',
      codeInput,
      (db, visit, { code }) => confirmSecondFactor(db, visit, code),
    ).use(tries(passwordLimit, mine)),
    disable: deed(
      'POST /people/me/second-factor/disable',
      'Turn the second factor off',
      passwordInput,
      (db, visit, { password }) => endSecondFactor(db, visit, password),
    ).use(tries(passwordLimit, mine)),
  },

  passkeys: {
    list: look('GET /people/me/passkeys', 'List one’s passkeys', rows(passkeyView), async (db, visit) => ({
      rows: await listPasskeys(db, visit),
    })),
    remove: deed('DELETE /people/me/passkeys/{id}', 'Remove a passkey', byId, (db, visit, { id }) =>
      removePasskey(db, visit, id),
    ),
  },

  exportMyData: look(
    'GET /people/me/data',
    'Take along everything kept about oneself (GDPR 15 and 20)',
    personalExport,
    exportMyData,
  ),

  register: read(personPolicy, 'inform', {
    path: 'GET /people/register',
    summary: 'Show what is kept about people, why and until when (GDPR 13 and 30)',
    input: nothing,
    output: register,
    run: async ({ allow }) => {
      allow()
      return { tables: registerOfProcessing() }
    },
  }),

  eraseMe: deed(
    'POST /people/me/erase',
    'Erase one’s account; the address is typed to confirm (GDPR 17)',
    addressInput,
    (db, visit, { email }) => eraseMe(db, visit, email),
  ),
}

import { z } from 'zod'
import { tokenScopes } from '#platform/access/actor.ts'
import { changeOf } from '#platform/change.ts'
import { locales } from '#platform/i18n/locales.ts'
import { pageOf, pageQuery } from '#platform/paging.ts'

/** Everybody knows it: the demonstration world never sends mail and is made only where the settings say so. */
export const DEMONSTRATION_PASSWORD = 'entente-demo'

export const siteRoles = ['administrator', 'moderator'] as const
export const mailRhythms = ['immediate', 'daily', 'weekly', 'never'] as const
export const personSorts = ['name', 'joined'] as const

const name = z
  .string()
  .trim()
  .min(1, 'people:errors.blankName')
  .max(120)
  .regex(/^\P{Cc}*$/u)
  .describe('Name others know the person by')
const email = z.email().max(200).toLowerCase().describe('E-mail address')
const newPassword = z.string().min(10).max(200).describe('Password, at least ten characters')
/** Any text: one that is too short for a password is wrong, not malformed. */
const password = z.string().min(1).max(200).describe('Current password')
const secret = z.string().trim().min(1).max(200).describe('From the link in the mail')
const code = z.string().trim().min(6).max(20).describe('Six digits of an authenticator app, or a spare code')
const locale = z.enum(locales).describe('Language of the pages and the mail')

/** Nothing more to say; also the answer where saying more would tell who has an account. */
export const done = z.object({ done: z.literal(true) })

export const signUpInput = z.strictObject({
  name,
  email,
  password: newPassword,
  locale,
  acceptTerms: z.literal(true, 'people:errors.termsNeeded').describe('Agrees to the terms of use'),
})
export type SignUp = z.infer<typeof signUpInput>

export const signInInput = z.strictObject({
  email,
  password,
  remember: z.boolean().default(true).describe('Stay signed in for 30 days, else until the browser is closed'),
})
export type SignIn = z.infer<typeof signInInput>
export const signedIn = z.object({ needsSecondFactor: z.boolean().describe('Not signed in yet: a code is wanted') })

export const nothing = z.strictObject({}).default({})
export const codeInput = z.strictObject({ code })
export const addressInput = z.strictObject({ email })
export const passwordInput = z.strictObject({ password })
export const linkInput = z.strictObject({ token: secret })
export const byId = z.strictObject({ id: z.uuid() })
export const passwordReset = z.strictObject({ token: secret, password: newPassword })
export const passwordChange = z.strictObject({ current: password, next: newPassword })
export const addressChange = z.strictObject({ email, password })
export const elsewhereInput = z.strictObject({
  to: z
    .string()
    .regex(/^\/(?![/\\])[\w\-./?=&%]*$/)
    .max(500)
    .default('/')
    .describe('Page of the site to come back to'),
})
export const elsewhere = z.object({ url: z.url().describe('Where to send the browser') })

export const profileDraft = z.strictObject({
  name,
  headline: z.string().trim().max(200).default('').describe('What the person does, in a few words'),
  locale,
})
export const profileChange = z.strictObject({
  version: z.number().int().min(1).describe('The version the change was made from'),
  change: changeOf(profileDraft),
})
export type ProfileChange = z.infer<typeof profileChange>['change']

/** One's own account. */
export const meView = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  emailVerified: z.boolean(),
  locale,
  headline: z.string(),
  siteRoles: z.array(z.enum(siteRoles)),
  secondFactor: z.boolean().describe('A code is wanted at every sign-in'),
  hasPassword: z.boolean(),
  termsAccepted: z.boolean().describe('False for who came by a sign-in elsewhere and has not agreed yet'),
  createdAt: z.iso.datetime(),
  version: z.number().int().describe('Send it back with a change'),
})

export const sessionView = z.object({
  id: z.uuid(),
  current: z.boolean().describe('The one this request comes from'),
  userAgent: z.string().describe('What the browser says it is'),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
})

const scopes = z
  .array(z.enum(tokenScopes))
  .min(1, 'people:errors.scopesNeeded')
  .transform((list) => [...new Set(list)])
  .describe('read: see; write: also change needs it; administer: with the roles on the site')
export const tokenDraft = z.strictObject({
  name: z.string().trim().min(1).max(100).describe('What it is for'),
  scopes,
  days: z.number().int().min(1).max(365).nullable().default(90).describe('Days until it expires; null: never'),
})
export type TokenDraft = z.infer<typeof tokenDraft>
export const tokenIssue = z.strictObject({
  email,
  password,
  code: code.optional(),
  ...tokenDraft.shape,
  name: tokenDraft.shape.name.default('Issued by password'),
  scopes: scopes.default(['read']),
  days: z.number().int().min(1).max(365).default(1).describe('Days until it expires'),
})
export type TokenIssue = z.infer<typeof tokenIssue>
export const tokenView = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(z.enum(tokenScopes)),
  expiresAt: z.iso.datetime().nullable(),
  expired: z.boolean(),
  lastUsedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
})
export const tokenMade = z.object({
  token: tokenView,
  secret: z.string().describe('Send it as `Authorization: Bearer …`. Shown this once'),
})

export const secondFactorSetup = z.object({
  uri: z.string().describe('otpauth:// address, for a QR code'),
  secret: z.string().describe('The same in base 32, to type in'),
  spareCodes: z.array(z.string()).describe('Each works once. Shown this once'),
})

export const passkeyView = z.object({
  id: z.uuid(),
  name: z.string(),
  backedUp: z.boolean().describe('Kept by more than one device'),
  createdAt: z.iso.datetime().nullable(),
})

export const notificationPreferences = z.strictObject({
  mailRhythm: z.enum(mailRhythms).describe('How news is mailed'),
  mutedKinds: z.array(z.string().max(80)).max(100).describe('Kinds of news that are not mailed'),
})
export type NotificationPreferences = z.infer<typeof notificationPreferences>
export const notificationChange = changeOf(notificationPreferences)

/** What one table keeps about people. */
export const personalTable = z.object({
  name: z.string(),
  purpose: z.string().describe('Why it is kept'),
  kept: z.string().describe('Until when'),
})
export type PersonalTable = z.infer<typeof personalTable>
export const register = z.object({ tables: z.array(personalTable) })

export const personalExport = z.object({
  madeAt: z.iso.datetime(),
  tables: z.array(personalTable.extend({ rows: z.array(z.record(z.string(), z.unknown())) })),
})

/** A person as administrators see them. */
export const personRow = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  emailVerified: z.boolean(),
  locale: z.string(),
  siteRoles: z.array(z.enum(siteRoles)),
  suspended: z.boolean(),
  suspensionReason: z.string().nullable(),
  createdAt: z.iso.datetime(),
  can: z.object({ suspend: z.boolean(), restore: z.boolean(), assign: z.boolean() }),
})
export const personQuery = z.strictObject({
  ...pageQuery(personSorts),
  siteRole: z.array(z.enum(siteRoles)).default([]),
  suspended: z.boolean().optional(),
  emailVerified: z.boolean().optional(),
})
export type PersonQuery = z.infer<typeof personQuery>
export const personPage = pageOf(personRow)
export const suspension = z.strictObject({ id: z.uuid(), reason: z.string().trim().min(10).max(1000) })
export const siteRolesChange = z.strictObject({
  id: z.uuid(),
  roles: z
    .array(z.enum(siteRoles))
    .max(siteRoles.length)
    .transform((list) => [...new Set(list)]),
})

/** The sign-ins of the demonstration world: roles to look around in, no real people. */
export const demonstration = z.object({
  password: z.string(),
  rows: z.array(
    z.object({
      name: z.string(),
      email: z.string(),
      headline: z.string(),
      locale: z.string(),
      siteRoles: z.array(z.enum(siteRoles)),
    }),
  ),
})
export type Demonstration = z.infer<typeof demonstration>

import { bigint, boolean, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { keepsPersonalData } from './personal-data.ts'

// The columns are those that better-auth reads and writes; it wants Date objects.
const at = () => timestamp({ withTimezone: true, precision: 3 })

/** A person with an account. What the product knows of a person beyond signing in stands in the people capability. */
export const users = pgTable(
  'users',
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    email: text().notNull(),
    emailVerified: boolean().notNull().default(false),
    image: text(),
    twoFactorEnabled: boolean().notNull().default(false),
    createdAt: at().notNull().defaultNow(),
    updatedAt: at().notNull().defaultNow(),
  },
  (table) => [uniqueIndex('users_email').on(table.email)],
)

const owner = () =>
  uuid()
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' })

/** A signed-in browser. The token is kept as its hash only. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey(),
    userId: owner(),
    token: text().notNull(),
    expiresAt: at().notNull(),
    ipAddress: text(),
    userAgent: text(),
    createdAt: at().notNull().defaultNow(),
    updatedAt: at().notNull().defaultNow(),
  },
  (table) => [uniqueIndex('sessions_token').on(table.token), index('sessions_user').on(table.userId)],
)

/** One way of signing in: a password, or an account elsewhere. */
export const accounts = pgTable(
  'accounts',
  {
    id: uuid().primaryKey(),
    userId: owner(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: at(),
    refreshTokenExpiresAt: at(),
    scope: text(),
    password: text(),
    createdAt: at().notNull().defaultNow(),
    updatedAt: at().notNull().defaultNow(),
  },
  (table) => [
    index('accounts_user').on(table.userId),
    uniqueIndex('accounts_provider').on(table.providerId, table.accountId),
  ],
)

/** A one-time secret under way: a magic link, an address to be confirmed, a password to be set anew. */
export const verifications = pgTable(
  'verifications',
  {
    id: uuid().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: at().notNull(),
    createdAt: at().notNull().defaultNow(),
    updatedAt: at().notNull().defaultNow(),
  },
  (table) => [index('verifications_identifier').on(table.identifier)],
)

/** The second factor of a person who wants one: a time-based one-time password (RFC 6238) and spare codes. */
export const twoFactors = pgTable(
  'two_factors',
  {
    id: uuid().primaryKey(),
    userId: owner(),
    secret: text().notNull(),
    backupCodes: text().notNull(),
    verified: boolean().notNull().default(true),
    failedVerificationCount: integer().notNull().default(0),
    lockedUntil: at(),
  },
  (table) => [index('two_factors_user').on(table.userId), index('two_factors_secret').on(table.secret)],
)

/** A passkey (WebAuthn credential). */
export const passkeys = pgTable(
  'passkeys',
  {
    id: uuid().primaryKey(),
    userId: owner(),
    name: text(),
    publicKey: text().notNull(),
    credentialID: text().notNull(),
    counter: integer().notNull(),
    deviceType: text().notNull(),
    backedUp: boolean().notNull(),
    transports: text(),
    aaguid: text(),
    createdAt: at().defaultNow(),
  },
  (table) => [index('passkeys_user').on(table.userId), index('passkeys_credential').on(table.credentialID)],
)

/** How often an address tried to sign in lately. */
export const rateLimits = pgTable(
  'rate_limits',
  {
    id: uuid().primaryKey(),
    key: text().notNull(),
    count: integer().notNull(),
    lastRequest: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [uniqueIndex('rate_limits_key').on(table.key)],
)

const account = { kept: 'as long as the account' }
keepsPersonalData({ table: users, person: users.id, purpose: 'the account itself', ...account })
keepsPersonalData({
  table: sessions,
  person: sessions.userId,
  secret: ['token'],
  purpose: 'staying signed in, and seeing where one is',
  kept: 'thirty days, or until signed out',
})
keepsPersonalData({
  table: accounts,
  person: accounts.userId,
  secret: ['password', 'accessToken', 'refreshToken', 'idToken'],
  purpose: 'ways of signing in',
  ...account,
})
keepsPersonalData({
  table: twoFactors,
  person: twoFactors.userId,
  secret: ['secret', 'backupCodes'],
  purpose: 'the second factor',
  kept: 'until turned off',
})
keepsPersonalData({ table: passkeys, person: passkeys.userId, purpose: 'passkeys', kept: 'until removed' })

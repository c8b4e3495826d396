import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { keepsPersonalData } from '#platform/auth/personal-data.ts'
import { users } from '#platform/auth/table.ts'
import { instant, version } from '#platform/db/columns.ts'
import { explainConstraint } from '#platform/db/transaction.ts'

/** What the product knows of a person beyond signing in. */
export const profiles = pgTable(
  'profiles',
  {
    person: uuid()
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' }),
    locale: text().notNull().default('en'),
    /** What the person does, in a few words. */
    headline: text().notNull().default(''),
    siteRoles: text().array().notNull().default(sql`'{}'`),
    /** How news reaches the person: at once, once a day, once a week, or only on the site. */
    mailRhythm: text().notNull().default('immediate'),
    /** Kinds of news the person does not want by mail. */
    mutedKinds: text().array().notNull().default(sql`'{}'`),
    /** When the person agreed to the terms of use; null for one who came by a sign-in elsewhere and has not yet. */
    termsAcceptedAt: instant(),
    suspendedAt: instant(),
    suspensionReason: text(),
    version: version(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (table) => [
    check('profiles_mail_rhythm', sql`${table.mailRhythm} in ('immediate', 'daily', 'weekly', 'never')`),
    check('profiles_site_roles', sql`${table.siteRoles} <@ array['administrator', 'moderator']`),
  ],
)

/** A personal access token, for programs and agents that act for a person. The secret is kept as its hash only. */
export const accessTokens = pgTable(
  'access_tokens',
  {
    id: uuid().primaryKey(),
    person: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    hash: text().notNull(),
    scopes: text().array().notNull(),
    expiresAt: instant(),
    lastUsedAt: instant(),
    createdAt: instant().notNull(),
  },
  (table) => [
    uniqueIndex('access_tokens_hash').on(table.hash),
    index('access_tokens_person').on(table.person),
    check('access_tokens_scopes', sql`${table.scopes} <@ array['read', 'write', 'administer']`),
  ],
)

keepsPersonalData({
  table: profiles,
  person: profiles.person,
  purpose: 'language, roles and wishes about mail',
  kept: 'as long as the account',
})
keepsPersonalData({
  table: accessTokens,
  person: accessTokens.person,
  secret: ['hash'],
  purpose: 'programs that act for the person',
  kept: 'until revoked, or 90 days after they expire',
})

explainConstraint('users_email', 'people:errors.addressTaken')

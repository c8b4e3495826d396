import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { keepsPersonalData } from '#platform/auth/personal-data.ts'
import { users } from '#platform/auth/table.ts'
import { id, instant, prose } from '#platform/db/columns.ts'
import { explainConstraint } from '#platform/db/transaction.ts'
import { languageIds } from '../vocabularies/languages.ts'
import { reasons, subjects } from './schema.ts'

/** Somebody asks a moderator to look at something. It outlives what it is about. */
export const reports = pgTable(
  'reports',
  {
    id: id(),
    about: text({ enum: subjects }).notNull(),
    subject: uuid().notNull(),
    /** What it was called when it was reported. */
    title: text().notNull(),
    language: text({ enum: languageIds }).notNull(),
    /** A page of the site. */
    link: text().notNull(),
    person: uuid(),
    reason: text({ enum: reasons }).notNull(),
    text: text().notNull(),
    /** Title and text, folded: what a list is searched in. */
    searchable: prose(),
    createdAt: instant().notNull(),
    settledAt: instant(),
    settledBy: uuid(),
    note: prose(),
  },
  (table) => [
    foreignKey({ name: 'reports_person_fk', columns: [table.person], foreignColumns: [users.id] }).onDelete('set null'),
    foreignKey({ name: 'reports_settled_by_fk', columns: [table.settledBy], foreignColumns: [users.id] }).onDelete(
      'set null',
    ),
    uniqueIndex('reports_open').on(table.subject, table.person).where(sql`settled_at is null`),
    index('reports_created').on(table.createdAt, table.id),
    index('reports_person').on(table.person),
    index('reports_settled_by').on(table.settledBy),
    check('reports_about', sql`${table.about} in ('listing', 'expression')`),
    check('reports_link', sql`${table.link} ~ '^/([^/]|$)'`),
    check(
      'reports_reason',
      sql`${table.reason} in ('spam', 'misleading', 'offensive', 'private', 'unlawful', 'other')`,
    ),
    check('reports_settled', sql`(${table.settledAt} is null) = (${table.note} = '')`),
  ],
)

explainConstraint('reports_open', 'reports:errors.already')

const kept = 'a year after it was dealt with; without the person once the account is erased'
keepsPersonalData({
  table: reports,
  person: reports.person,
  // What moderators did is theirs to say.
  secret: ['settledBy', 'note', 'searchable'],
  purpose: 'who asked a moderator to look at something',
  kept,
})
keepsPersonalData({
  table: reports,
  person: reports.settledBy,
  // Who reported it, and in which words, concerns somebody else.
  secret: ['person', 'text', 'searchable'],
  purpose: 'which moderator dealt with a report',
  kept,
})

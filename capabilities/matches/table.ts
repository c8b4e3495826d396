import { sql } from 'drizzle-orm'
import {
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { keepsPersonalData } from '#platform/auth/personal-data.ts'
import { users } from '#platform/auth/table.ts'
import { id, instant, version } from '#platform/db/columns.ts'
import { explainConstraint } from '#platform/db/transaction.ts'
import { listings } from '../listings/table.ts'
import { organisations } from '../organisations/table.ts'
import { marks, rhythms, type SavedQuery } from './schema.ts'

/** A need and an offer that were found to fit each other. */
export const matchPairs = pgTable(
  'match_pairs',
  {
    need: uuid().notNull(),
    offer: uuid().notNull(),
    /** Whose they are: a listing never changes hands. */
    needOrganisation: uuid().notNull(),
    offerOrganisation: uuid().notNull(),
    /** How well the offer answers the need, 0 to 1. */
    needStrength: doublePrecision().notNull(),
    /** How well the need suits the offer, 0 to 1. */
    offerStrength: doublePrecision().notNull(),
    foundAt: instant().notNull(),
    /** When the pair was last looked at. */
    checkedAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ name: 'match_pairs_pk', columns: [table.need, table.offer] }),
    foreignKey({ name: 'match_pairs_need_fk', columns: [table.need], foreignColumns: [listings.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ name: 'match_pairs_offer_fk', columns: [table.offer], foreignColumns: [listings.id] }).onDelete(
      'cascade',
    ),
    index('match_pairs_offer').on(table.offer),
    index('match_pairs_need_organisation').on(table.needOrganisation, table.foundAt),
    index('match_pairs_offer_organisation').on(table.offerOrganisation, table.foundAt),
    check(
      'match_pairs_strengths',
      sql`${table.needStrength} between 0 and 1 and ${table.offerStrength} between 0 and 1`,
    ),
    check('match_pairs_others', sql`${table.needOrganisation} <> ${table.offerOrganisation}`),
  ],
)

/** What an organisation said of a match: kept in mind, or not to be shown again. */
export const matchMarks = pgTable(
  'match_marks',
  {
    organisation: uuid().notNull(),
    /** The organisation's own listing that it was a match for; null: its profile. */
    listing: uuid(),
    candidate: uuid().notNull(),
    mark: text({ enum: marks }).notNull(),
    person: uuid(),
    at: instant().notNull(),
  },
  (table) => [
    unique('match_marks_once').on(table.organisation, table.listing, table.candidate).nullsNotDistinct(),
    foreignKey({
      name: 'match_marks_organisation_fk',
      columns: [table.organisation],
      foreignColumns: [organisations.id],
    }).onDelete('cascade'),
    foreignKey({ name: 'match_marks_listing_fk', columns: [table.listing], foreignColumns: [listings.id] }).onDelete(
      'cascade',
    ),
    foreignKey({
      name: 'match_marks_candidate_fk',
      columns: [table.candidate],
      foreignColumns: [listings.id],
    }).onDelete('cascade'),
    foreignKey({ name: 'match_marks_person_fk', columns: [table.person], foreignColumns: [users.id] }).onDelete(
      'set null',
    ),
    index('match_marks_listing').on(table.listing),
    index('match_marks_candidate').on(table.candidate),
    check('match_marks_mark', sql`${table.mark} in ('saved', 'dismissed')`),
  ],
)

/** One going through all listings, looking for pairs: how far it has come, so that it goes on where it was stopped. */
export const matchRefreshes = pgTable(
  'match_refreshes',
  {
    id: id(),
    startedAt: instant().notNull(),
    finishedAt: instant(),
    /** The last listing that was looked at. */
    last: uuid(),
    total: integer().notNull(),
    done: integer().notNull().default(0),
    /** New pairs. */
    found: integer().notNull().default(0),
  },
  (table) => [
    uniqueIndex('match_refreshes_running').on(sql`(${table.finishedAt} is null)`).where(sql`finished_at is null`),
  ],
)

/** A search of the board that a person wants to be told of. */
export const savedSearches = pgTable(
  'saved_searches',
  {
    id: id(),
    person: uuid().notNull(),
    name: text().notNull(),
    query: jsonb().$type<SavedQuery>().notNull(),
    rhythm: text({ enum: rhythms }).notNull(),
    /** Up to when listings that appeared were told in the weekly gathering. */
    gatheredAt: instant().notNull(),
    version: version(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (table) => [
    foreignKey({ name: 'saved_searches_person_fk', columns: [table.person], foreignColumns: [users.id] }).onDelete(
      'cascade',
    ),
    unique('saved_searches_name').on(table.person, table.name),
    index('saved_searches_rhythm').on(table.rhythm, table.id).where(sql`rhythm <> 'never'`),
    check('saved_searches_rhythm_known', sql`${table.rhythm} in ('instant', 'weekly', 'never')`),
  ],
)

/** Of which listing a saved search has told its person: once each. */
export const searchAlerts = pgTable(
  'search_alerts',
  { search: uuid().notNull(), listing: uuid().notNull(), at: instant().notNull() },
  (table) => [
    primaryKey({ name: 'search_alerts_pk', columns: [table.search, table.listing] }),
    foreignKey({
      name: 'search_alerts_search_fk',
      columns: [table.search],
      foreignColumns: [savedSearches.id],
    }).onDelete('cascade'),
    foreignKey({ name: 'search_alerts_listing_fk', columns: [table.listing], foreignColumns: [listings.id] }).onDelete(
      'cascade',
    ),
    index('search_alerts_listing').on(table.listing),
  ],
)

keepsPersonalData({
  table: matchMarks,
  person: matchMarks.person,
  purpose: 'who of an organisation kept a match in mind or set it aside',
  kept: 'as long as both listings; without the person once the account is erased',
})
keepsPersonalData({
  table: savedSearches,
  person: savedSearches.person,
  purpose: 'telling a person of new needs and offers',
  kept: 'until removed, or as long as the account',
})

explainConstraint('saved_searches_name', 'matches:errors.nameTaken')
explainConstraint('match_marks_candidate_fk', 'platform:errors.notFound')
explainConstraint('match_refreshes_running', 'matches:errors.refreshing')

import { type SQL, sql } from 'drizzle-orm'
import {
  boolean,
  check,
  customType,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { keepsPersonalData } from '#platform/auth/personal-data.ts'
import { users } from '#platform/auth/table.ts'
import { id, instant, list, listOf, prose, version } from '#platform/db/columns.ts'
import { explainConstraint } from '#platform/db/transaction.ts'
import { organisations } from '../organisations/table.ts'
import { cooperationTypeIds } from '../vocabularies/cooperation-types.ts'
import { countryIds } from '../vocabularies/countries.ts'
import { developmentStageIds } from '../vocabularies/development-stages.ts'
import { ecosystemIds } from '../vocabularies/ecosystems.ts'
import { iprStatusIds } from '../vocabularies/ipr-status.ts'
import { languageIds } from '../vocabularies/languages.ts'
import { listingKindIds } from '../vocabularies/listing-kinds.ts'
import { organisationTypeIds } from '../vocabularies/organisation-types.ts'
import { partnerTypeIds } from '../vocabularies/partner-types.ts'
import { roleTagIds } from '../vocabularies/role-tags.ts'
import { sizeIds } from '../vocabularies/sizes.ts'
import { outcomes, sides, statuses, visibilities } from './schema.ts'

const words = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** Numbers the references of needs and offers. */
export const listingReferences = pgSequence('listing_references')

/** What stands on the board: written out, so that the partial indexes serve every list. */
export const onBoard: SQL = sql.raw(`"listings"."status" = 'published' and "listings"."visibility" <> 'match-only'`)

/** A need or an offer that an organisation posts. */
export const listings = pgTable(
  'listings',
  {
    id: id(),
    /** What people call it by: N-2026-00042 for a need, O-2026-00043 for an offer. */
    reference: text().notNull(),
    organisation: uuid().notNull(),
    createdBy: uuid(),
    side: text({ enum: sides }).notNull(),
    kind: text({ enum: listingKindIds }).notNull(),
    /** The language it is written in. */
    language: text({ enum: languageIds }).notNull(),
    title: text().notNull(),
    summary: prose(),
    description: prose(),
    advantages: prose(),
    expertiseSought: prose(),
    stage: text({ enum: developmentStageIds }),
    trlMin: integer(),
    trlMax: integer(),
    iprStatus: listOf(iprStatusIds),
    iprNotes: prose(),
    sdgs: integer().array().notNull().default(sql`'{}'`),
    /** What the partner would do. */
    partnerRole: prose(),
    partnerTypes: listOf(partnerTypeIds),
    partnerSizes: listOf(sizeIds),
    cooperationTypes: listOf(cooperationTypeIds),
    keywords: list(),
    ecosystems: listOf(ecosystemIds),
    /** Where the partner may be; empty: anywhere. */
    targetCountries: listOf(countryIds),
    /** Languages the work can be done in. */
    languages: listOf(languageIds),
    /** Whole euros. */
    budget: integer(),
    programme: prose(),
    callIdentifier: prose(),
    durationMonths: integer(),
    coordinatorRequired: boolean().notNull().default(false),
    eoiDeadline: instant(),
    callDeadline: instant(),
    acronym: prose(),
    /** Answers are of no use after this instant. */
    deadline: instant(),
    visibility: text({ enum: visibilities }).notNull().default('public'),
    status: text({ enum: statuses }).notNull().default('draft'),
    /** Why a moderator sent it back. */
    reviewReason: text(),
    /** May be passed on outside the platform, by its owner's consent. */
    dissemination: boolean().notNull().default(false),
    /** Findings of the leak check that a person called not identifying, by their keys. */
    acknowledgedLeaks: list(),
    /** The version that was last allowed to appear. */
    approvedVersion: integer(),
    /** What became of it. */
    outcome: text({ enum: outcomes }),
    outcomeNote: prose(),
    publishedAt: instant(),
    expiresAt: instant(),
    /** When it ends by itself: at its deadline or its expiry, whichever comes first. */
    endsAt: instant().generatedAlwaysAs(sql`least(expires_at, deadline)`),
    /** Of how many days before its end the owner was last reminded. */
    remindedDays: integer(),
    closedAt: instant(),
    /** What may always be known of the owner, as its profile has it now. */
    ownerCountry: text({ enum: countryIds }).notNull(),
    ownerType: text({ enum: organisationTypeIds }).notNull(),
    ownerSize: text({ enum: sizeIds }),
    ownerRoleTags: listOf(roleTagIds),
    /** Where the owner is and what it is called: for filters, and only where the owner may be known. */
    ownerLatitude: doublePrecision(),
    ownerLongitude: doublePrecision(),
    ownerNames: prose(),
    /** Its texts, folded, the title on a line of its own: what a list is searched in. */
    searchable: prose(),
    /** The words of `searchable`, and of the owner's names only where everybody may know the owner. */
    searchWords: words().generatedAlwaysAs(
      sql`setweight(to_tsvector('simple', split_part(searchable, chr(10), 1)), 'A')
        || setweight(to_tsvector('simple', searchable), 'D')
        || case when visibility in ('public', 'members') then setweight(to_tsvector('simple', owner_names), 'C')
           else ''::tsvector end`,
    ),
    version: version(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (table) => [
    foreignKey({
      name: 'listings_organisation_fk',
      columns: [table.organisation],
      foreignColumns: [organisations.id],
    }).onDelete('cascade'),
    foreignKey({ name: 'listings_created_by_fk', columns: [table.createdBy], foreignColumns: [users.id] }).onDelete(
      'set null',
    ),
    uniqueIndex('listings_reference').on(table.reference),
    // The board in its usual order, with all that its filters ask for: so it is filtered and counted without the rows.
    index('listings_board')
      .on(
        table.publishedAt,
        table.id,
        table.visibility,
        table.organisation,
        table.side,
        table.kind,
        table.ownerCountry,
        table.language,
        table.ecosystems,
        table.cooperationTypes,
        table.partnerTypes,
        table.ownerRoleTags,
      )
      .where(onBoard),
    index('listings_place').on(table.ownerLatitude, table.ownerLongitude).where(onBoard),
    index('listings_deadline').on(table.deadline, table.id).where(onBoard),
    index('listings_title').on(sql`lower(${table.title})`, table.id).where(onBoard),
    index('listings_organisation').on(table.organisation, table.status, table.updatedAt),
    index('listings_created_by').on(table.createdBy),
    index('listings_ends').on(table.endsAt).where(sql`status in ('published', 'paused')`),
    index('listings_review').on(table.updatedAt, table.id).where(sql`status = 'review'`),
    index('listings_search').using('gin', table.searchWords),
    check('listings_side', sql`${table.side} in ('need', 'offer')`),
    check('listings_visibility', sql`${table.visibility} in ('public', 'members', 'anonymous', 'match-only')`),
    check(
      'listings_status',
      sql`${table.status} in
      ('draft', 'review', 'returned', 'published', 'paused', 'fulfilled', 'expired', 'withdrawn')`,
    ),
    check('listings_outcome', sql`${table.outcome} in ('through-entente', 'elsewhere', 'not-met')`),
    check(
      'listings_kind',
      sql`${table.kind} in ('business', 'technology', 'research', 'training', 'facility', 'advice', 'internship')`,
    ),
    check(
      'listings_trl',
      sql`coalesce(${table.trlMin}, 1) between 1 and 9 and coalesce(${table.trlMax}, 9) between 1 and 9
      and coalesce(${table.trlMin} <= ${table.trlMax}, true)`,
    ),
    check('listings_budget', sql`${table.budget} >= 0`),
    check('listings_duration', sql`${table.durationMonths} between 1 and 240`),
    check('listings_sdgs', sql`${table.sdgs} <@ array[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17]`),
    check(
      'listings_published',
      sql`${table.status} not in ('published', 'paused', 'fulfilled', 'expired')
      or (${table.publishedAt} is not null and ${table.expiresAt} is not null)`,
    ),
  ],
)

/** Whether the owner of the listing is suspended just now. */
export const ownerSuspended: SQL<boolean> = sql<boolean>`exists (select 1 from ${organisations}
  where ${organisations.id} = ${listings.organisation} and ${organisations.suspendedAt} is not null)`

/** The listing as it was saved each time. */
export const listingVersions = pgTable(
  'listing_versions',
  {
    listing: uuid().notNull(),
    version: integer().notNull(),
    snapshot: jsonb().$type<Record<string, unknown>>().notNull(),
    person: uuid(),
    at: instant().notNull(),
  },
  (table) => [
    primaryKey({ name: 'listing_versions_pk', columns: [table.listing, table.version] }),
    foreignKey({
      name: 'listing_versions_listing_fk',
      columns: [table.listing],
      foreignColumns: [listings.id],
    }).onDelete('cascade'),
    foreignKey({ name: 'listing_versions_person_fk', columns: [table.person], foreignColumns: [users.id] }).onDelete(
      'set null',
    ),
  ],
)

const grant = { listing: () => uuid().notNull(), organisation: () => uuid().notNull() }

/** To whom the owner of an anonymous listing has said who it is. */
export const listingReveals = pgTable(
  'listing_reveals',
  { listing: grant.listing(), organisation: grant.organisation(), at: instant().notNull() },
  (table) => [
    primaryKey({ name: 'listing_reveals_pk', columns: [table.listing, table.organisation] }),
    foreignKey({
      name: 'listing_reveals_listing_fk',
      columns: [table.listing],
      foreignColumns: [listings.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'listing_reveals_organisation_fk',
      columns: [table.organisation],
      foreignColumns: [organisations.id],
    }).onDelete('cascade'),
    index('listing_reveals_organisation').on(table.organisation),
  ],
)

/** To whom a match-only listing was opened because it fits. */
export const listingOpenings = pgTable(
  'listing_openings',
  { listing: grant.listing(), organisation: grant.organisation(), at: instant().notNull() },
  (table) => [
    primaryKey({ name: 'listing_openings_pk', columns: [table.listing, table.organisation] }),
    foreignKey({
      name: 'listing_openings_listing_fk',
      columns: [table.listing],
      foreignColumns: [listings.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'listing_openings_organisation_fk',
      columns: [table.organisation],
      foreignColumns: [organisations.id],
    }).onDelete('cascade'),
    index('listing_openings_organisation').on(table.organisation),
  ],
)

keepsPersonalData({
  table: listings,
  person: listings.createdBy,
  purpose: 'who entered a need or an offer for an organisation',
  kept: 'as long as the listing; without the person once the account is erased',
})
keepsPersonalData({
  table: listingVersions,
  person: listingVersions.person,
  purpose: 'who changed a need or an offer of an organisation',
  kept: 'as long as the listing; without the person once the account is erased',
})

explainConstraint('listings_reference', 'listings:errors.referenceTaken')
explainConstraint('listings_organisation_fk', 'listings:errors.organisationGone')
explainConstraint('listings_trl', 'listings:errors.trlOrder')
explainConstraint('listings_published', 'listings:errors.notPublished')
explainConstraint('listing_versions_pk', 'platform:errors.clash')

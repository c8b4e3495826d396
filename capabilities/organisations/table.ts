import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { users } from '#platform/auth/table.ts'
import { id, instant, version } from '#platform/db/columns.ts'
import { explainConstraint } from '#platform/db/transaction.ts'
import { countryIds } from '../vocabularies/countries.ts'
import { ecosystemIds } from '../vocabularies/ecosystems.ts'
import { languageIds } from '../vocabularies/languages.ts'
import { organisationTypeIds } from '../vocabularies/organisation-types.ts'
import { roleTagIds } from '../vocabularies/role-tags.ts'
import { sizeIds } from '../vocabularies/sizes.ts'

const list = () => text().array().notNull().default(sql`'{}'`)
const listOf = <const Ids extends readonly [string, ...string[]]>(ids: Ids) =>
  text({ enum: ids as unknown as [Ids[number], ...Ids[number][]] })
    .array()
    .notNull()
    .default(sql`'{}'`)

/** What shows that an organisation is an SME (Recommendation 2003/361/EC); amounts in whole euros. */
export interface SmeEvidence {
  staff: number
  turnover: number | null
  balanceSheet: number | null
  year: number
  note: string
}

/** A body that takes part in innovation: company, university, VET provider, chamber, cluster, public authority, … */
export const organisations = pgTable(
  'organisations',
  {
    id: id(),
    /** Part of its address on the site. */
    slug: text().notNull(),
    legalName: text().notNull(),
    displayName: text().notNull(),
    /** Other names it is found under: acronyms, names in other languages. */
    otherNames: list(),
    /** HES, REC, PRC, PUB or OTH, as on the funding portal. */
    organisationType: text({ enum: organisationTypeIds }).notNull(),
    roleTags: listOf(roleTagIds),
    size: text({ enum: sizeIds }),
    staff: integer(),
    smeEvidence: jsonb().$type<SmeEvidence>(),
    /** ISO 3166-1 alpha-2. */
    country: text({ enum: countryIds }).notNull(),
    nuts: text(),
    city: text().notNull().default(''),
    address: text().notNull().default(''),
    /** Degrees, WGS 84. */
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    website: text(),
    foundedYear: integer(),
    pic: text(),
    oid: text(),
    erasmusCode: text(),
    vat: text(),
    ror: text(),
    /** The language the summary is written in. */
    language: text({ enum: languageIds }).notNull().default('en'),
    summary: text().notNull().default(''),
    ecosystems: listOf(ecosystemIds),
    competences: list(),
    services: list(),
    targetCountries: listOf(countryIds),
    languages: listOf(languageIds),
    contactEmail: text(),
    /** Names, places and competences, folded: what a list is searched in. */
    searchable: text().notNull().default(''),
    /** Made up for the demonstration world. */
    demonstration: boolean().notNull().default(false),
    /** listed: entered by others; claimed: somebody of the organisation keeps it; verified: a moderator has checked that. */
    standing: text({ enum: ['listed', 'claimed', 'verified'] })
      .notNull()
      .default('listed'),
    suspendedAt: instant(),
    suspensionReason: text(),
    lastConfirmedAt: instant(),
    version: version(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (table) => [
    uniqueIndex('organisations_slug').on(table.slug),
    uniqueIndex('organisations_pic').on(table.pic).where(sql`pic is not null`),
    uniqueIndex('organisations_ror').on(table.ror).where(sql`ror is not null`),
    index('organisations_country').on(table.country),
    index('organisations_updated').on(table.updatedAt, table.id),
    index('organisations_searchable').using('gin', sql`to_tsvector('simple', ${table.searchable})`),
    index('organisations_name').on(sql`lower(${table.displayName})`),
    check('organisations_type', sql`${table.organisationType} in ('HES', 'REC', 'PRC', 'PUB', 'OTH')`),
    check('organisations_size', sql`${table.size} in ('micro', 'small', 'medium', 'large')`),
    check('organisations_standing', sql`${table.standing} in ('listed', 'claimed', 'verified')`),
    check('organisations_country_code', sql`${table.country} ~ '^[A-Z]{2}$'`),
    check(
      'organisations_place',
      sql`(${table.latitude} is null) = (${table.longitude} is null)
      and coalesce(${table.latitude}, 0) between -90 and 90 and coalesce(${table.longitude}, 0) between -180 and 180`,
    ),
  ],
)

/** A person who acts for an organisation. */
export const memberships = pgTable(
  'memberships',
  {
    organisation: uuid().notNull(),
    person: uuid().notNull(),
    /** owner and manager keep the profile and the people; member posts and answers. */
    role: text({ enum: ['owner', 'manager', 'member'] }).notNull(),
    /** asked: waits for a manager, or for a moderator where nobody is left. */
    state: text({ enum: ['asked', 'active'] }).notNull(),
    /** Shown on the organisation's page as someone to talk to. */
    contact: boolean().notNull().default(false),
    createdAt: instant().notNull(),
    decidedAt: instant(),
  },
  (table) => [
    primaryKey({ name: 'memberships_pk', columns: [table.organisation, table.person] }),
    foreignKey({
      name: 'memberships_organisation_fk',
      columns: [table.organisation],
      foreignColumns: [organisations.id],
    }).onDelete('cascade'),
    foreignKey({ name: 'memberships_person_fk', columns: [table.person], foreignColumns: [users.id] }).onDelete(
      'cascade',
    ),
    index('memberships_person').on(table.person),
    check('memberships_role', sql`${table.role} in ('owner', 'manager', 'member')`),
    check('memberships_state', sql`${table.state} in ('asked', 'active')`),
  ],
)

/** An organisation that belongs to another: a company in a cluster, a partner in an alliance. */
export const affiliations = pgTable(
  'affiliations',
  {
    body: uuid().notNull(),
    member: uuid().notNull(),
    /** proposed: waits for the other side. */
    state: text().notNull(),
    proposedBy: text().notNull(),
    createdAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ name: 'affiliations_pk', columns: [table.body, table.member] }),
    foreignKey({ name: 'affiliations_body_fk', columns: [table.body], foreignColumns: [organisations.id] }).onDelete(
      'cascade',
    ),
    foreignKey({
      name: 'affiliations_member_fk',
      columns: [table.member],
      foreignColumns: [organisations.id],
    }).onDelete('cascade'),
    index('affiliations_member').on(table.member),
    check('affiliations_not_itself', sql`${table.body} <> ${table.member}`),
    check('affiliations_state', sql`${table.state} in ('proposed', 'confirmed')`),
    check('affiliations_proposed_by', sql`${table.proposedBy} in ('body', 'member', 'moderator')`),
  ],
)

explainConstraint('organisations_slug', 'organisations:errors.nameTaken')
explainConstraint('organisations_pic', 'organisations:errors.picTaken')
explainConstraint('organisations_ror', 'organisations:errors.rorTaken')
explainConstraint('memberships_pk', 'organisations:errors.alreadyMember')

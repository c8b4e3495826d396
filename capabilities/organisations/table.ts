import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  customType,
  date,
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
import { keepsPersonalData } from '#platform/auth/personal-data.ts'
import { users } from '#platform/auth/table.ts'
import { id, instant, list, listOf, version } from '#platform/db/columns.ts'
import { explainConstraint } from '#platform/db/transaction.ts'
import { profiles } from '../people/table.ts'
import { countryIds } from '../vocabularies/countries.ts'
import { ecosystemIds } from '../vocabularies/ecosystems.ts'
import { languageIds } from '../vocabularies/languages.ts'
import { organisationTypeIds } from '../vocabularies/organisation-types.ts'
import { roleTagIds } from '../vocabularies/role-tags.ts'
import { sizeIds } from '../vocabularies/sizes.ts'
import {
  type Candidate,
  importOutcomes,
  importSources,
  importStates,
  type Likeness,
  type RowProblem,
  type RowRepair,
} from './schema.ts'

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })

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
    /** Domains of its people's addresses, beside the website's: whoever asks to join from one is likely one of them. */
    emailDomains: list(),
    /** From when until when it holds the Erasmus Charter for Higher Education. */
    charterFrom: date(),
    charterUntil: date(),
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
    index('organisations_oid').on(table.oid).where(sql`oid is not null`),
    index('organisations_erasmus_code').on(table.erasmusCode).where(sql`erasmus_code is not null`),
    index('organisations_suspended').on(table.id).where(sql`suspended_at is not null`),
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
    /** asked: waits for a manager, or for a moderator where nobody is left; declined: with a reason, may ask again. */
    state: text({ enum: ['asked', 'active', 'declined'] }).notNull(),
    /** Asks for the whole profile, as all who keep it are away: moderators decide. */
    takeOver: boolean().notNull().default(false),
    /** What the person wrote when asking. */
    message: text().notNull().default(''),
    /** Why it was declined. */
    reason: text().notNull().default(''),
    /** Shown on the organisation's page as someone to talk to. */
    contact: boolean().notNull().default(false),
    createdAt: instant().notNull(),
    decidedAt: instant(),
    /** When the person was last signed in, as far as was noted since. */
    seenAt: instant(),
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
    check('memberships_state', sql`${table.state} in ('asked', 'active', 'declined')`),
  ],
)

/** An invitation to act for an organisation, sent to an address. The secret in the link is kept as its hash only. */
export const invitations = pgTable(
  'invitations',
  {
    id: id(),
    organisation: uuid().notNull(),
    email: text().notNull(),
    role: text({ enum: ['owner', 'manager', 'member'] }).notNull(),
    hash: text().notNull(),
    invitedBy: uuid(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    /** Who accepted it; an accepted one is kept so that a second click on the link is explained. */
    acceptedBy: uuid(),
    acceptedAt: instant(),
  },
  (table) => [
    foreignKey({
      name: 'invitations_organisation_fk',
      columns: [table.organisation],
      foreignColumns: [organisations.id],
    }).onDelete('cascade'),
    foreignKey({ name: 'invitations_invited_by_fk', columns: [table.invitedBy], foreignColumns: [users.id] }).onDelete(
      'set null',
    ),
    foreignKey({
      name: 'invitations_accepted_by_fk',
      columns: [table.acceptedBy],
      foreignColumns: [users.id],
    }).onDelete('cascade'),
    uniqueIndex('invitations_hash').on(table.hash),
    uniqueIndex('invitations_open').on(table.organisation, table.email).where(sql`accepted_at is null`),
    index('invitations_email').on(table.email),
    check('invitations_email_lower', sql`${table.email} = lower(${table.email})`),
    check('invitations_role', sql`${table.role} in ('owner', 'manager', 'member')`),
  ],
)

/** An organisation that belongs to another: a company in a cluster, a partner in an alliance. */
export const affiliations = pgTable(
  'affiliations',
  {
    body: uuid().notNull(),
    member: uuid().notNull(),
    /** proposed: waits for the other side. */
    state: text({ enum: ['proposed', 'confirmed'] }).notNull(),
    proposedBy: text({ enum: ['body', 'member', 'moderator'] }).notNull(),
    createdAt: instant().notNull(),
    decidedAt: instant(),
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

/** One file of organisations that is or was taken in. */
export const organisationImports = pgTable(
  'organisation_imports',
  {
    id: id(),
    /** eche: the European Commission's list of charter holders; ror: ROR records; members: a list of one's own. */
    source: text({ enum: importSources }).notNull(),
    fileName: text().notNull(),
    /** The organisation whose members these are. */
    body: uuid(),
    state: text({ enum: importStates }).notNull(),
    /** What kind of damage the file's bytes had: `utf-8`, `windows-1252`, `destroyed`. */
    encoding: text().notNull().default(''),
    /** Columns of the file, and which field each is. */
    columns: list(),
    mapping: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** Rows in the file; 0 until it is read. */
    total: integer().notNull().default(0),
    /** Rows that the present step is done with. */
    progress: integer().notNull().default(0),
    /** Why it failed: a key of the messages. */
    failure: text(),
    startedBy: uuid(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (table) => [
    foreignKey({
      name: 'organisation_imports_body_fk',
      columns: [table.body],
      foreignColumns: [organisations.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'organisation_imports_started_by_fk',
      columns: [table.startedBy],
      foreignColumns: [users.id],
    }).onDelete('set null'),
    index('organisation_imports_created').on(table.createdAt),
    check('organisation_imports_source', sql`${table.source} in ('eche', 'ror', 'members')`),
    check(
      'organisation_imports_state',
      sql`${table.state} in ('previewing', 'ready', 'running', 'done', 'undoing', 'undone', 'failed')`,
    ),
  ],
)

/** The file itself, until its rows are read. */
export const organisationImportFiles = pgTable('organisation_import_files', {
  import: uuid()
    .primaryKey()
    .references(() => organisationImports.id, { onDelete: 'cascade' }),
  bytes: bytes().notNull(),
})

/** One row of a file, what is made of it, and what it changed. */
export const organisationImportRows = pgTable(
  'organisation_import_rows',
  {
    import: uuid().notNull(),
    line: integer().notNull(),
    raw: jsonb().$type<Record<string, string>>().notNull(),
    parsed: jsonb().$type<Candidate>(),
    outcome: text({ enum: importOutcomes }),
    organisation: uuid(),
    /** Organisations it may be, where that is not clear. */
    candidates: jsonb().$type<Likeness[]>().notNull().default([]),
    problems: jsonb().$type<RowProblem[]>().notNull().default([]),
    repairs: jsonb().$type<RowRepair[]>().notNull().default([]),
    /** What a person decided on an unclear row. */
    decision: text({ enum: ['new', 'merge', 'skip'] }),
    /** The fields it fills or filled. */
    change: jsonb().$type<Record<string, unknown>>(),
    /** Those fields as they were, to be able to undo. */
    before: jsonb().$type<Record<string, unknown>>(),
    /** It said in the cluster's name that the organisation belongs to it. */
    affiliated: boolean().notNull().default(false),
    appliedAt: instant(),
    /** What undoing came to. */
    undone: text({ enum: ['removed', 'restored', 'partly', 'kept'] }),
  },
  (table) => [
    primaryKey({ name: 'organisation_import_rows_pk', columns: [table.import, table.line] }),
    foreignKey({
      name: 'organisation_import_rows_import_fk',
      columns: [table.import],
      foreignColumns: [organisationImports.id],
    }).onDelete('cascade'),
    index('organisation_import_rows_outcome').on(table.import, table.outcome, table.line),
    index('organisation_import_rows_organisation').on(table.organisation).where(sql`outcome = 'suggested'`),
  ],
)

keepsPersonalData({
  table: memberships,
  person: memberships.person,
  purpose: 'acting for an organisation',
  kept: 'until the person leaves, or 90 days after a request was declined',
})
keepsPersonalData({
  table: invitations,
  person: invitations.acceptedBy,
  secret: ['hash'],
  purpose: 'inviting people to act for an organisation',
  kept: '90 days after it was accepted or expired',
})
keepsPersonalData({
  table: organisationImports,
  person: organisationImports.startedBy,
  purpose: 'who took in a file of organisations',
  kept: 'as long as the import; without the person once the account is erased',
})

/** Beside `users`: what is shown of a person, and whether they are shut out. */
export const shownOfPerson = {
  headline: sql<string>`coalesce((select p.headline from ${profiles} p where p.person = users.id), '')`,
  suspended: sql<boolean>`exists (select 1 from ${profiles} p where p.person = users.id and p.suspended_at is not null)`,
}

/** Beside `users`: those who moderate the site. */
export const isActiveModerator = sql`exists (select 1 from ${profiles} p
  where p.person = users.id and p.site_roles && array['moderator', 'administrator'] and p.suspended_at is null)`

/** Beside `organisations`: whether anybody who keeps the profile is left, and is not suspended. */
export const managed = sql<boolean>`exists (select 1 from ${memberships} m
  where m.organisation = organisations.id and m.state = 'active' and m.role in ('owner', 'manager')
  and not exists (select 1 from ${profiles} p where p.person = m.person and p.suspended_at is not null))`

explainConstraint('organisations_slug', 'organisations:errors.nameTaken')
explainConstraint('organisations_pic', 'organisations:errors.picTaken')
explainConstraint('organisations_ror', 'organisations:errors.rorTaken')
explainConstraint('memberships_pk', 'organisations:errors.alreadyMember')
explainConstraint('memberships_keep_owner', 'organisations:errors.lastOwner')
explainConstraint('invitations_open', 'organisations:errors.alreadyInvited')
explainConstraint('affiliations_pk', 'organisations:errors.alreadyAffiliated')
explainConstraint('affiliations_not_itself', 'organisations:errors.affiliatedToItself')

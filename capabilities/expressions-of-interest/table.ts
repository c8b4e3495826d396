import { type SQL, sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { keepsPersonalData } from '#platform/auth/personal-data.ts'
import { users } from '#platform/auth/table.ts'
import { id, instant, prose, version } from '#platform/db/columns.ts'
import { explainConstraint } from '#platform/db/transaction.ts'
import { listingReveals, listings } from '../listings/table.ts'
import { organisations } from '../organisations/table.ts'
import { reports } from '../reports/table.ts'
import { agreementTypeIds } from '../vocabularies/agreement-types.ts'
import { languageIds } from '../vocabularies/languages.ts'
import { declineKinds, sides, stages } from './schema.ts'

/** The interest of one organisation in what another needs or offers. */
export const expressions = pgTable(
  'expressions',
  {
    id: id(),
    listing: uuid().notNull(),
    fromOrganisation: uuid().notNull(),
    /** The listing's owner. */
    toOrganisation: uuid().notNull(),
    createdBy: uuid(),
    seeks: text().notNull(),
    brings: text().notNull(),
    unclear: prose(),
    language: text({ enum: languageIds }).notNull(),
    /** The sender's own listing that answers it. */
    ownListing: uuid(),
    stage: text({ enum: stages }).notNull().default('received'),
    /** Whether the listing kept back who posts it when this was sent. */
    concealed: boolean().notNull(),
    /** When the owner said who it is, within this conversation. */
    revealedAt: instant(),
    agreementType: text({ enum: agreementTypeIds }),
    agreementSummary: prose(),
    /** The side that proposed it; the other one confirms. */
    agreementBy: text({ enum: sides }),
    agreementProposedAt: instant(),
    agreedAt: instant(),
    /** The owner's wish to close the listing with the agreement. */
    closesListing: boolean().notNull().default(false),
    declineKind: text({ enum: declineKinds }),
    declineText: prose(),
    replyDueAt: instant().notNull(),
    /** The owner's first message, step, reveal or decline. */
    firstReplyAt: instant(),
    /** When the clock of the reply promise strikes next; null once nothing is due. */
    clockAt: instant(),
    remindedAt: instant(),
    escalatedAt: instant(),
    /** When something last happened for a side, and when it last looked. */
    ownerNewsAt: instant(),
    ownerSeenAt: instant(),
    senderNewsAt: instant(),
    senderSeenAt: instant(),
    /** Its texts, folded: what a list is searched in. */
    searchable: prose(),
    /** Counts changes of stage and of the proposed agreement. */
    version: version(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    closedAt: instant(),
  },
  (table) => [
    foreignKey({ name: 'expressions_listing_fk', columns: [table.listing], foreignColumns: [listings.id] }).onDelete(
      'cascade',
    ),
    foreignKey({
      name: 'expressions_from_fk',
      columns: [table.fromOrganisation],
      foreignColumns: [organisations.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'expressions_to_fk',
      columns: [table.toOrganisation],
      foreignColumns: [organisations.id],
    }).onDelete('cascade'),
    foreignKey({ name: 'expressions_created_by_fk', columns: [table.createdBy], foreignColumns: [users.id] }).onDelete(
      'set null',
    ),
    foreignKey({
      name: 'expressions_own_listing_fk',
      columns: [table.ownListing],
      foreignColumns: [listings.id],
    }).onDelete('set null'),
    uniqueIndex('expressions_open')
      .on(table.listing, table.fromOrganisation)
      .where(sql`stage in ('received', 'in-conversation', 'met')`),
    index('expressions_from').on(table.fromOrganisation, table.updatedAt, table.id),
    index('expressions_to').on(table.toOrganisation, table.updatedAt, table.id),
    index('expressions_promise').on(table.toOrganisation, table.createdAt),
    index('expressions_created_by').on(table.createdBy),
    index('expressions_own_listing').on(table.ownListing),
    index('expressions_clock').on(table.clockAt).where(sql`clock_at is not null`),
    check(
      'expressions_stage',
      sql`${table.stage} in
      ('received', 'in-conversation', 'met', 'agreed', 'declined', 'lapsed', 'withdrawn')`,
    ),
    check('expressions_not_own', sql`${table.fromOrganisation} <> ${table.toOrganisation}`),
    check('expressions_agreement_by', sql`${table.agreementBy} in ('sender', 'owner')`),
    check(
      'expressions_agreement',
      sql`(${table.agreementBy} is null) = (${table.agreementType} is null)
      and (${table.agreementBy} is null) = (${table.agreementProposedAt} is null)`,
    ),
    check(
      'expressions_agreed',
      sql`(${table.stage} = 'agreed') = (${table.agreedAt} is not null)
      and (${table.agreedAt} is null or ${table.agreementType} is not null)`,
    ),
    check('expressions_declined', sql`(${table.stage} = 'declined') = (${table.declineKind} is not null)`),
    check(
      'expressions_closed',
      sql`(${table.stage} in ('received', 'in-conversation', 'met')) = (${table.closedAt} is null)`,
    ),
    check('expressions_clock_stopped', sql`${table.clockAt} is null or ${table.stage} = 'received'`),
  ],
)

/** What the two sides write to each other. */
export const expressionMessages = pgTable(
  'expression_messages',
  {
    id: id(),
    expression: uuid().notNull(),
    side: text({ enum: sides }).notNull(),
    author: uuid(),
    body: text().notNull(),
    createdAt: instant().notNull(),
  },
  (table) => [
    foreignKey({
      name: 'expression_messages_expression_fk',
      columns: [table.expression],
      foreignColumns: [expressions.id],
    }).onDelete('cascade'),
    foreignKey({ name: 'expression_messages_author_fk', columns: [table.author], foreignColumns: [users.id] }).onDelete(
      'set null',
    ),
    index('expression_messages_thread').on(table.expression, table.createdAt, table.id),
    index('expression_messages_author').on(table.author),
    check('expression_messages_side', sql`${table.side} in ('sender', 'owner')`),
  ],
)

/** Which stages it went through. Rows are only added. */
export const expressionSteps = pgTable(
  'expression_steps',
  {
    id: id(),
    expression: uuid().notNull(),
    stage: text({ enum: stages }).notNull(),
    /** Null: the platform, by the clock. */
    side: text({ enum: sides }),
    person: uuid(),
    at: instant().notNull(),
  },
  (table) => [
    foreignKey({
      name: 'expression_steps_expression_fk',
      columns: [table.expression],
      foreignColumns: [expressions.id],
    }).onDelete('cascade'),
    foreignKey({ name: 'expression_steps_person_fk', columns: [table.person], foreignColumns: [users.id] }).onDelete(
      'set null',
    ),
    index('expression_steps_expression').on(table.expression, table.at, table.id),
    index('expression_steps_person').on(table.person),
  ],
)

/** Whether the sender's side may know whose the listing is: it always could, was told, or the listing says so by now. */
export const ownerKnown: SQL<boolean> = sql<boolean>`(not ${expressions.concealed}
  or ${expressions.revealedAt} is not null
  or exists (select 1 from ${listings} where ${listings.id} = ${expressions.listing}
    and ${listings.visibility} in ('public', 'members'))
  or exists (select 1 from ${listingReveals} where ${listingReveals.listing} = ${expressions.listing}
    and ${listingReveals.organisation} = ${expressions.fromOrganisation}))`

/** Whether a participant’s report waits for a moderator: only then may moderators read the conversation. */
export const isReported: SQL<boolean> = sql<boolean>`exists (select 1 from ${reports}
  where ${reports.subject} = ${expressions.id} and ${reports.settledAt} is null)`

const suspended = (column: typeof expressions.fromOrganisation | typeof expressions.toOrganisation) =>
  sql<boolean>`exists (select 1 from ${organisations}
    where ${organisations.id} = ${column} and ${organisations.suspendedAt} is not null)`
export const fromSuspended: SQL<boolean> = suspended(expressions.fromOrganisation)
export const toSuspended: SQL<boolean> = suspended(expressions.toOrganisation)

explainConstraint('expressions_open', 'expressions-of-interest:errors.alreadySent')
explainConstraint('expressions_not_own', 'expressions-of-interest:errors.ownListing')
explainConstraint('expressions_listing_fk', 'platform:errors.notFound')

const stays = 'as long as the organisation keeps it; the name goes with the account'
keepsPersonalData({
  table: expressions,
  person: expressions.createdBy,
  // Whose an anonymous need is stays with the owner's say, also towards those who answered it.
  secret: ['toOrganisation'],
  purpose: 'who expressed interest in the organisation’s name',
  kept: stays,
})
keepsPersonalData({
  table: expressionMessages,
  person: expressionMessages.author,
  purpose: 'who wrote in the organisation’s name',
  kept: stays,
})
keepsPersonalData({
  table: expressionSteps,
  person: expressionSteps.person,
  purpose: 'who took a conversation a step further',
  kept: stays,
})

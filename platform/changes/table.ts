import { sql } from 'drizzle-orm'
import {
  bigint,
  bigserial,
  check,
  customType,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant } from '../db/columns.ts'

const xid = customType<{ data: string }>({ dataType: () => 'xid8' })

/**
 * Who did what, for ever: rows are only added, each holding the hash of the one before in its chain. Holds ids, names of
 * fields and states; personal values only as salted commitments.
 */
export const auditEntries = pgTable(
  'audit_entries',
  {
    /** The body the trail belongs to (an organisation, an alliance), or `site`. */
    chain: text().notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    at: instant().notNull(),
    actor: uuid(),
    actorKind: text().notNull(),
    door: text().notNull(),
    event: text().notNull(),
    subjectType: text().notNull(),
    subject: uuid(),
    facts: jsonb().$type<Record<string, unknown>>().notNull(),
    previousHash: text().notNull(),
    hash: text().notNull(),
  },
  (table) => [
    primaryKey({ name: 'audit_entries_pk', columns: [table.chain, table.seq] }),
    index('audit_entries_subject').on(table.subject),
    index('audit_entries_at').on(table.at),
  ],
)

/** The newest entry of each chain. Locking it orders the writers of one chain. */
export const auditHeads = pgTable('audit_heads', {
  chain: text().primaryKey(),
  seq: bigint({ mode: 'number' }).notNull().default(0),
  hash: text().notNull().default(''),
})

/** The salts of committed personal values: deleting one makes its commitment unreadable and leaves the chain whole. */
export const auditSalts = pgTable('audit_salts', {
  commitment: text().primaryKey(),
  person: uuid().notNull(),
  salt: text().notNull(),
})

/** News of each change, written with it, told afterwards. */
export const outboxEvents = pgTable(
  'outbox_events',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    /** The writing transaction: an event is told only once no older transaction can still add one before it. */
    xid: xid().notNull().default(sql`pg_current_xact_id()`),
    at: instant().notNull(),
    actor: uuid(),
    name: text().notNull(),
    subject: uuid(),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (table) => [index('outbox_events_order').on(table.xid, table.id), index('outbox_events_subject').on(table.subject)],
)

/** How far each reader of the outbox has come. */
export const outboxCursors = pgTable(
  'outbox_cursors',
  { reader: text().primaryKey(), xid: xid().notNull(), event: bigint({ mode: 'number' }).notNull() },
  (table) => [check('outbox_cursors_event', sql`${table.event} >= 0`)],
)

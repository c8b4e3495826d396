import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { id, instant } from '../db/columns.ts'

/** Every file that was accepted. Its bytes lie in the file store, under `key`; they are never changed. */
export const files = pgTable(
  'files',
  {
    id: id(),
    /** As it was called by whoever sent it, made safe; its ending says what it is. */
    name: text().notNull(),
    /** The media type, found from the bytes. */
    type: text().notNull(),
    bytes: integer().notNull(),
    /** SHA-256 of the bytes, hexadecimal. */
    sha256: text().notNull(),
    key: text().notNull(),
    /** What kind of row it hangs on, by the policy's name of it: whoever sees that row's files sees this one. */
    attachedType: text(),
    attachedId: uuid(),
    createdBy: uuid(),
    createdAt: instant().notNull(),
    /** Pixels, for pictures. */
    width: integer(),
    height: integer(),
  },
  (table) => [
    unique('files_key').on(table.key),
    index('files_attached').on(table.attachedType, table.attachedId),
    index('files_created_by').on(table.createdBy),
    check('files_bytes', sql`${table.bytes} > 0`),
    check('files_sha256', sql`${table.sha256} ~ '^[0-9a-f]{64}$'`),
    check('files_attached_whole', sql`(${table.attachedType} is null) = (${table.attachedId} is null)`),
    check('files_size', sql`(${table.width} is null) = (${table.height} is null)`),
  ],
)

export type StoredFile = typeof files.$inferSelect

import { sql } from 'drizzle-orm'
import { customType, integer, text, uuid } from 'drizzle-orm/pg-core'

/**
 * An instant, as the API shows it: ISO 8601 in UTC with milliseconds. Kept to the millisecond, so that a value read and
 * sent back is equal.
 */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamptz(3)',
  fromDriver: (value) => new Date(value).toISOString(),
})

/** The primary key of every table: a UUID made by the product. */
export const id = () => uuid().primaryKey()

/** Counts the changes of an editable row; a change names the version it was made from. */
export const version = () => integer().notNull().default(1)

/** Text that may be empty but is never absent. */
export const prose = () => text().notNull().default('')

/** Words, in an order; none at first. */
export const list = () => text().array().notNull().default(sql`'{}'`)

/** Some of the ids of a vocabulary; none at first. */
export const listOf = <const Ids extends readonly [string, ...string[]]>(ids: Ids) =>
  text({ enum: ids as unknown as [Ids[number], ...Ids[number][]] })
    .array()
    .notNull()
    .default(sql`'{}'`)

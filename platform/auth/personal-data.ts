import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'

/** What a table keeps about people: the entry of the register of processing (GDPR 30) and what a person may take along. */
export interface PersonalData {
  table: PgTable
  /** The column that says whose row it is. */
  person: PgColumn
  /** Columns that are never handed out, not even to the person: hashes and secrets. */
  secret?: readonly string[]
  /** Why it is kept. */
  purpose: string
  /** Until when. Rows must go with the person: by a cascade, or by a job that follows `person.erased`. */
  kept: string
}

const described: PersonalData[] = []

/**
 * Says, beside a table, that its rows are about people. Every table that names a person calls it; the export of a
 * person's data and the register then hold it without further ado.
 */
export function keepsPersonalData(data: PersonalData): void {
  described.push(data)
}

export function allPersonalData(): readonly PersonalData[] {
  return described
}

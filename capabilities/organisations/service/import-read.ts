import { asc, eq, ne, or, sql } from 'drizzle-orm'
import type { Db } from '#platform/db/database.ts'
import { Problem } from '#platform/errors.ts'
import { isCountryCode } from '../../vocabularies/countries.ts'
import { organisationImportFiles, organisationImportRows, organisations } from '../table.ts'
import type { ParsedRow } from './import-candidate.ts'
import { parseEche } from './import-eche.ts'
import { parseMembers, readMembers, suggestMapping } from './import-members.ts'
import type { ImportRow } from './import-record.ts'
import { Lexicon } from './import-repair.ts'
import { parseRor } from './import-ror.ts'
import { readTable } from './import-table.ts'
import { unpacked } from './import-text.ts'

export interface ReadRows {
  rows: ParsedRow[]
  encoding?: string
  columns?: string[]
  mapping?: Record<string, string>
}

/**
 * All rows of an import, parsed: from its file, or, once that was read, from the rows as they were kept.
 * @throws Problem `invalid` for a file that is not what it should be
 */
export async function readRows(db: Db, given: ImportRow): Promise<ReadRows> {
  const [file] = await db
    .select({ bytes: organisationImportFiles.bytes })
    .from(organisationImportFiles)
    .where(eq(organisationImportFiles.import, given.id))
  const lexicon = given.source === 'ror' ? new Lexicon() : await lexiconOf(db)
  if (!file) return readAgain(db, given, lexicon)
  const bytes = await unpacked(file.bytes)
  if (given.source === 'ror') return { rows: some([...parseRor(bytes)]), encoding: 'utf-8' }
  const table = await readTable(bytes)
  if (given.source === 'eche') return { rows: some([...parseEche(table, lexicon)]), encoding: table.encoding }
  const { columns, records } = readMembers(table)
  const chosen = Object.keys(given.mapping).length > 0
  const mapping = chosen ? given.mapping : suggestMapping(columns)
  return { rows: [...parseMembers(records, mapping, lexicon)], encoding: table.encoding, columns, mapping }
}

function some(rows: ParsedRow[]): ParsedRow[] {
  if (rows.length === 0) throw new Problem('invalid', 'organisations:errors.importEmpty')
  return rows
}

async function readAgain(db: Db, given: ImportRow, lexicon: Lexicon): Promise<ReadRows> {
  const kept = await db
    .select({ line: organisationImportRows.line, raw: organisationImportRows.raw })
    .from(organisationImportRows)
    .where(eq(organisationImportRows.import, given.id))
    .orderBy(asc(organisationImportRows.line))
  return { rows: [...parseMembers(kept, given.mapping, lexicon)] }
}

/** The words of names and places with letters beyond a–z that are known already: what restores damaged ones. */
async function lexiconOf(db: Db): Promise<Lexicon> {
  const lexicon = new Lexicon()
  const beyond = '[^ -~]'
  const rows = await db
    .select({
      country: organisations.country,
      city: organisations.city,
      name: organisations.displayName,
      others: organisations.otherNames,
    })
    .from(organisations)
    .where(
      or(
        ne(organisations.city, ''),
        sql`${organisations.displayName} ~ ${beyond}`,
        sql`${organisations.otherNames}::text ~ ${beyond}`,
      ),
    )
    .limit(200_000)
  for (const { country, city, name, others } of rows)
    if (isCountryCode(country)) for (const text of [city, name, ...others]) lexicon.add(country, text)
  return lexicon
}

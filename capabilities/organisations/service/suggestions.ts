import { and, asc, eq } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import { record } from '#platform/changes/record.ts'
import type { Db } from '#platform/db/database.ts'
import { notFound } from '#platform/errors.ts'
import { suggestionSettled } from '../events.ts'
import type { OrganisationDraft } from '../schema.ts'
import { organisationImportRows, organisationImports } from '../table.ts'
import { changeOrganisation, type Organisation } from './profile.ts'

const open = (organisation: string) =>
  and(eq(organisationImportRows.organisation, organisation), eq(organisationImportRows.outcome, 'suggested'))

/** What imports would add to an organisation that its own people keep, newest import first. */
export async function listSuggestions(db: Db, organisation: string) {
  const rows = await db
    .select({
      import: organisationImportRows.import,
      line: organisationImportRows.line,
      source: organisationImports.source,
      fileName: organisationImports.fileName,
      at: organisationImports.createdAt,
      change: organisationImportRows.change,
    })
    .from(organisationImportRows)
    .innerJoin(organisationImports, eq(organisationImports.id, organisationImportRows.import))
    .where(open(organisation))
    .orderBy(asc(organisationImports.createdAt), asc(organisationImportRows.line))
    .limit(100)
  return rows.map((row) => ({ ...row, change: row.change ?? {} }))
}

/**
 * Takes over some of what an import suggests, or none of it; either way it is settled.
 * @throws Problem `not-found`; `stale` when somebody changed the organisation meanwhile
 */
export async function settleSuggestion(
  db: Db,
  act: Act,
  row: Organisation,
  given: { import: string; line: number; fields: readonly string[] },
): Promise<void> {
  const those = and(
    open(row.id),
    eq(organisationImportRows.import, given.import),
    eq(organisationImportRows.line, given.line),
  )
  const [kept] = await db.select().from(organisationImportRows).where(those).for('update')
  if (!kept) throw notFound()
  const taken = Object.entries(kept.change ?? {}).filter(([field]) => given.fields.includes(field))
  await db.update(organisationImportRows).set({ outcome: 'skipped' }).where(those)
  if (taken.length > 0)
    await changeOrganisation(db, act, row, row.version, Object.fromEntries(taken) as Partial<OrganisationDraft>)
  await record(db, act, suggestionSettled, {
    chain: row.id,
    subject: row.id,
    payload: { organisation: row.id, import: given.import, line: given.line, fields: taken.map(([field]) => field) },
  })
}

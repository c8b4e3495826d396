import { and, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationChanged, organisationRemoved } from '../events.ts'
import { affiliations, organisationImportRows, organisations } from '../table.ts'
import type { ImportRow } from './import-record.ts'
import { recordMany } from './import-write.ts'
import { searchableOf } from './profile.ts'

const BATCH = 500
type Undone = 'removed' | 'restored' | 'partly' | 'kept'

/**
 * Takes back a batch of what an import did, last rows first: organisations it made and nobody touched since are removed,
 * fields it filled are blank again unless somebody changed them since.
 * @returns how many rows were taken back; 0 when all are
 */
export async function undoBatch(db: Db, act: Act, given: ImportRow): Promise<number> {
  const rows = await db
    .select()
    .from(organisationImportRows)
    .where(
      and(
        eq(organisationImportRows.import, given.id),
        isNotNull(organisationImportRows.appliedAt),
        isNull(organisationImportRows.undone),
        sql`(${inArray(organisationImportRows.outcome, ['new', 'merge'])} or ${organisationImportRows.affiliated})`,
      ),
    )
    .orderBy(desc(organisationImportRows.line))
    .limit(BATCH)
    .for('update')
  if (rows.length === 0) return 0
  if (given.body) {
    const members = rows.flatMap(({ affiliated, organisation }) => (affiliated && organisation ? [organisation] : []))
    if (members.length > 0)
      await db.delete(affiliations).where(and(eq(affiliations.body, given.body), inArray(affiliations.member, members)))
  }
  const made = rows.flatMap(({ outcome, organisation }) => (outcome === 'new' && organisation ? [organisation] : []))
  const removed = await removeUntouched(db, act, given, made)
  const changed = new Map<string, string[]>()
  const lines = new Map<Undone, number[]>()
  for (const row of rows) {
    let undone: Undone = removed.has(row.organisation ?? '') ? 'removed' : 'kept'
    if (row.outcome === 'merge' && row.organisation && undone === 'kept') {
      const fields = await restore(db, act, row.organisation, row.change ?? {}, row.before ?? {})
      if (fields.length > 0) changed.set(row.organisation, [...(changed.get(row.organisation) ?? []), ...fields])
      undone =
        fields.length === 0 ? 'kept' : fields.length === Object.keys(row.change ?? {}).length ? 'restored' : 'partly'
    } else if (row.affiliated && row.outcome !== 'new') undone = 'restored'
    lines.set(undone, [...(lines.get(undone) ?? []), row.line])
  }
  for (const [undone, list] of lines)
    await db
      .update(organisationImportRows)
      .set({ undone })
      .where(and(eq(organisationImportRows.import, given.id), inArray(organisationImportRows.line, list)))
  await recordMany(
    db,
    act,
    organisationChanged,
    [...changed].map(([organisation, fields]) => ({
      chain: organisation,
      subject: organisation,
      payload: { organisation, import: given.id, fields },
    })),
  )
  return rows.length
}

/**
 * Removes those of the organisations that nobody touched since: nobody acts for them, none belongs anywhere, and their
 * trail holds nothing but this import.
 * @returns the removed ones
 */
async function removeUntouched(db: Db, act: Act, given: ImportRow, made: readonly string[]): Promise<Set<string>> {
  if (made.length === 0) return new Set()
  const ids = sql`any(${sql.param([...made])}::uuid[])`
  const gone = await db.execute<{ id: string }>(sql`delete from ${organisations} o where o.id = ${ids}
    and o.standing = 'listed'
    and not exists (select 1 from memberships m where m.organisation = o.id)
    and not exists (select 1 from affiliations a where a.body = o.id or a.member = o.id)
    and not exists (select 1 from audit_entries e where e.chain = o.id::text
      and e.facts->>'import' is distinct from ${given.id})
    returning o.id`)
  const removed = new Set(gone.rows.map(({ id }) => id))
  await recordMany(
    db,
    act,
    organisationRemoved,
    [...removed].map((organisation) => ({
      chain: organisation,
      subject: organisation,
      payload: { organisation, import: given.id },
    })),
  )
  return removed
}

/** Puts fields back as they were, where they still are as the import left them. @returns those it put back */
async function restore(
  db: Db,
  act: Act,
  organisation: string,
  change: Record<string, unknown>,
  before: Record<string, unknown>,
): Promise<string[]> {
  const [row] = await db.select().from(organisations).where(eq(organisations.id, organisation)).for('update')
  if (!row) return []
  const current: Record<string, unknown> = row
  const back: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(change)) {
    if (JSON.stringify(current[field]) === JSON.stringify(value)) back[field] = before[field] ?? null
    else if (Array.isArray(value) && Array.isArray(current[field])) {
      // What others added meanwhile stays.
      const ours = new Set(value.filter((each) => !listOf(before[field]).includes(each)))
      back[field] = listOf(current[field]).filter((each) => !ours.has(each))
    }
  }
  const fields = Object.keys(back)
  if (fields.length === 0) return []
  await db
    .update(organisations)
    .set({
      ...back,
      searchable: searchableOf({ ...row, ...back }),
      version: row.version + 1,
      updatedAt: act.now.toISOString(),
    })
    .where(eq(organisations.id, organisation))
  return fields
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

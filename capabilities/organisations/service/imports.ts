import { and, asc, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Act } from '#platform/access/act.ts'
import { type Actor, isModerator } from '#platform/access/actor.ts'
import { record } from '#platform/changes/record.ts'
import type { Db } from '#platform/db/database.ts'
import { invalidField, notFound, Problem } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { addJob } from '#platform/jobs/jobs.ts'
import { offsetOf } from '#platform/paging.ts'
import { importMapped, importRowDecided, importRun, importStarted, importUndoBegun } from '../events.ts'
import { managedBy } from '../policy.ts'
import type { ImportSource, importQuery, importRowQuery } from '../schema.ts'
import { organisationImportFiles, organisationImportRows, organisationImports, organisations } from '../table.ts'
import type { ImportRow } from './import-record.ts'
import { previewImport, runImport, undoImport } from './import-run.ts'

/**
 * Takes a file to be looked through in the background; nothing comes of it until it is run.
 * @returns the import's id
 */
export async function startImport(
  db: Db,
  act: Act,
  given: { source: ImportSource; fileName: string; bytes: Uint8Array; body: string | null },
): Promise<string> {
  if (given.bytes.length === 0) throw invalidField('file', 'organisations:errors.importEmpty')
  if (given.body && given.source !== 'members') throw invalidField('body', 'organisations:errors.importBody')
  const id = newId()
  const now = act.now.toISOString()
  await db.insert(organisationImports).values({
    id,
    source: given.source,
    fileName: given.fileName.replace(/^.*[\\/]/, '').slice(0, 200) || given.source,
    body: given.body,
    state: 'previewing',
    startedBy: act.actor.id,
    createdAt: now,
    updatedAt: now,
  })
  await db.insert(organisationImportFiles).values({ import: id, bytes: given.bytes })
  await addJob(db, previewImport, { import: id })
  await record(db, act, importStarted, { chain: 'site', subject: id, payload: { import: id, source: given.source } })
  return id
}

/** What every event of an import tells, ready for `record`. */
const about = ({ id }: ImportRow) => ({ chain: 'site', subject: id, payload: { import: id } })

/** Moves on if nobody else did meanwhile. @throws Problem `conflict` */
async function move(db: Db, act: Act, row: ImportRow, set: Partial<ImportRow>): Promise<void> {
  const moved = await db
    .update(organisationImports)
    .set({ ...set, updatedAt: act.now.toISOString() })
    .where(and(eq(organisationImports.id, row.id), eq(organisationImports.state, row.state)))
    .returning({ id: organisationImports.id })
  if (moved.length === 0) throw new Problem('conflict', 'organisations:errors.importBusy')
}

/**
 * Says which field each column of a member list is, and looks through its rows again.
 * @throws Problem `invalid` without a column for name or country, or with a column that is not in the file
 */
export async function setMapping(db: Db, act: Act, row: ImportRow, mapping: Record<string, string>): Promise<void> {
  if (row.source !== 'members') throw new Problem('conflict', 'organisations:errors.importFixedColumns')
  const fields = Object.values(mapping)
  const strange = Object.keys(mapping).find((column) => !row.columns.includes(column))
  if (strange) throw invalidField('mapping', 'organisations:errors.importNoColumn', { column: strange })
  if (!fields.includes('legalName') && !fields.includes('displayName'))
    throw invalidField('mapping', 'organisations:errors.importNeedsName')
  if (!fields.includes('country')) throw invalidField('mapping', 'organisations:errors.importNeedsCountry')
  await move(db, act, row, { mapping, state: 'previewing', progress: 0 })
  await addJob(db, previewImport, { import: row.id })
  await record(db, act, importMapped, about(row))
}

/** Takes the rows in, in the background. */
export async function runRows(db: Db, act: Act, row: ImportRow): Promise<void> {
  const fields = Object.values(row.mapping)
  if (row.source === 'members' && !fields.includes('country'))
    throw new Problem('invalid', 'organisations:errors.importNeedsCountry')
  await move(db, act, row, { state: 'running', progress: 0 })
  await addJob(db, runImport, { import: row.id })
  await record(db, act, importRun, about(row))
}

/** Takes back what an import did, in the background. */
export async function undoRows(db: Db, act: Act, row: ImportRow): Promise<void> {
  await move(db, act, row, { state: 'undoing', progress: 0 })
  await addJob(db, undoImport, { import: row.id })
  await record(db, act, importUndoBegun, about(row))
}

/**
 * Says what an unclear row is; it is taken in when the import is run, or run again.
 * @throws Problem `not-found`; `conflict` for a row that is not unclear; `invalid` without the organisation it is
 */
export async function decideRow(
  db: Db,
  act: Act,
  row: ImportRow,
  given: { line: number; decision: 'new' | 'merge' | 'skip'; organisation?: string | undefined },
): Promise<void> {
  const those = and(eq(organisationImportRows.import, row.id), eq(organisationImportRows.line, given.line))
  const [kept] = await db.select().from(organisationImportRows).where(those).for('update')
  if (!kept) throw notFound()
  if (kept.outcome !== 'look') throw new Problem('conflict', 'organisations:errors.importRowClear')
  const chosen = given.organisation ?? (kept.candidates.length === 1 ? kept.candidates[0]?.organisation : undefined)
  if (given.decision === 'merge') {
    if (!chosen || !(await isThere(db, row.id, chosen)))
      throw invalidField('organisation', 'organisations:errors.importWhich')
  }
  await db
    .update(organisationImportRows)
    .set({ decision: given.decision, organisation: given.decision === 'merge' ? (chosen ?? null) : null })
    .where(those)
  const { chain, subject, payload } = about(row)
  const { line, decision } = given
  await record(db, act, importRowDecided, { chain, subject, payload: { ...payload, line, decision } })
}

/** Whether there is such an organisation, or will be once the import is run. */
async function isThere(db: Db, id: string, organisation: string): Promise<boolean> {
  const rows = organisationImportRows
  const found = await db.execute(sql`select 1 from ${organisations} where ${organisations.id} = ${organisation}
    union all select 1 from ${rows} where ${rows.import} = ${id} and ${rows.organisation} = ${organisation}
      and ${rows.outcome} = 'new' limit 1`)
  return found.rows.length > 0
}

/** The imports an actor may know of; agrees with the policy's `sees`. */
export function visibleImports(actor: Actor): SQL | undefined {
  if (isModerator(actor)) return undefined
  const own = managedBy(actor)
  return own.length > 0 ? inArray(organisationImports.body, own) : sql`false`
}

/** One page of imports, newest first. */
export async function listImports(db: Db, visible: SQL | undefined, query: z.infer<typeof importQuery>) {
  const where = and(
    visible,
    query.body ? eq(organisationImports.body, query.body) : undefined,
    query.source.length > 0 ? inArray(organisationImports.source, query.source) : undefined,
    query.state.length > 0 ? inArray(organisationImports.state, query.state) : undefined,
    query.q ? sql`strpos(lower(${organisationImports.fileName}), ${query.q.toLowerCase()}) > 0` : undefined,
  )
  const [rows, totals] = await Promise.all([
    db
      .select()
      .from(organisationImports)
      .where(where)
      .orderBy(desc(organisationImports.createdAt), desc(organisationImports.id))
      .limit(query.perPage)
      .offset(offsetOf(query)),
    db.select({ total: count() }).from(organisationImports).where(where),
  ])
  return { rows, total: totals[0]?.total ?? 0 }
}

/** How the rows of an import fare: by outcome, by problem, repaired ones, and by what undoing came to. */
export async function countRows(db: Db, id: string) {
  const rows = organisationImportRows
  const of = eq(rows.import, id)
  // One after the other: in a transaction there is one connection.
  const outcomes = await db.select({ key: rows.outcome, total: count() }).from(rows).where(of).groupBy(rows.outcome)
  const problems = await db
    .select({ key: sql<string>`problem->>'code'`, total: sql<number>`count(distinct ${rows.line})::int` })
    .from(rows)
    .innerJoin(sql`jsonb_array_elements(${rows.problems}) as problem`, sql`true`)
    .where(of)
    .groupBy(sql`1`)
  const repairs = await db
    .select({ total: count() })
    .from(rows)
    .where(and(of, sql`${rows.repairs} <> '[]'`))
  const undone = await db.select({ key: rows.undone, total: count() }).from(rows).where(of).groupBy(rows.undone)
  const tally = (list: { key: string | null; total: number }[]) =>
    Object.fromEntries(list.flatMap(({ key, total }) => (key ? [[key, total]] : [])))
  return {
    counts: tally(outcomes),
    problems: tally(problems),
    repaired: repairs[0]?.total ?? 0,
    undoing: tally(undone),
  }
}

/** One page of an import's rows in the order of the file, with the names of the organisations they may be. */
export async function listRows(db: Db, query: z.infer<typeof importRowQuery>) {
  const rows = organisationImportRows
  const where = and(
    eq(rows.import, query.id),
    query.outcome.length > 0 ? inArray(rows.outcome, query.outcome) : undefined,
    query.problem.length > 0
      ? sql`exists (select 1 from jsonb_array_elements(${rows.problems}) as problem
          where problem->>'code' = any(${sql.param(query.problem)}::text[]))`
      : undefined,
    query.repaired ? sql`${rows.repairs} <> '[]'` : undefined,
    query.q ? sql`strpos(lower(concat(${rows.raw}, ${rows.parsed})), ${query.q.toLowerCase()}) > 0` : undefined,
  )
  const [found, totals] = await Promise.all([
    db.select().from(rows).where(where).orderBy(asc(rows.line)).limit(query.perPage).offset(offsetOf(query)),
    db.select({ total: count() }).from(rows).where(where),
  ])
  const wanted = found.flatMap(({ candidates, organisation: own }) => [
    ...candidates.map(({ organisation }) => organisation),
    ...(own ? [own] : []),
  ])
  const named = wanted.length
    ? await db
        .select({ id: organisations.id, displayName: organisations.displayName, slug: organisations.slug })
        .from(organisations)
        .where(inArray(organisations.id, wanted))
    : []
  return {
    total: totals[0]?.total ?? 0,
    rows: found.map((row) => ({
      ...row,
      there: named.find(({ id }) => id === row.organisation) ?? null,
      candidates: row.candidates.map((each) => {
        const there = named.find(({ id }) => id === each.organisation)
        return { ...each, displayName: there?.displayName ?? '', slug: there?.slug ?? '' }
      }),
    })),
  }
}

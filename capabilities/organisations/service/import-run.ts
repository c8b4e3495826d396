import { and, asc, eq, isNull, ne, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Act } from '#platform/access/act.ts'
import { record } from '#platform/changes/record.ts'
import { SECOND } from '#platform/clock.ts'
import type { Db } from '#platform/db/database.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import { Problem } from '#platform/errors.ts'
import { addJob, type Job, job } from '#platform/jobs/jobs.ts'
import { importDone, importReady, importUndone } from '../events.ts'
import type { Candidate } from '../schema.ts'
import { organisationImportFiles, organisationImportRows, organisationImports } from '../table.ts'
import { planBatch } from './import-batch.ts'
import type { ParsedRow } from './import-candidate.ts'
import { knownOf, OrganisationIndex } from './import-index.ts'
import { readRows } from './import-read.ts'
import { findImport, type ImportRow } from './import-record.ts'
import { undoBatch } from './import-undo.ts'
import { writePlan } from './import-write.ts'

const BATCH = 500
/** One import at a time: each recognises organisations by a replica that only its own work keeps current. */
const LOCK = 7_465_010
const AGAIN = 3 * SECOND

const payload = z.object({ import: z.uuid() })
type ImportJob = Job & { schema: z.ZodType<{ import: string }> }

/** Carries on where nobody else does; while another import is at work, comes back later. */
async function alone(act: Act, wanted: ImportJob, id: string, run: () => Promise<void>) {
  const { pool, db } = act.platform.database
  const client = await pool.connect()
  try {
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [LOCK])
    if (!rows[0]?.held) {
      const runAt = new Date(act.platform.clock.now().getTime() + AGAIN)
      await addJob(db, wanted, { import: id }, { runAt, key: `${wanted.name}:${id}` })
      return
    }
    await run()
  } finally {
    // The lock goes with the connection, whatever state it is in.
    client.release(true)
  }
}

export const previewImport: ImportJob = job('preview-import', payload, (act, { import: id }) =>
  alone(act, previewImport, id, () => preview(act, id)),
)
export const runImport: ImportJob = job('run-import', payload, (act, { import: id }) =>
  alone(act, runImport, id, () => carryOut(act, id)),
)
export const undoImport: ImportJob = job('undo-import', payload, (act, { import: id }) =>
  alone(act, undoImport, id, () => undo(act, id)),
)
export const importJobs: readonly Job[] = [previewImport, runImport, undoImport]

/**
 * Reads the file and says of each row what would become of it; nothing is written but that. Begun again after a kill, it
 * begins at the first row.
 */
async function preview(act: Act, id: string): Promise<void> {
  const { db } = act.platform.database
  const given = await findImport(db, id)
  if (given.state !== 'previewing') return
  let read: Awaited<ReturnType<typeof readRows>>
  try {
    read = await readRows(db, given)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    await progress(db, act, id, { state: 'failed', failure: error.said.key })
    return
  }
  const { rows, ...about } = read
  await progress(db, act, id, { ...about, total: rows.length, progress: 0 })
  const index = await OrganisationIndex.load(db)
  index.expect(rows.flatMap(({ parsed }) => (parsed ? [knownOf('', parsed)] : [])))
  const unwritten = new Map<string, Candidate>()
  const doubtful: ParsedRow[] = []
  for (let at = 0; at < rows.length; at += BATCH) {
    const batch = rows.slice(at, at + BATCH)
    const looks = await previewBatch(act, id, index, unwritten, batch, at + batch.length)
    doubtful.push(...batch.filter(({ line }) => looks.has(line)))
  }
  // What came later may have made clear what an earlier row is not.
  for (let at = 0; at < doubtful.length; at += BATCH)
    await previewBatch(act, id, index, unwritten, doubtful.slice(at, at + BATCH), rows.length)
  await inTransaction(db, async (tx) => {
    await tx.delete(organisationImportFiles).where(eq(organisationImportFiles.import, id))
    await progress(tx, act, id, { state: 'ready', progress: rows.length })
    await record(tx, act, importReady, { chain: 'site', subject: id, payload: { import: id } })
  })
}

/** Judges a batch and writes down what would become of it. @returns the lines that stay unclear */
async function previewBatch(
  act: Act,
  id: string,
  index: OrganisationIndex,
  unwritten: Map<string, Candidate>,
  batch: readonly ParsedRow[],
  done: number,
): Promise<Set<number>> {
  const { db } = act.platform.database
  const judged = batch.map(({ line, parsed }) => ({ line, parsed, outcome: null, decision: null, organisation: null }))
  const plan = await planBatch(db, index, judged, unwritten)
  for (const [organisation, candidate] of plan.made) unwritten.set(organisation, candidate)
  for (const [organisation, change] of plan.added) {
    const made = unwritten.get(organisation)
    if (made) unwritten.set(organisation, { ...made, ...change })
  }
  const fates = new Map(plan.fates.map((fate) => [fate.line, fate]))
  const columns = ['parsed', 'outcome', 'organisation', 'candidates', 'problems', 'repairs', 'change', 'decision']
  await inTransaction(db, async (tx) => {
    await tx
      .insert(organisationImportRows)
      .values(batch.map((row) => ({ import: id, ...row, ...fates.get(row.line), before: null, decision: null })))
      .onConflictDoUpdate({
        target: [organisationImportRows.import, organisationImportRows.line],
        set: Object.fromEntries(columns.map((column) => [column, sql.raw(`excluded.${column}`)])),
      })
    await progress(tx, act, id, { progress: done })
  })
  return new Set(plan.fates.flatMap(({ line, outcome }) => (outcome === 'look' ? [line] : [])))
}

/** The rows that still wait to be taken in. */
const waiting = (id: string) =>
  and(
    eq(organisationImportRows.import, id),
    isNull(organisationImportRows.appliedAt),
    ne(organisationImportRows.outcome, 'refused'),
    or(ne(organisationImportRows.outcome, 'look'), sql`${organisationImportRows.decision} is not null`),
  )

const unclear = (id: string) =>
  and(
    eq(organisationImportRows.import, id),
    eq(organisationImportRows.outcome, 'look'),
    isNull(organisationImportRows.decision),
  )

/**
 * Takes in the next rows of an import, in a transaction of their own: killed at any point, the import goes on with the
 * first row that was not taken in.
 * @returns whether there may be more
 */
export async function runBatch(
  act: Act,
  given: ImportRow,
  index: OrganisationIndex,
  which = waiting(given.id),
): Promise<boolean> {
  return inTransaction(act.platform.database.db, async (tx) => {
    const rows = await tx
      .select()
      .from(organisationImportRows)
      .where(which)
      .orderBy(asc(organisationImportRows.line))
      .limit(BATCH)
      .for('update')
    if (rows.length === 0) return false
    const plan = await planBatch(tx, index, rows)
    await writePlan(tx, act, given, index, plan)
    await progress(tx, act, given.id, { progress: sql`${organisationImports.progress} + ${rows.length}` })
    // What turned out unclear only now would come again and again.
    return rows.length === BATCH && plan.fates.some(({ outcome }) => outcome !== 'look')
  })
}

/** The organisations there are, with the words counted of those that wait. */
export async function indexFor(db: Db, given: ImportRow): Promise<OrganisationIndex> {
  const index = await OrganisationIndex.load(db)
  const rows = await db
    .select({ parsed: organisationImportRows.parsed })
    .from(organisationImportRows)
    .where(and(eq(organisationImportRows.import, given.id), isNull(organisationImportRows.appliedAt)))
  index.expect(rows.flatMap(({ parsed }) => (parsed ? [knownOf('', parsed)] : [])))
  return index
}

async function carryOut(act: Act, id: string): Promise<void> {
  const { db } = act.platform.database
  const given = await findImport(db, id)
  if (given.state !== 'running') return
  const index = await indexFor(db, given)
  while (await runBatch(act, given, index));
  // What was unclear may have become clear by the rows after it.
  await runBatch(act, given, index, unclear(given.id))
  await inTransaction(db, async (tx) => {
    await progress(tx, act, id, { state: 'done', progress: given.total })
    await record(tx, act, importDone, { chain: 'site', subject: id, payload: { import: id } })
  })
}

async function undo(act: Act, id: string): Promise<void> {
  const { db } = act.platform.database
  const given = await findImport(db, id)
  if (given.state !== 'undoing') return
  for (;;) {
    const count = await inTransaction(db, async (tx) => {
      const done = await undoBatch(tx, act, given)
      await progress(tx, act, id, { progress: sql`${organisationImports.progress} + ${done}` })
      return done
    })
    if (count === 0) break
  }
  await inTransaction(db, async (tx) => {
    await progress(tx, act, id, { state: 'undone' })
    await record(tx, act, importUndone, { chain: 'site', subject: id, payload: { import: id } })
  })
}

async function progress(
  db: Db,
  act: Act,
  id: string,
  set: Parameters<ReturnType<typeof db.update<typeof organisationImports>>['set']>[0],
): Promise<void> {
  const updatedAt = act.platform.clock.now().toISOString()
  await db
    .update(organisationImports)
    .set({ ...set, updatedAt })
    .where(eq(organisationImports.id, id))
}

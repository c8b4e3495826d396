import { inArray } from 'drizzle-orm'
import type { Db } from '#platform/db/database.ts'
import { newId } from '#platform/ids.ts'
import type { Candidate, ImportOutcome, Likeness } from '../schema.ts'
import { organisations } from '../table.ts'
import { type Known, knownOf, type OrganisationIndex } from './import-index.ts'
import { recognise } from './import-judge.ts'
import { additions, type Change, type OrganisationRow } from './import-merge.ts'

/** One row of an import as judging it needs. */
export interface Judged {
  line: number
  parsed: Candidate | null
  /** What the preview came to. */
  outcome: ImportOutcome | null
  decision: 'new' | 'merge' | 'skip' | null
  /** The organisation a person chose, or the preview found or would make. */
  organisation: string | null
}

/** What becomes of one row. */
export interface Fate {
  line: number
  outcome: ImportOutcome
  organisation: string | null
  candidates: Likeness[]
  change: Change | null
  before: Change | null
}

/** What a batch of rows comes to; nothing of it is written yet. */
export interface Plan {
  fates: Fate[]
  /** Organisations to be made, as they will be. */
  made: Map<string, Candidate>
  /** Additions to organisations that were there before the batch. */
  added: Map<string, Change>
}

/**
 * Decides what becomes of a batch of rows, in their order: each is recognised among what is known and what the rows
 * before it bring.
 * @param index is given what the batch makes, so that the rows after it are recognised too
 * @param unwritten organisations that an earlier batch would make, in a preview
 */
export async function planBatch(
  db: Db,
  index: OrganisationIndex,
  rows: readonly Judged[],
  unwritten: ReadonlyMap<string, Candidate> = new Map(),
): Promise<Plan> {
  const plan: Plan = { fates: [], made: new Map(), added: new Map() }
  const judged: { line: number; given: Candidate; known: Known; target: string | null }[] = []
  for (const row of rows) {
    const fate = { line: row.line, organisation: null, candidates: [], change: null, before: null }
    const given = row.parsed
    if (!given || row.decision === 'skip') {
      plan.fates.push({ ...fate, outcome: given ? 'skipped' : 'refused' })
      continue
    }
    // What the preview would make keeps its id, as unclear rows may name it.
    const known = knownOf((row.outcome === 'new' && row.organisation) || newId(), given)
    const verdict =
      row.decision === 'merge' && row.organisation
        ? ({ is: 'known', id: row.organisation } as const)
        : row.decision === 'new'
          ? (recogniseByIdentifierOnly(index, known) ?? ({ is: 'new' } as const))
          : recognise(index, known)
    if (verdict.is === 'unclear') {
      plan.fates.push({ ...fate, outcome: 'look', candidates: verdict.candidates })
      continue
    }
    if (verdict.is === 'new') index.add(known)
    judged.push({ line: row.line, given, known, target: verdict.is === 'known' ? verdict.id : null })
  }
  const there = await rowsOf(
    db,
    judged.flatMap(({ target }) => (target ? [target] : [])),
  )
  for (const { line, given, known, target } of judged) {
    if (target !== null) plan.fates.push(addition(plan, index, there.get(target), unwritten, line, given, target))
    else {
      plan.made.set(known.id, given)
      plan.fates.push({ line, outcome: 'new', organisation: known.id, candidates: [], change: null, before: null })
    }
  }
  plan.fates.sort((one, other) => one.line - other.line)
  return plan
}

/** Whoever says that a row is new is still not believed where an identifier says otherwise. */
function recogniseByIdentifierOnly(index: OrganisationIndex, known: Known) {
  const verdict = recognise(index, { ...known, names: [], host: null })
  return verdict.is === 'known' ? verdict : undefined
}

/** What a row does to an organisation that is known. */
function addition(
  plan: Plan,
  index: OrganisationIndex,
  row: OrganisationRow | undefined,
  unwritten: ReadonlyMap<string, Candidate>,
  line: number,
  given: Candidate,
  organisation: string,
): Fate {
  const fate = { line, organisation, candidates: [], change: null, before: null }
  const base = plan.made.get(organisation) ?? unwritten.get(organisation) ?? row
  // It was there when the index was read and is gone now.
  if (!base) return { ...fate, outcome: 'look', organisation: null }
  const current: Candidate = { ...base, ...plan.added.get(organisation) }
  const change = additions(current, given)
  if (Object.keys(change).length === 0) return { ...fate, outcome: 'unchanged' }
  if (row && row.standing !== 'listed') return { ...fate, outcome: 'suggested', change }
  const before = Object.fromEntries(Object.keys(change).map((field) => [field, current[field as keyof Candidate]]))
  if (plan.made.has(organisation)) plan.made.set(organisation, { ...current, ...change })
  else plan.added.set(organisation, { ...plan.added.get(organisation), ...change })
  index.add(knownOf(organisation, { ...current, ...change }))
  return { ...fate, outcome: 'merge', change, before }
}

async function rowsOf(db: Db, ids: readonly string[]): Promise<Map<string, OrganisationRow>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select()
    .from(organisations)
    .where(inArray(organisations.id, [...new Set(ids)]))
  return new Map(rows.map((row) => [row.id, row]))
}

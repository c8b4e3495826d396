import { and, eq, sql } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import type { Db } from '#platform/db/database.ts'
import { affiliationBegun, organisationChanged, organisationCreated } from '../events.ts'
import { affiliations, organisationImportRows, organisations } from '../table.ts'
import type { Fate, Plan } from './import-batch.ts'
import type { OrganisationIndex } from './import-index.ts'
import type { Change } from './import-merge.ts'
import type { ImportRow } from './import-record.ts'
import { searchableOf } from './profile.ts'

interface Told {
  chain: string
  subject: string
  payload: Record<string, unknown>
}

/**
 * Writes many changes of one kind into the audit trail and the outbox, as `record` does one: each organisation's trail
 * begins with the import it came from, and whoever follows organisations hears of each.
 */
export async function recordMany(db: Db, act: Act, kind: { name: string }, changes: readonly Told[]): Promise<void> {
  if (changes.length === 0) return
  await db.execute(sql`select record_changes(${act.now.toISOString()}::timestamptz, ${act.actor.id}::uuid,
    ${act.actor.kind}, ${act.door}, ${kind.name}, ${kind.name.split('.')[0]}, ${JSON.stringify(changes)}::jsonb)`)
}

/** Carries out what was planned for a batch, in the open transaction. */
export async function writePlan(
  db: Db,
  act: Act,
  given: ImportRow,
  index: OrganisationIndex,
  { fates, made, added }: Plan,
): Promise<void> {
  await insertAll(db, act, index, made)
  for (const [id, change] of added) await add(db, act, id, change)
  const about = (organisation: string, payload: object = {}): Told => ({
    chain: organisation,
    subject: organisation,
    payload: { organisation, import: given.id, ...payload },
  })
  await recordMany(
    db,
    act,
    organisationCreated,
    [...made.keys()].map((id) => about(id)),
  )
  await recordMany(
    db,
    act,
    organisationChanged,
    [...added].map(([id, change]) => about(id, { fields: Object.keys(change) })),
  )
  const affiliated = given.body ? await affiliate(db, act, given, given.body, fates) : new Set<string>()
  await markApplied(db, act, given.id, fates, affiliated)
}

async function insertAll(db: Db, act: Act, index: OrganisationIndex, made: Plan['made']): Promise<void> {
  if (made.size === 0) return
  const now = act.now.toISOString()
  await db.insert(organisations).values(
    [...made].map(([id, row]) => ({
      ...row,
      id,
      slug: index.freeSlug(row.displayName),
      searchable: searchableOf(row),
      createdAt: now,
      updatedAt: now,
    })),
  )
}

async function add(db: Db, act: Act, id: string, change: Change): Promise<void> {
  const [row] = await db.select().from(organisations).where(eq(organisations.id, id)).for('update')
  if (!row) return
  await db
    .update(organisations)
    .set({
      ...change,
      searchable: searchableOf({ ...row, ...change }),
      version: row.version + 1,
      updatedAt: act.now.toISOString(),
    })
    .where(eq(organisations.id, id))
}

/** Says of each organisation of a member list that it belongs to the body, unless that is said already. */
async function affiliate(
  db: Db,
  act: Act,
  given: ImportRow,
  body: string,
  fates: readonly Fate[],
): Promise<Set<string>> {
  const members = new Set(
    fates.flatMap(({ organisation }) => (organisation && organisation !== body ? [organisation] : [])),
  )
  if (members.size === 0) return members
  const now = act.now.toISOString()
  const fresh = await db
    .insert(affiliations)
    .values(
      [...members].map((member) => ({
        body,
        member,
        state: 'confirmed' as const,
        proposedBy: 'body' as const,
        createdAt: now,
        decidedAt: now,
      })),
    )
    .onConflictDoNothing()
    .returning({ member: affiliations.member })
  // Whose profile somebody keeps is asked, not told.
  await db
    .update(affiliations)
    .set({ state: 'proposed', decidedAt: null })
    .where(
      and(
        eq(affiliations.body, body),
        sql`${affiliations.member} = any(${sql.param(fresh.map(({ member }) => member))}::uuid[])`,
        sql`exists (select 1 from memberships m where m.organisation = ${affiliations.member} and m.state = 'active')`,
      ),
    )
  await recordMany(
    db,
    act,
    affiliationBegun,
    fresh.map(({ member }) => ({ chain: body, subject: member, payload: { body, member, import: given.id } })),
  )
  return new Set(fresh.map(({ member }) => member))
}

async function markApplied(
  db: Db,
  act: Act,
  id: string,
  fates: readonly Fate[],
  affiliated: ReadonlySet<string>,
): Promise<void> {
  const rows = fates.map((fate) => ({
    ...fate,
    affiliated: fate.organisation !== null && affiliated.has(fate.organisation),
    // An unclear row waits for somebody to decide on it.
    applied_at: fate.outcome === 'look' ? null : act.now.toISOString(),
  }))
  await db.execute(sql`update ${organisationImportRows} as kept set
      outcome = fate.outcome, organisation = fate.organisation, candidates = fate.candidates, change = fate.change,
      before = fate.before, affiliated = fate.affiliated, applied_at = fate.applied_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as fate(line int, outcome text, organisation uuid,
      candidates jsonb, change jsonb, before jsonb, affiliated boolean, applied_at timestamptz)
    where kept.import = ${id} and kept.line = fate.line`)
}

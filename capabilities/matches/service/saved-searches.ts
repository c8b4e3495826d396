import { and, asc, count, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import { record } from '#platform/changes/record.ts'
import type { Db } from '#platform/db/database.ts'
import { notFound, Problem, stale } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { offsetOf } from '#platform/paging.ts'
import { searchChanged, searchRemoved, searchSaved } from '../events.ts'
import { type SearchDraft, type SearchView, savedQuery } from '../schema.ts'
import { savedSearches, searchAlerts } from '../table.ts'

export type SavedSearch = typeof savedSearches.$inferSelect

/** How many a person may keep. */
const MOST = 50

const told = sql<string>`(select count(*) from ${searchAlerts} where ${searchAlerts.search} = ${savedSearches.id})`
const lastToldAt = sql<string | null>`(select max(${searchAlerts.at}) from ${searchAlerts}
  where ${searchAlerts.search} = ${savedSearches.id})`

/** One page of a person's saved searches. @param own the policy's predicate */
export async function listSearches(
  db: Db,
  own: SQL,
  query: { page: number; perPage: number; sort: 'name' | 'newest' },
): Promise<{ rows: SearchView[]; total: number }> {
  const order =
    query.sort === 'name'
      ? [asc(sql`lower(${savedSearches.name})`), asc(savedSearches.id)]
      : [desc(savedSearches.createdAt), desc(savedSearches.id)]
  const [rows, totals] = await Promise.all([
    db
      .select({ search: savedSearches, told, lastToldAt })
      .from(savedSearches)
      .where(own)
      .orderBy(...order)
      .limit(query.perPage)
      .offset(offsetOf(query)),
    db.select({ total: count() }).from(savedSearches).where(own),
  ])
  return { rows: rows.map((row) => viewOf(row.search, row.told, row.lastToldAt)), total: totals[0]?.total ?? 0 }
}

function viewOf(search: SavedSearch, number: string, last: string | null): SearchView {
  const { id, name, query, rhythm, version, createdAt, updatedAt } = search
  return {
    id,
    name,
    // A filter that the board offers no more is left out.
    query: savedQuery.parse(query),
    rhythm,
    version,
    createdAt,
    updatedAt,
    told: Number(number),
    lastToldAt: last === null ? null : new Date(last).toISOString(),
  }
}

/** @throws Problem `not-found` */
export async function findSearch(db: Db, id: string): Promise<SavedSearch> {
  const [row] = await db.select().from(savedSearches).where(eq(savedSearches.id, id))
  if (!row) throw notFound()
  return row
}

export async function viewSearch(db: Db, id: string): Promise<SearchView> {
  const [row] = await db
    .select({ search: savedSearches, told, lastToldAt })
    .from(savedSearches)
    .where(eq(savedSearches.id, id))
  if (!row) throw notFound()
  return viewOf(row.search, row.told, row.lastToldAt)
}

/**
 * Keeps a search for a person: it tells of what appears from now on.
 * @returns its id
 */
export async function saveSearch(db: Db, act: Act, person: string, draft: SearchDraft): Promise<string> {
  const [kept] = await db.select({ number: count() }).from(savedSearches).where(eq(savedSearches.person, person))
  if ((kept?.number ?? 0) >= MOST)
    throw new Problem('conflict', 'matches:errors.tooManySearches', { values: { count: MOST } })
  const id = newId()
  const now = act.now.toISOString()
  await db.insert(savedSearches).values({ ...draft, id, person, gatheredAt: now, createdAt: now, updatedAt: now })
  await record(db, act, searchSaved, { chain: 'site', subject: id, payload: { search: id } })
  return id
}

/** @throws Problem `stale` when it was changed meanwhile */
export async function changeSearch(
  db: Db,
  act: Act,
  row: SavedSearch,
  version: number,
  change: { [Name in keyof SearchDraft]?: SearchDraft[Name] | undefined },
): Promise<void> {
  const now = act.now.toISOString()
  const changed = await db
    .update(savedSearches)
    .set({ ...change, version: version + 1, updatedAt: now })
    .where(and(eq(savedSearches.id, row.id), eq(savedSearches.version, version)))
    .returning({ id: savedSearches.id })
  if (changed.length === 0) throw stale(await viewSearch(db, row.id))
  const fields = Object.entries(change).flatMap(([field, value]) => (value === undefined ? [] : [field]))
  await record(db, act, searchChanged, { chain: 'site', subject: row.id, payload: { search: row.id, fields } })
}

export async function removeSearch(db: Db, act: Act, { id }: SavedSearch): Promise<void> {
  await db.delete(savedSearches).where(eq(savedSearches.id, id))
  await record(db, act, searchRemoved, { chain: 'site', subject: id, payload: { search: id } })
}

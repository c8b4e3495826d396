import { and, asc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import { type Actor, visitor } from '#platform/access/actor.ts'
import { users } from '#platform/auth/table.ts'
import type { Db } from '#platform/db/database.ts'
import { knownOwners, listedListings } from '../../listings/policy.ts'
import { findListings, type Listing } from '../../listings/service/find.ts'
import { listedIds } from '../../listings/service/list.ts'
import { notify } from '../../notifications/service/notify.ts'
import { boardAddress, savedQuery } from '../schema.ts'
import { savedSearches, searchAlerts } from '../table.ts'
import type { SavedSearch } from './saved-searches.ts'

/** Searches looked at in one transaction. */
const BATCH = 100
/** Listings that one weekly gathering looks at for each search. */
const GATHERED = 200

/** The persons as the policy sees them: whoever is suspended or gone is left out. */
async function readersOf(db: Db, persons: readonly string[]): Promise<Map<string, Actor>> {
  if (persons.length === 0) return new Map()
  const rows = await db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      emailVerified: users.emailVerified,
      standing: sql<Record<string, string>>`coalesce((select jsonb_object_agg(organisation, role) from memberships
        where person = ${users.id} and state = 'active'), '{}')`,
    })
    .from(users)
    .where(
      and(
        inArray(users.id, [...new Set(persons)]),
        sql`not exists (select 1 from profiles where person = ${users.id} and suspended_at is not null)`,
      ),
    )
  return new Map(
    rows.map((row) => [
      row.id,
      { ...visitor, ...row, kind: 'person', standing: new Map(Object.entries(row.standing)) },
    ]),
  )
}

/** What a search finds on the board of its person, among some listings. */
function finds(db: Db, reader: Actor, { query }: SavedSearch, those: SQL, limit: number): Promise<string[]> {
  const visible = and(listedListings(reader), those)
  return listedIds(db, { visible, known: knownOwners(reader) }, savedQuery.parse(query), limit)
}

/** Notes of which listings a search tells now. @returns those that it had not told of before */
async function note(db: Db, act: Act, search: string, listings: readonly string[]): Promise<string[]> {
  if (listings.length === 0) return []
  const fresh = await db
    .insert(searchAlerts)
    .values([...listings].sort().map((listing) => ({ search, listing, at: act.now.toISOString() })))
    .onConflictDoNothing()
    .returning({ listing: searchAlerts.listing })
  return fresh.map(({ listing }) => listing)
}

/**
 * Tells of one listing whoever wants to hear at once of what a saved search finds.
 * @param after the search looked at last, or null to begin
 * @returns the last search looked at, or null when there is none left
 */
export async function alertOfListing(db: Db, act: Act, listing: string, after: string | null): Promise<string | null> {
  const [row] = await findListings(db, [listing])
  if (row?.status !== 'published') return null
  const searches = await db
    .select()
    .from(savedSearches)
    .where(
      and(
        eq(savedSearches.rhythm, 'instant'),
        // New is what appeared since the search was saved.
        sql`${savedSearches.createdAt} <= ${row.publishedAt}::timestamptz`,
        after === null ? undefined : gt(savedSearches.id, after),
      ),
    )
    .orderBy(asc(savedSearches.id))
    .limit(BATCH)
  const readers = await readersOf(
    db,
    searches.map(({ person }) => person),
  )
  for (const search of searches) {
    const reader = readers.get(search.person)
    if (!reader || reader.standing.has(row.organisation)) continue
    const found = await finds(db, reader, search, sql`"listings"."id" = ${listing}`, 1)
    if ((await note(db, act, search.id, found)).length > 0) await tell(db, act, search, [row], 'immediate')
  }
  return searches.length === BATCH ? (searches.at(-1)?.id ?? null) : null
}

/**
 * Tells of what weekly searches found since the last time, one piece of news for each search.
 * @returns whether there may be more
 */
export async function gatherAlerts(db: Db, act: Act, rhythm: 'weekly' = 'weekly'): Promise<boolean> {
  const now = act.now.toISOString()
  const searches = await db
    .select()
    .from(savedSearches)
    .where(and(eq(savedSearches.rhythm, rhythm), sql`${savedSearches.gatheredAt} < ${now}::timestamptz`))
    .orderBy(asc(savedSearches.gatheredAt), asc(savedSearches.id))
    .limit(BATCH)
    .for('update', { skipLocked: true })
  const readers = await readersOf(
    db,
    searches.map(({ person }) => person),
  )
  for (const search of searches) {
    await db.update(savedSearches).set({ gatheredAt: now }).where(eq(savedSearches.id, search.id))
    const reader = readers.get(search.person)
    if (!reader) continue
    // A little is looked at twice, for what was being published just then; nothing is told twice.
    const since = sql`"listings"."published_at" >= greatest(
      ${search.gatheredAt}::timestamptz - interval '1 hour', ${search.createdAt}::timestamptz)`
    const fresh = await note(db, act, search.id, await finds(db, reader, search, since, GATHERED))
    const rows = await findListings(db, fresh)
    const others = rows.filter(({ organisation }) => !reader.standing.has(organisation))
    if (others.length > 0) await tell(db, act, search, others, 'digest')
  }
  return searches.length === BATCH
}

/** What was found is public to the reader now, but the news outlives that: it names a listing only while it is public. */
async function tell(
  db: Db,
  act: Act,
  search: SavedSearch,
  rows: readonly Listing[],
  mail: 'immediate' | 'digest',
): Promise<void> {
  const newest = [...rows].sort((a, b) => ((a.publishedAt ?? '') < (b.publishedAt ?? '') ? 1 : -1))[0]
  if (!newest) return
  const one = rows.length === 1
  await notify(db, act, {
    persons: [search.person],
    kind: 'match',
    subject: { type: one ? 'listing' : 'saved-search', id: one ? newest.id : search.id },
    key: `matches:notifications.search.${newest.side}`,
    values: { search: search.name, title: newest.title, count: rows.length },
    link: one ? `/listings/${newest.reference}` : boardAddress(savedQuery.parse(search.query)),
    mail,
    occasion: `search:${search.id}:${newest.id}`,
  })
}

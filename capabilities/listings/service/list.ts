import { and, asc, count, desc, eq, gte, inArray, lte, or, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Db } from '#platform/db/database.ts'
import { offsetOf } from '#platform/paging.ts'
import { type FacetQuery, type ListingQuery, type ListingStatus, type OwnListingQuery, statuses } from '../schema.ts'
import { listings } from '../table.ts'
import { findListings } from './find.ts'
import { wordsSought } from './search-text.ts'

/** What the policy lets a reader know of. */
export interface Reach {
  /** The listings. Undefined: all. */
  visible: SQL | undefined
  /** Those of them whose owner the reader may know. Undefined: of all. */
  known: SQL | undefined
}

const REFERENCE = /^[NO]-\d{4}-\d{5,}$/i

const anyOf = (column: AnyPgColumn, values: readonly string[]) =>
  values.length > 0 ? inArray(column, [...values]) : undefined
const overlaps = (column: AnyPgColumn, values: readonly string[]) =>
  values.length > 0 ? sql`${column} && ${sql.param([...values])}::text[]` : undefined

/**
 * What the filters ask for. Those that tell who the owner is (the organisation, a place finer than its country) find only
 * listings whose owner the reader may know; so no filter finds out what the listing itself keeps back.
 */
export function filtersOf(query: Partial<FacetQuery>, known: SQL | undefined): Record<string, SQL | undefined> {
  const { near, organisation, trl, deadlineAfter, deadlineBefore } = query
  return {
    q: matching(query.q),
    side: anyOf(listings.side, query.side ?? []),
    kind: anyOf(listings.kind, query.kind ?? []),
    country: anyOf(listings.ownerCountry, query.country ?? []),
    targetCountry: query.targetCountry?.length
      ? or(sql`${listings.targetCountries} = '{}'`, overlaps(listings.targetCountries, query.targetCountry))
      : undefined,
    ecosystem: overlaps(listings.ecosystems, query.ecosystem ?? []),
    language: anyOf(listings.language, query.language ?? []),
    cooperationType: overlaps(listings.cooperationTypes, query.cooperationType ?? []),
    partnerType: overlaps(listings.partnerTypes, query.partnerType ?? []),
    roleTag: overlaps(listings.ownerRoleTags, query.roleTag ?? []),
    trl: trl
      ? sql`${trl} between coalesce(${listings.trlMin}, 1) and coalesce(${listings.trlMax}, 9)
          and (${listings.trlMin} is not null or ${listings.trlMax} is not null)`
      : undefined,
    deadlineAfter: deadlineAfter ? gte(listings.deadline, deadlineAfter) : undefined,
    deadlineBefore: deadlineBefore ? lte(listings.deadline, deadlineBefore) : undefined,
    organisation: organisation ? and(eq(listings.organisation, organisation), known) : undefined,
    near: near ? and(lyingIn(near), known) : undefined,
  }
}

function matching(query: string | undefined): SQL | undefined {
  if (query && REFERENCE.test(query)) return eq(listings.reference, query.toUpperCase())
  const words = wordsSought(query)
  return words ? sql`${listings.searchWords} @@ ${words}` : undefined
}

function lyingIn({ west, south, east, north }: NonNullable<ListingQuery['near']>): SQL | undefined {
  const { ownerLatitude: latitude, ownerLongitude: longitude } = listings
  const across =
    west <= east ? and(gte(longitude, west), lte(longitude, east)) : or(gte(longitude, west), lte(longitude, east))
  return and(gte(latitude, south), lte(latitude, north), across)
}

function orderOf(sort: ListingQuery['sort'] | OwnListingQuery['sort'], query: string | undefined): SQL[] {
  const newest = [desc(listings.publishedAt), desc(listings.id)]
  const words = wordsSought(query)
  switch (sort) {
    case 'deadline':
      return [asc(listings.deadline), asc(listings.id)]
    case 'title':
      return [asc(sql`lower(${listings.title})`), asc(listings.id)]
    case 'relevance':
      return words ? [desc(sql`ts_rank(${listings.searchWords}, ${words})`), ...newest] : newest
    case 'updated':
      return [desc(listings.updatedAt), desc(listings.id)]
    case 'newest':
      return newest
  }
}

/** One page of the board. */
export function listListings(db: Db, { visible, known }: Reach, query: ListingQuery) {
  return pageOfListings(db, and(visible, ...Object.values(filtersOf(query, known))), query)
}

/**
 * The ids of what the board holds under a query, in its order.
 * @param among only these of them, where given
 */
export async function listedIds(
  db: Db,
  { visible, known }: Reach,
  query: Partial<ListingQuery>,
  limit: number,
  among?: readonly string[],
): Promise<string[]> {
  if (among?.length === 0) return []
  const rows = await db
    .select({ id: listings.id })
    .from(listings)
    .where(
      and(visible, among ? inArray(listings.id, [...among]) : undefined, ...Object.values(filtersOf(query, known))),
    )
    .orderBy(...orderOf(query.sort ?? 'newest', query.q))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** One page of an organisation's own listings, and how many there are in each status. @param own whose they are */
export async function listOwnListings(db: Db, own: SQL | undefined, query: OwnListingQuery) {
  const { q, side, kind } = query
  const where = and(
    own,
    ...Object.values(filtersOf({ q, side, kind }, undefined)),
    anyOf(listings.visibility, query.visibility),
  )
  const [page, counts] = await Promise.all([
    pageOfListings(db, and(where, anyOf(listings.status, query.status)), query),
    db.select({ status: listings.status, number: count() }).from(listings).where(where).groupBy(listings.status),
  ])
  const byStatus = Object.fromEntries(statuses.map((status) => [status, 0])) as Record<ListingStatus, number>
  for (const { status, number } of counts) byStatus[status] = number
  return { ...page, byStatus }
}

/** One page of the listings that wait for a moderator, the longest waiting first. */
export function listWaitingListings(db: Db, page: { page: number; perPage: number }) {
  const waiting = sql`${listings.status} = 'review'`
  return pageOfListings(db, waiting, page, [asc(listings.updatedAt), asc(listings.id)])
}

async function pageOfListings(
  db: Db,
  where: SQL | undefined,
  query: {
    page: number
    perPage: number
    q?: string | undefined
    sort?: ListingQuery['sort'] | OwnListingQuery['sort']
  },
  order = orderOf(query.sort ?? 'newest', query.q),
) {
  // The ids first: they come from an index, however far down the page lies.
  const [ids, totals] = await Promise.all([
    db
      .select({ id: listings.id })
      .from(listings)
      .where(where)
      .orderBy(...order)
      .limit(query.perPage)
      .offset(offsetOf(query)),
    db.select({ total: count() }).from(listings).where(where),
  ])
  const found = await findListings(
    db,
    ids.map(({ id }) => id),
  )
  const rows = new Map(found.map((row) => [row.id, row]))
  return { rows: ids.flatMap(({ id }) => rows.get(id) ?? []), total: totals[0]?.total ?? 0 }
}

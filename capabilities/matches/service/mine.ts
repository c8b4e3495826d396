import { and, type SQL, sql } from 'drizzle-orm'
import type { Db } from '#platform/db/database.ts'
import { offsetOf } from '#platform/paging.ts'
import { findListings } from '../../listings/service/find.ts'
import { wordsSought } from '../../listings/service/search-text.ts'
import { type Mark, type MineQuery, showing } from '../schema.ts'
import { matchPairs } from '../table.ts'
import type { Candidate } from './candidates.ts'

/** What the policy lets a reader have: the pairs with their own needs, those with their own offers, and candidates. */
export interface Reach {
  ownNeeds: SQL
  ownOffers: SQL
  candidates: SQL
}

/** Pairs as seen from one's own side, one's own listings that still stand. */
function fromOwnSide({ ownNeeds, ownOffers }: Reach): SQL {
  return sql`(
    select need as own, offer as candidate, need_organisation as organisation, need_strength as strength, found_at
    from ${matchPairs} where ${ownNeeds}
    union all
    select offer, need, offer_organisation, offer_strength, found_at from ${matchPairs} where ${ownOffers}) as pair
    join listings as own on own.id = pair.own and own.status in ('published', 'paused')
    join listings on listings.id = pair.candidate
    left join match_marks as marked on marked.organisation = pair.organisation and marked.listing = pair.own
      and marked.candidate = pair.candidate`
}

const shown: Record<MineQuery['show'], SQL> = {
  all: sql`marked.mark is distinct from 'dismissed'`,
  saved: sql`marked.mark = 'saved'`,
  dismissed: sql`marked.mark = 'dismissed'`,
}

function filtersOf(query: MineQuery): SQL | undefined {
  const anyOf = (column: SQL, values: readonly string[]) =>
    values.length > 0 ? sql`${column} = any(${sql.param([...values])}::text[])` : undefined
  const words = wordsSought(query.q)
  return and(
    shown[query.show],
    query.organisation ? sql`pair.organisation = ${query.organisation}` : undefined,
    query.listing ? sql`pair.own = ${query.listing}` : undefined,
    anyOf(sql`listings.side`, query.side),
    anyOf(sql`listings.kind`, query.kind),
    anyOf(sql`listings.owner_country`, query.country),
    words ? sql`listings.search_words @@ ${words}` : undefined,
  )
}

const orders: Record<MineQuery['sort'], SQL> = {
  newest: sql`pair.found_at desc, pair.strength desc, pair.candidate, pair.own`,
  strongest: sql`pair.strength desc, pair.found_at desc, pair.candidate, pair.own`,
}

interface Row extends Record<string, unknown> {
  own: string
  candidate: string
  organisation: string
  strength: number
  found_at: string
  mark: Mark | null
}

/** One page of the matches of a reader's listings, and how many there are of each showing. */
export async function listMatches(db: Db, reach: Reach, query: MineQuery) {
  const from = fromOwnSide(reach)
  const where = sql`${reach.candidates} and ${filtersOf(query) ?? sql`true`}`
  const [page, totals, counted] = await Promise.all([
    db.execute<Row>(sql`select pair.own, pair.candidate, pair.organisation, pair.strength, pair.found_at, marked.mark
      from ${from} where ${where} order by ${orders[query.sort]} limit ${query.perPage} offset ${offsetOf(query)}`),
    db.execute<{ total: string }>(sql`select count(*) as total from ${from} where ${where}`),
    db.execute<Record<MineQuery['show'], string>>(sql`
      select count(*) filter (where ${shown.all}) as "all", count(*) filter (where ${shown.saved}) as saved,
        count(*) filter (where ${shown.dismissed}) as dismissed
      from ${from} where ${reach.candidates}`),
  ])
  const ids = [...new Set(page.rows.flatMap((row) => [row.own, row.candidate]))]
  const rows = new Map((await findListings(db, ids)).map((row) => [row.id, row]))
  const candidates = page.rows.flatMap((pair): Candidate[] => {
    const own = rows.get(pair.own)
    const row = rows.get(pair.candidate)
    if (!own || !row) return []
    const { organisation, strength, mark } = pair
    const foundAt = new Date(pair.found_at).toISOString()
    return [{ own, organisation, row, strength, mark, foundAt, newcomer: false }]
  })
  const counts = Object.fromEntries(showing.map((name) => [name, Number(counted.rows[0]?.[name] ?? 0)])) as Record<
    MineQuery['show'],
    number
  >
  return { candidates, total: Number(totals.rows[0]?.total ?? 0), counts }
}

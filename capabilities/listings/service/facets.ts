import { and, count, type SQL, sql } from 'drizzle-orm'
import type { Db } from '#platform/db/database.ts'
import { type FacetName, type FacetQuery, facetNames } from '../schema.ts'
import { listings } from '../table.ts'
import { filtersOf, type Reach } from './list.ts'

/** What each facet counts; a list counts each of its values. */
const columns: Record<FacetName, { value: SQL; many: boolean }> = {
  side: { value: sql`${listings.side}`, many: false },
  kind: { value: sql`${listings.kind}`, many: false },
  country: { value: sql`${listings.ownerCountry}`, many: false },
  language: { value: sql`${listings.language}`, many: false },
  ecosystem: { value: sql`${listings.ecosystems}`, many: true },
  cooperationType: { value: sql`${listings.cooperationTypes}`, many: true },
  partnerType: { value: sql`${listings.partnerTypes}`, many: true },
  roleTag: { value: sql`${listings.ownerRoleTags}`, many: true },
}

/**
 * How many listings each value of each filter would find beside the other filters: a filter that is set does not narrow
 * its own counts. Facets under the same filters are counted in one pass.
 */
export async function countFacets(db: Db, { visible, known }: Reach, query: FacetQuery) {
  const filters = filtersOf(query, known)
  const set = facetNames.filter((name) => filters[name] !== undefined)
  const unset = facetNames.filter((name) => filters[name] === undefined)
  const whereBut = (name?: FacetName) =>
    and(visible, ...Object.entries(filters).map(([filter, condition]) => (filter === name ? undefined : condition)))
  const [totals, ...counted] = await Promise.all([
    db.select({ total: count() }).from(listings).where(whereBut()),
    unset.length > 0 ? countIn(db, unset, whereBut()) : [],
    ...set.map((name) => countIn(db, [name], whereBut(name))),
  ])
  const facets = Object.fromEntries(facetNames.map((name) => [name, {}])) as Record<FacetName, Record<string, number>>
  for (const { facet, value, number } of counted.flat()) facets[facet][value] = Number(number)
  return { facets, total: totals[0]?.total ?? 0 }
}

async function countIn(db: Db, names: readonly FacetName[], where: SQL | undefined) {
  const chosen = sql.join(
    names.map((name) => sql`${columns[name].value} as ${sql.identifier(`of_${name}`)}`),
    sql`, `,
  )
  const counts = names.map((name) => {
    const column = sql.identifier(`of_${name}`)
    return columns[name].many
      ? sql`select ${name}::text as facet, value, count(*) as number from found, unnest(${column}) as value group by value`
      : sql`select ${name}::text as facet, ${column} as value, count(*) as number from found group by ${column}`
  })
  const { rows } = await db.execute<{ facet: FacetName; value: string; number: string }>(sql`
    with found as materialized (select ${chosen} from ${listings} where ${where ?? sql`true`})
    ${sql.join(counts, sql` union all `)}`)
  return rows
}

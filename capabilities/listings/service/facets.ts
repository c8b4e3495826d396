import { and, type SQL, sql } from 'drizzle-orm'
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
 * its own counts. Facets under the same filters, and the total, are counted in one pass.
 */
export async function countFacets(db: Db, { visible, known }: Reach, query: FacetQuery) {
  const filters = filtersOf(query, known)
  const set = facetNames.filter((name) => filters[name] !== undefined)
  const unset = facetNames.filter((name) => filters[name] === undefined)
  const whereBut = (name?: FacetName) =>
    and(visible, ...Object.entries(filters).map(([filter, condition]) => (filter === name ? undefined : condition)))
  const [all = [], ...each] = await Promise.all([
    countIn(db, unset, whereBut()),
    ...set.map((name) => countIn(db, [name], whereBut(name))),
  ])
  const facets = Object.fromEntries(facetNames.map((name) => [name, {}])) as Record<FacetName, Record<string, number>>
  for (const { facet, value, number } of [all, ...each].flat()) if (facet) facets[facet][value] = Number(number)
  return { facets, total: Number(all.find(({ facet }) => facet === null)?.number ?? 0) }
}

/**
 * Listings that agree in all that is counted are counted as one first: there are far fewer kinds of them than listings.
 * @returns a row for each value, and one without a facet for all together
 */
async function countIn(db: Db, names: readonly FacetName[], where: SQL | undefined) {
  const chosen = names.map((name) => sql`${columns[name].value} as ${sql.identifier(`of_${name}`)}`)
  const grouped = sql.join(
    names.map((name) => columns[name].value),
    sql`, `,
  )
  const counts = names.map((name) => {
    const column = sql.identifier(`of_${name}`)
    return columns[name].many
      ? sql`select ${name}::text, value, sum(number) from found, unnest(${column}) as value group by value`
      : sql`select ${name}::text, ${column}, sum(number) from found group by ${column}`
  })
  const { rows } = await db.execute<{ facet: FacetName | null; value: string; number: string | null }>(sql`
    with found as materialized (
      select ${sql.join([...chosen, sql`count(*) as number`], sql`, `)} from ${listings} where ${where ?? sql`true`}
      ${names.length > 0 ? sql`group by ${grouped}` : sql``})
    select null as facet, null as value, sum(number) as number from found
    ${sql.join(
      counts.map((counted) => sql`union all ${counted}`),
      sql` `,
    )}`)
  return rows
}

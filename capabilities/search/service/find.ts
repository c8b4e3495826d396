import { and, type SQL, sql } from 'drizzle-orm'
import type { MatchIndex } from '#engines/matching/index-store.ts'
import { type Actor, isModerator } from '#platform/access/actor.ts'
import type { Db } from '#platform/db/database.ts'
import type { Platform } from '#platform/platform.ts'
import { isMember, knownOwners, listedListings } from '../../listings/policy.ts'
import { findListings } from '../../listings/service/find.ts'
import { listedIds } from '../../listings/service/list.ts'
import { presentCards } from '../../listings/service/present.ts'
import { matchingReplica } from '../../matches/service/matching.ts'
import { visibleOrganisations } from '../../organisations/policy.ts'
import { organisationQuery } from '../../organisations/schema.ts'
import { listOrganisations, organisationSummaries } from '../../organisations/service/list.ts'
import { FOUND_AT_MOST, type SearchKind, type SearchQuery, type SearchRow, searchKinds } from '../schema.ts'

/** What finds by meaning; null while it is being loaded. */
export async function meaningIndex(platform: Platform): Promise<MatchIndex | null> {
  return (await matchingReplica(platform))?.index ?? null
}

/**
 * Everything that is found, by kind, best first. The index says what fits by meaning, the database what has the words;
 * the database alone says what the reader may see, by the lists' own predicates.
 */
export async function findEverything(db: Db, index: MatchIndex | null, actor: Actor, now: Date, query: SearchQuery) {
  const found: Record<SearchKind, string[]> = { need: [], offer: [], organisation: [] }
  if (query.q === '') return found
  const wanted = query.kind.length > 0 ? query.kind : searchKinds
  await Promise.all(
    searchKinds.map(async (kind) => {
      if (!wanted.includes(kind)) return
      const byMeaning = index ? meant(index, actor, now, query, kind) : []
      found[kind] =
        kind === 'organisation'
          ? await organisationsFound(db, actor, query, byMeaning)
          : await listingsFound(db, actor, query, kind, byMeaning)
    }),
  )
  return found
}

function meant(index: MatchIndex, actor: Actor, now: Date, { q }: SearchQuery, kind: SearchKind): string[] {
  const { matches } = index.search(
    { text: q },
    {
      now: now.getTime(),
      sides: [kind === 'organisation' ? 'profile' : kind],
      audience: isModerator(actor) || isMember(actor) ? 'members' : 'public',
      everyWord: true,
      limit: FOUND_AT_MOST,
    },
  )
  return matches.map(({ id }) => id)
}

/** Two rankings as one: by the better of the two places, what both have first. */
function merged(one: readonly string[], other: readonly string[]): string[] {
  const places = new Map<string, number>()
  for (const ranking of [one, other])
    for (const [at, id] of ranking.entries()) places.set(id, (places.get(id) ?? 0) + 1 / (RANK_DAMPING + at))
  return [...places].sort((a, b) => b[1] - a[1]).map(([id]) => id)
}

/** Reciprocal rank fusion (Cormack, Clarke and Büttcher, 2009). */
const RANK_DAMPING = 60

async function listingsFound(
  db: Db,
  actor: Actor,
  query: SearchQuery,
  side: 'need' | 'offer',
  byMeaning: readonly string[],
): Promise<string[]> {
  const reach = { visible: listedListings(actor), known: knownOwners(actor) }
  const { q, country, language } = query
  const filters = { side: [side], country, language }
  const byWords = await listedIds(db, reach, { ...filters, q, sort: 'relevance' }, FOUND_AT_MOST)
  const said = new Set(byWords)
  const rest = byMeaning.filter((id) => !said.has(id))
  const shown = new Set(await listedIds(db, reach, filters, FOUND_AT_MOST, rest))
  return merged(
    byMeaning.filter((id) => said.has(id) || shown.has(id)),
    byWords,
  ).slice(0, FOUND_AT_MOST)
}

async function organisationsFound(
  db: Db,
  actor: Actor,
  query: SearchQuery,
  byMeaning: readonly string[],
): Promise<string[]> {
  // What its summary is written in is no filter for organisations: it would hide most of them.
  if (query.language.length > 0) return []
  const visible = visibleOrganisations(actor)
  const ids = async (where: SQL | undefined, q: string | undefined) => {
    const filters = organisationQuery.parse({ country: query.country, ...(q === undefined ? {} : { q }) })
    const { rows } = await listOrganisations(db, where, { ...filters, perPage: FOUND_AT_MOST })
    return rows.map(({ id }) => id)
  }
  const byWords = await ids(visible, query.q)
  const said = new Set(byWords)
  const rest = byMeaning.filter((id) => !said.has(id))
  const those = sql`"organisations"."id" = any(${sql.param(rest)}::uuid[])`
  const shown = new Set(rest.length > 0 ? await ids(and(visible, those), undefined) : [])
  return merged(
    byMeaning.filter((id) => said.has(id) || shown.has(id)),
    byWords,
  ).slice(0, FOUND_AT_MOST)
}

/** The kinds one after the other: the best of each, then the second of each. */
export function interleaved(found: Record<SearchKind, readonly string[]>): { kind: SearchKind; id: string }[] {
  const longest = Math.max(...searchKinds.map((kind) => found[kind].length))
  return Array.from({ length: longest }, (_, at) =>
    searchKinds.flatMap((kind) => {
      const id = found[kind][at]
      return id === undefined ? [] : [{ kind, id }]
    }),
  ).flat()
}

/** What was found as the reader sees it. */
export async function presentFound(
  db: Db,
  actor: Actor,
  found: readonly { kind: SearchKind; id: string }[],
): Promise<SearchRow[]> {
  const idsOf = (organisation: boolean) =>
    found.flatMap(({ kind, id }) => ((kind === 'organisation') === organisation ? [id] : []))
  const [rows, organisations] = await Promise.all([
    findListings(db, idsOf(false)),
    organisationSummaries(db, idsOf(true)),
  ])
  const cards = new Map((await presentCards(db, actor, rows)).map((card) => [card.id, card]))
  return found.flatMap(({ kind, id }): SearchRow[] => {
    const card = cards.get(id)
    const organisation = organisations.get(id)
    if (card)
      return [
        {
          kind,
          id,
          title: card.title,
          address: `/listings/${card.reference}`,
          listing: card as NonNullable<SearchRow['listing']>,
          organisation: null,
        },
      ]
    if (!organisation) return []
    const { displayName: title, slug } = organisation
    return [{ kind, id, title, address: `/organisations/${slug}`, listing: null, organisation }]
  })
}

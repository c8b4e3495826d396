import { and, sql } from 'drizzle-orm'
import { visitor } from '#platform/access/actor.ts'
import type { Db } from '#platform/db/database.ts'
import { folded } from '#platform/db/folded.ts'
import { listedListings } from '../../listings/policy.ts'
import { findListings } from '../../listings/service/find.ts'
import { listedIds } from '../../listings/service/list.ts'
import { visibleOrganisations } from '../../organisations/policy.ts'
import { organisationQuery } from '../../organisations/schema.ts'
import { listOrganisations } from '../../organisations/service/list.ts'
import type { SearchKind } from '../schema.ts'

const OF_EACH = 5
const LOOKED_AT = 30
const MOST_WORDS = 8

export interface Suggestion {
  kind: SearchKind
  title: string
  language: string
  address: string
}

/**
 * Titles and names that go on as somebody is typing. Only what everybody may see, whoever asks: so an answer may be kept
 * by caches, and tells nothing of the reader.
 */
export async function suggestFor(db: Db, q: string): Promise<Suggestion[]> {
  const words = (folded(q).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS)
  if (words.length === 0 || words.join('').length < 2) return []
  const inTitle = words.map((word) => `${word}:*A`).join(' & ')
  const titled = sql`"listings"."search_words" @@ to_tsquery('simple', ${inTitle})`
  const reach = { visible: and(listedListings(visitor), titled), known: sql`false` }
  const [ids, named] = await Promise.all([
    listedIds(db, reach, {}, OF_EACH),
    listOrganisations(db, visibleOrganisations(visitor), organisationQuery.parse({ q, perPage: LOOKED_AT })),
  ])
  const order = new Map(ids.map((id, at) => [id, at]))
  const listings = (await findListings(db, ids)).sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
  const begins = (name: string) => {
    const parts = folded(name).match(/[\p{L}\p{N}]+/gu) ?? []
    return words.every((word) => parts.some((part) => part.startsWith(word)))
  }
  return [
    ...named.rows
      .filter(({ displayName }) => begins(displayName))
      .slice(0, OF_EACH)
      .map(({ displayName: title, language, slug }) => ({
        kind: 'organisation' as const,
        title,
        language,
        address: `/organisations/${slug}`,
      })),
    ...listings.map(({ side: kind, title, language, reference }) => ({
      kind,
      title,
      language,
      address: `/listings/${reference}`,
    })),
  ]
}

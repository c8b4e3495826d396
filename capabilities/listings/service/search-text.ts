import { type SQL, sql } from 'drizzle-orm'
import { folded } from '#platform/db/folded.ts'
import type { ListingDraft } from '../schema.ts'

const WORD = /[\p{L}\p{N}]+/gu
const MOST_WORDS = 12

/** Only the words of some texts, folded. */
export function searchText(texts: readonly string[]): string {
  return (folded(texts.join(' ')).match(WORD) ?? []).join(' ')
}

/** What a listing is searched in: its title on the first line, the other texts on the second. */
export function searchableOf(
  draft: Pick<
    ListingDraft,
    | 'title'
    | 'summary'
    | 'description'
    | 'advantages'
    | 'expertiseSought'
    | 'partnerRole'
    | 'keywords'
    | 'programme'
    | 'callIdentifier'
    | 'acronym'
  >,
): string {
  const { title, summary, description, advantages, expertiseSought, partnerRole, keywords } = draft
  const rest = [...keywords, summary, description, advantages, expertiseSought, partnerRole]
  return `${searchText([title])}\n${searchText([...rest, draft.programme, draft.callIdentifier, draft.acronym])}`
}

/** The words looked for, each of which begins a word of the text. Undefined for a query without words. */
export function wordsSought(query: string | undefined): SQL | undefined {
  const words = folded(query ?? '').match(WORD)
  if (!words) return undefined
  const wanted = words.slice(0, MOST_WORDS).map((word) => `${word}:*`)
  return sql`to_tsquery('simple', ${wanted.join(' & ')})`
}

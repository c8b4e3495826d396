import type { MatchDocument } from '#engines/matching/document.ts'
import { createIndex } from '#engines/matching/index-store.ts'
import type { Query } from '#engines/matching/query.ts'
import { detectLanguage } from '#engines/thesaurus/language-detection.ts'
import type { Thesaurus } from '#engines/thesaurus/thesaurus.ts'
import type { Collection, Entry } from './collection.ts'

/** Results asked for: as many as recall@100 looks at. */
const DEPTH = 100

/** Nothing but the texts is to decide, so all else is the same for every document. */
const NOW = Date.UTC(2026, 0, 1)
const ALIKE = {
  kind: 'entry',
  country: 'BE',
  organisationType: 'OTH',
  roleTags: [],
  size: null,
  trl: null,
  sectors: [],
  visibility: 'public',
  publishedAt: NOW,
  deadline: null,
  wishes: {},
} as const

/** Query id -> ids of the best documents, through the product's own index with its own analysers. */
export function rankingsOf({ documents, queries }: Collection, thesaurus: Thesaurus): Map<string, string[]> {
  const index = createIndex({ thesaurus })
  for (const entry of documents) index.upsert(documentOf(entry, 'offer'))
  const rankings = new Map<string, string[]>()
  for (const entry of queries) {
    // No rule of the list but the order of the scores.
    const options = { now: NOW, limit: DEPTH, maxPerOrganisation: Number.POSITIVE_INFINITY, newcomers: false }
    const { matches } = index.search(queryOf(entry), options)
    rankings.set(
      entry._id,
      matches.map(({ id }) => id.slice('offer '.length)),
    )
  }
  return rankings
}

function queryOf(entry: Entry): Query {
  if (entry.title !== undefined) return documentOf(entry, 'need')
  const text = entry.text ?? ''
  // Too short to tell: it is read in every language, as the search box does.
  return { text, language: languageOf(entry, text) }
}

function documentOf(entry: Entry, side: 'need' | 'offer'): MatchDocument {
  const { title = '', summary = '', keywords = [], text = '' } = entry
  const language = languageOf(entry, [title, summary, text].join('\n')) ?? 'unknown'
  const id = `${side} ${entry._id}`
  return { ...ALIKE, id, organisation: id, side, language, title, summary, keywords, body: text }
}

function languageOf(entry: Entry, text: string): string | undefined {
  if (entry.language !== undefined) return entry.language
  const { language } = detectLanguage(text)
  return language === 'unknown' ? undefined : language
}

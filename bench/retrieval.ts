import { innovationThesaurus } from '#engines/thesaurus/innovation-economy.ts'
import type { Print } from './print.ts'
import { type Collection, readCollection, translated } from './retrieval/collection.ts'
import { linkingSets } from './retrieval/melo.ts'
import { type Quality, qualityOf } from './retrieval/metrics.ts'
import { rankingsOf } from './retrieval/rankings.ts'

export interface RetrievalOptions {
  /** Folder of a collection in BEIR form. */
  collection?: string | undefined
  /** Folder with the sets of MELO. */
  melo?: string | undefined
}

/**
 * How good the product's own ranking is on a judged collection: the whole of it, and each part its queries name. Where
 * the collection holds everything in English too, that is ranked beside it; `ratio` is what is left across languages.
 */
export function benchRetrieval(print: Print, { collection, melo }: RetrievalOptions): void {
  if (melo !== undefined) {
    benchLinking(print, melo)
    return
  }
  if (collection === undefined) throw new Error('Say which collection: --collection DIR, or --melo DIR')
  const read = readCollection(collection)
  const inEnglish = translated(read)
  const thesaurus = innovationThesaurus()
  const rankings = rankingsOf(read, thesaurus)
  const englishRankings = inEnglish && rankingsOf(inEnglish, thesaurus)
  const parts = [...new Set(read.queries.flatMap(({ part }) => (part === undefined ? [] : [part])))].sort()
  for (const part of [undefined, ...parts]) {
    const quality = qualityOf(within(part, read, rankings), read.judgements)
    const figures = figuresOf(quality)
    if (englishRankings) {
      const { ndcg10 } = qualityOf(within(part, read, englishRankings), read.judgements)
      Object.assign(figures, { 'nDCG@10 in English': round(ndcg10), ratio: round(quality.ndcg10 / ndcg10) })
    }
    print({ bench: 'retrieval', case: part ?? 'all', ...figures })
  }
}

/** How well mentions of occupations are linked to ESCO's labels, with those labels imported as the vocabulary. */
function benchLinking(print: Print, folder: string): void {
  const ranks = { 'one language': [] as number[], 'across languages': [] as number[] }
  for (const { name, acrossLanguages, collection, thesaurus } of linkingSets(folder)) {
    const quality = qualityOf(rankingsOf(collection, thesaurus), collection.judgements)
    print({ bench: 'retrieval', case: name, ...figuresOf(quality) })
    ranks[acrossLanguages ? 'across languages' : 'one language'].push(quality.mrr)
  }
  for (const [name, found] of Object.entries(ranks)) {
    const mean = found.reduce((sum, one) => sum + one, 0) / Math.max(1, found.length)
    print({ bench: 'retrieval', case: name, sets: found.length, MRR: round(mean) })
  }
}

function within(
  part: string | undefined,
  { queries }: Collection,
  rankings: Map<string, string[]>,
): Map<string, string[]> {
  return new Map(
    queries
      .filter((query) => part === undefined || query.part === part)
      .map((query) => [query._id, rankings.get(query._id) ?? []]),
  )
}

function figuresOf({ ndcg10, recall100, mrr, queries }: Quality): Record<string, number> {
  return { queries, 'nDCG@10': round(ndcg10), 'recall@100': round(recall100), MRR: round(mrr) }
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}

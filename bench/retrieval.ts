import { innovationThesaurus } from '#engines/thesaurus/innovation-economy.ts'
import type { Print } from './print.ts'
import { type Collection, readCollection, translated } from './retrieval/collection.ts'
import { type Quality, qualityOf } from './retrieval/metrics.ts'
import { rankingsOf } from './retrieval/rankings.ts'

export interface RetrievalOptions {
  /** Folder of a collection in BEIR form. */
  collection?: string | undefined
}

/**
 * How good the product's own ranking is on a judged collection: the whole of it, and each part its queries name. Where
 * the collection holds everything in English too, that is ranked beside it; `ratio` is what is left across languages.
 */
export function benchRetrieval(print: Print, { collection }: RetrievalOptions): void {
  if (collection === undefined) throw new Error('Say which collection: --collection DIR')
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

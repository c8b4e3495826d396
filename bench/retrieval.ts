import { innovationThesaurus } from '#engines/thesaurus/innovation-economy.ts'
import type { Print } from './print.ts'
import { type Collection, readCollection } from './retrieval/collection.ts'
import { type Quality, qualityOf } from './retrieval/metrics.ts'
import { rankingsOf } from './retrieval/rankings.ts'

export interface RetrievalOptions {
  /** Folder of a collection in BEIR form. */
  collection?: string | undefined
}

/** How good the product's own ranking is on a judged collection: the whole of it, and each part its queries name. */
export function benchRetrieval(print: Print, { collection }: RetrievalOptions): void {
  if (collection === undefined) throw new Error('Say which collection: --collection DIR')
  const read = readCollection(collection)
  const rankings = rankingsOf(read, innovationThesaurus())
  const parts = [...new Set(read.queries.flatMap(({ part }) => (part === undefined ? [] : [part])))].sort()
  for (const part of [undefined, ...parts]) {
    print({
      bench: 'retrieval',
      case: part ?? 'all',
      ...figuresOf(qualityOf(within(part, read, rankings), read.judgements)),
    })
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
  const round = (value: number): number => Math.round(value * 10_000) / 10_000
  return { queries, 'nDCG@10': round(ndcg10), 'recall@100': round(recall100), MRR: round(mrr) }
}

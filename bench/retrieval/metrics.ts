/** Judgements of one query: document id -> grade, 0 for "looked at and useless". */
export type Grades = ReadonlyMap<string, number>

/** Means over the queries of a collection, each from 0 to 1. */
export interface Quality {
  ndcg10: number
  recall100: number
  /** Mean reciprocal rank of the first relevant document. */
  mrr: number
  queries: number
}

/** Places that nDCG looks at, and those that recall does. */
const NDCG_DEPTH = 10
const RECALL_DEPTH = 100

/**
 * Normalised discounted cumulative gain of the first `depth` places, 0 to 1 (Järvelin and Kekäläinen, "Cumulated
 * gain-based evaluation of IR techniques", 2002, with the gain equal to the grade, as trec_eval and BEIR count).
 */
export function ndcg(ranked: readonly string[], grades: Grades, depth = NDCG_DEPTH): number {
  const ideal = gain([...grades.values()].sort((a, b) => b - a).slice(0, depth))
  return ideal === 0 ? 0 : gain(ranked.slice(0, depth).map((id) => grades.get(id) ?? 0)) / ideal
}

function gain(grades: readonly number[]): number {
  return grades.reduce((sum, grade, at) => sum + grade / Math.log2(at + 2), 0)
}

/** Share of the relevant documents that stand in the first `depth` places. */
export function recall(ranked: readonly string[], grades: Grades, depth = RECALL_DEPTH): number {
  const relevant = [...grades.values()].filter((grade) => grade > 0).length
  if (relevant === 0) return 0
  return ranked.slice(0, depth).filter((id) => (grades.get(id) ?? 0) > 0).length / relevant
}

/** One over the place of the first relevant document, 0 when none was found. */
export function reciprocalRank(ranked: readonly string[], grades: Grades): number {
  const at = ranked.findIndex((id) => (grades.get(id) ?? 0) > 0)
  return at < 0 ? 0 : 1 / (at + 1)
}

/** The quality of rankings, judged query by query. A query of which nothing relevant is known is left out, as BEIR does. */
export function qualityOf(
  rankings: ReadonlyMap<string, readonly string[]>,
  judgements: ReadonlyMap<string, Grades>,
): Quality {
  const sum: Quality = { ndcg10: 0, recall100: 0, mrr: 0, queries: 0 }
  for (const [query, ranked] of rankings) {
    const grades = judgements.get(query)
    if (grades === undefined || [...grades.values()].every((grade) => grade <= 0)) continue
    sum.ndcg10 += ndcg(ranked, grades)
    sum.recall100 += recall(ranked, grades)
    sum.mrr += reciprocalRank(ranked, grades)
    sum.queries += 1
  }
  const mean = (value: number) => (sum.queries === 0 ? 0 : value / sum.queries)
  return { ndcg10: mean(sum.ndcg10), recall100: mean(sum.recall100), mrr: mean(sum.mrr), queries: sum.queries }
}

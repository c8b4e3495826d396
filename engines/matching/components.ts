import type { Components } from './explanation.ts'
import { freshnessShare, SHARES, toGrain } from './score.ts'

/** The parts of a score from what was found out about a pair; every part is a whole multiple of GRAIN. */
export function components(found: {
  words: number
  concepts: number
  /** Share of the query's sectors the candidate shares, 0..1. */
  sectorShare: number
  /** 0..1, see `reciprocityShare`. */
  reciprocityShare: number
  publishedAt: number
  now: number
}): Components {
  const topical = found.words + found.concepts
  return {
    words: found.words,
    concepts: found.concepts,
    sectors: toGrain(topical * SHARES.sectors * found.sectorShare),
    reciprocity: toGrain(topical * SHARES.reciprocity * found.reciprocityShare),
    freshness: toGrain(topical * freshnessShare(found.publishedAt, found.now)),
  }
}

/** The score: the sum of its parts, exact in any order. */
export function total(parts: Components): number {
  return parts.words + parts.concepts + parts.sectors + parts.reciprocity + parts.freshness
}

/** Share of `wanted` that is among `found`; 0 when nothing is wanted. */
export function shareOf(wanted: readonly string[], found: readonly string[]): number {
  const distinct = new Set(wanted)
  if (distinct.size === 0) return 0
  let met = 0
  for (const value of distinct) if (found.includes(value)) met += 1
  return met / distinct.size
}

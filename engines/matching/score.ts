import type { Relation } from '../thesaurus/concept.ts'

/**
 * Every score is a whole multiple of this. Sums of such numbers are exact in a double in whatever order they are added
 * (up to 2^33, far beyond any score), so parts always add up to the whole and no order of insertion can change a rank.
 */
export const GRAIN = 2 ** -20

export function toGrain(value: number): number {
  return Math.round(value / GRAIN) * GRAIN
}

/** Weights of the fields for words, in the order of FIELDS: title, summary, keywords, body. */
export const FIELD_WEIGHTS = [3, 2, 2.5, 1] as const

/** How far the length of a field discounts its counts (b of BM25F), by field. */
const LENGTH_DISCOUNTS = [0.3, 0.5, 0.2, 0.7] as const

/**
 * Words that are usual in a field (the average length of BM25F), in the order of FIELDS. Fixed rather than counted, so
 * that what a document has does not change with every other document that comes or goes.
 */
const USUAL_LENGTHS = [8, 30, 6, 140] as const

/** Saturation of a word's weighted count (k1 of BM25F). */
const K1 = 1.6

/** Saturation of a word's weight within the query (k3 of BM25). */
const K3 = 4

/** Weight of a concept by the weightiest field that names it, in the order of FIELDS. */
export const CONCEPT_FIELD_WEIGHTS = [1, 0.9, 1, 0.7] as const

/**
 * What a concept counts that both titles name, shared out among the words that name it in the query; a word of the same
 * rarity in both titles counts 3.6 at most, so that a concept is worth about two words: it takes that many to name one.
 */
const CONCEPT_WEIGHT = 6

/**
 * What a word counts at least where hardly any document is in the language of the query; where all are, it counts 1.
 * What is written in another language has only its meaning to be found by, and would stand behind everything that
 * repeats the turns of phrase of the query.
 */
const LEAST_WORD_SHARE = 0.35

/** What a word's translation counts for it at most. */
const TRANSLATION_CREDIT = 0.9

/** Share of the topical score (words and concepts) that each of the others can add at most. */
export const SHARES = { sectors: 0.1, reciprocity: 0.2, freshness: 0.1 } as const

/** Days after which freshness has halved. */
const FRESHNESS_HALF_LIFE = 90

const DAY = 86_400_000

/** Robertson's inverse document frequency, kept above zero by the added 1 (as in Lucene). */
export function inverseDocumentFrequency(documents: number, documentFrequency: number): number {
  return Math.log(1 + (documents - documentFrequency + 0.5) / (documentFrequency + 0.5))
}

/** Weight of a word in the query from its field-weighted count there. */
export function queryWeight(weightedCount: number): number {
  return ((K3 + 1) * weightedCount) / (K3 + weightedCount)
}

/** What words found as they stand count, by the share of the documents, 0 to 1, that are in the language of the query. */
export function wordShare(shareInLanguage: number): number {
  return LEAST_WORD_SHARE + (1 - LEAST_WORD_SHARE) * shareInLanguage
}

/** What a translation counts for the word asked for. @param likeness how regularly one stands for the other, 0 to 1 */
export function translationCredit(likeness: number): number {
  return TRANSLATION_CREDIT * likeness
}

/** What a document has of a term is kept in 255 steps. */
const IMPACT_STEPS = 255

/** What one step counts at weight 1: a power of two, so that scores stay whole multiples of GRAIN. */
const STEP = 2 ** -16

/** What one occurrence counts in a field of `length` words (BM25F, inner normalisation). */
export function occurrenceWeight(field: number, length: number): number {
  const b = LENGTH_DISCOUNTS[field] ?? 0
  return (FIELD_WEIGHTS[field] ?? 0) / (1 - b + (b * length) / (USUAL_LENGTHS[field] ?? 1))
}

/**
 * What a document has of a word, 1 to 255: BM25F (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25
 * and Beyond", 2009, section 3.6) without the rarity of the word, in steps of its upper bound.
 * @param count the field-weighted count
 */
export function wordImpact(count: number): number {
  return Math.max(1, Math.round((IMPACT_STEPS * count) / (K1 + count)))
}

/** What a document has of a concept, by the weightiest field that names it, 1 to 255. */
export function conceptImpact(field: number): number {
  return Math.round(IMPACT_STEPS * (CONCEPT_FIELD_WEIGHTS[field] ?? 0))
}

/** What one impact of a word counts, in STEPs: a whole number below 65,536. `weight` is query weight times rarity. */
export function wordUnits(weight: number): number {
  return toUnits(weight * (K1 + 1))
}

/** The same for a concept. `credit` is what the concept found counts for the one wanted, 0 to 1. */
export function conceptUnits(weight: number, credit: number): number {
  return toUnits(CONCEPT_WEIGHT * weight * credit)
}

function toUnits(weight: number): number {
  return Math.min(65_535, Math.max(1, Math.round(weight * 256)))
}

/** The score of so many steps: units times impact, added up. */
export function scoreOf(steps: number): number {
  return steps * STEP
}

/** The fewest steps with which a document may still score `score`, whatever is added for sectors, mutual wishes and age. */
export function fewestSteps(score: number): number {
  // Three parts are rounded, each by less than one grain.
  return Math.max(0, Math.floor((score - 3 * GRAIN) / HIGHEST_FACTOR / STEP))
}

/** What a concept that is not quite the one wanted still counts: 1 for the same, 0 beyond the reach of the thesaurus. */
export function relationCredit(relation: Relation, steps: number): number {
  switch (relation) {
    case 'same':
      return 1
    case 'narrower':
      return steps === 1 ? 0.8 : 0.5
    case 'broader':
      return steps === 1 ? 0.5 : 0.2
    case 'related':
      return 0.35
  }
}

/** Age in days at `now`; a document from the future is new. */
export function ageInDays(publishedAt: number, now: number): number {
  return Math.max(0, (now - publishedAt) / DAY)
}

export function freshnessShare(publishedAt: number, now: number): number {
  return SHARES.freshness * 2 ** (-ageInDays(publishedAt, now) / FRESHNESS_HALF_LIFE)
}

/** Upper bound of what sectors, reciprocity and freshness together multiply a topical score by. */
export const HIGHEST_FACTOR = 1 + SHARES.sectors + SHARES.reciprocity + SHARES.freshness

/**
 * How strong a match is from 0 to 1: the square root of its score's share of `selfScore`, which is what the query
 * document would earn if it answered itself perfectly. It rises with the score; the root only spreads the low shares,
 * for even a good answer repeats few of one's words. Comparable between queries in kind, not to the last per cent.
 */
export function strength(score: number, selfScore: number): number {
  return selfScore > 0 ? Math.min(1, Math.sqrt(score / selfScore)) : 0
}

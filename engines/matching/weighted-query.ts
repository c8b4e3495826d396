import type { Relation } from '../thesaurus/concept.ts'
import { FIELDS } from './document.ts'
import { LONGEST_FIELD } from './facts.ts'
import { conceptFieldWeight, documentFeatures, type Features, textFeatures, weightedCount } from './features.ts'
import { conceptTerm, type IndexState } from './index-state.ts'
import { isDocument, type Query } from './query.ts'
import {
  conceptScore,
  HIGHEST_FACTOR,
  inverseDocumentFrequency,
  queryWeight,
  relationCredit,
  wordScore,
} from './score.ts'
import { normalisedCount } from './statistics.ts'

/** A long query is judged by this many of its weightiest words; the rest say little and cost as much. */
const WORDS_KEPT = 64

export interface WeightedWord {
  stem: string
  /** Term code in the index. */
  term: number
  /** Query weight times inverse document frequency. */
  weight: number
}

export interface AcceptedConcept {
  concept: string
  relation: Relation
  steps: number
  credit: number
  /** Term code in the index, -1 when no document has it. */
  term: number
}

export interface WeightedConcept {
  concept: string
  weight: number
  /** What answers it, nearest first. */
  accepted: readonly AcceptedConcept[]
}

/** A query as the index weighs it. */
export interface WeightedQuery {
  /** In the order of their stems. */
  words: readonly WeightedWord[]
  /** In the order of their ids. */
  concepts: readonly WeightedConcept[]
  /** What the query would earn if it answered itself perfectly. */
  selfScore: number
  /** True when the query holds any word or concept at all. */
  asksSomething: boolean
}

export function weightedQuery(query: Query, index: IndexState): WeightedQuery {
  const features = queryFeatures(query, index)
  const words = weightedWords(features, index, ownWords(query, features, index))
  const concepts = weightedConcepts(features, index)
  return {
    words,
    concepts,
    selfScore: selfScore(features, words, concepts, index) * HIGHEST_FACTOR,
    asksSomething: features.words.size > 0 || features.concepts.size > 0,
  }
}

export function queryFeatures(query: Query, index: IndexState): Features {
  if (isDocument(query)) return documentFeatures(query, index.thesaurus)
  return textFeatures(query, index.thesaurus)
}

// The words of the query's own copy in the index, which may be of an earlier wording.
function ownWords(query: Query, features: Features, index: IndexState): Features['words'] {
  const copy = isDocument(query) ? index.document(query.id) : undefined
  if (copy === undefined) return new Map()
  const unchanged = JSON.stringify(copy) === JSON.stringify(query)
  return unchanged ? features.words : documentFeatures(copy, index.thesaurus).words
}

// A word that no other document has cannot be answered, so it neither counts for a match nor against one.
function weightedWords(features: Features, index: IndexState, own: Features['words']): WeightedWord[] {
  const words: WeightedWord[] = []
  for (const [stem, packed] of features.words) {
    const term = index.termCode(stem)
    const frequency = index.frequencyOf(term)
    if (frequency <= (own.has(stem) ? 1 : 0)) continue
    const rarity = inverseDocumentFrequency(index.statistics.documents, frequency)
    words.push({ stem, term, weight: queryWeight(weightedCount(packed)) * rarity })
  }
  words.sort((a, b) => b.weight - a.weight || (a.stem < b.stem ? -1 : 1))
  return words.slice(0, WORDS_KEPT).sort((a, b) => (a.stem < b.stem ? -1 : 1))
}

function weightedConcepts(features: Features, index: IndexState): WeightedConcept[] {
  return [...features.concepts.keys()].sort().map((concept) => {
    const frequency = index.frequencyOf(index.termCode(conceptTerm(concept)))
    const rarity = inverseDocumentFrequency(index.statistics.documents, frequency)
    const accepted = index.thesaurus.graph.neighbours(concept).map((neighbour) => ({
      ...neighbour,
      credit: relationCredit(neighbour.relation, neighbour.steps),
      term: index.termCode(conceptTerm(neighbour.concept)),
    }))
    return { concept, weight: conceptFieldWeight(features.concepts.get(concept) ?? 0) * rarity, accepted }
  })
}

function selfScore(
  features: Features,
  words: readonly WeightedWord[],
  concepts: readonly WeightedConcept[],
  index: IndexState,
): number {
  const weights = index.statistics.occurrenceWeights()
  const lengths = FIELDS.map((_, field) => Math.min(features.lengths[field] ?? 0, LONGEST_FIELD))
  let score = 0
  for (const { stem, weight } of words) {
    score += wordScore(weight, normalisedCount(features.words.get(stem) ?? 0, lengths, 0, weights))
  }
  for (const { concept, weight } of concepts) {
    score += conceptScore(weight, conceptFieldWeight(features.concepts.get(concept) ?? 0))
  }
  return score
}

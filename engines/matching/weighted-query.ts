import type { Relation } from '../thesaurus/concept.ts'
import {
  conceptFieldWeight,
  documentFeatures,
  type Features,
  impactOf,
  textFeatures,
  weightedCount,
} from './features.ts'
import { conceptTerm, type IndexState } from './index-state.ts'
import type { Clause } from './kernel/postings.ts'
import { isDocument, type Query } from './query.ts'
import {
  conceptImpact,
  conceptUnits,
  HIGHEST_FACTOR,
  inverseDocumentFrequency,
  queryWeight,
  relationCredit,
  scoreOf,
  wordUnits,
} from './score.ts'

/** A long query is judged by this many of its weightiest words; the rest say little and cost as much. */
const WORDS_KEPT = 64

export interface WeightedWord {
  stem: string
  /** Term code in the index. */
  term: number
  /** Query weight times inverse document frequency. */
  weight: number
  /** What one impact of it counts, see `wordUnits`. */
  units: number
}

export interface AcceptedConcept {
  concept: string
  relation: Relation
  steps: number
  credit: number
  /** What one impact of it counts for the concept wanted, see `conceptUnits`. */
  units: number
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
  const words = weightedWords(features, index, ownSlot(query, index))
  const concepts = weightedConcepts(features, index)
  return {
    words,
    concepts,
    selfScore: selfScore(features, words, concepts) * HIGHEST_FACTOR,
    asksSomething: features.words.size > 0 || features.concepts.size > 0,
  }
}

export function queryFeatures(query: Query, index: IndexState): Features {
  if (isDocument(query)) return documentFeatures(query, index.thesaurus)
  return textFeatures(query, index.thesaurus)
}

/** Where the query itself stands in the index, or -1. */
export function ownSlot(query: Query, index: IndexState): number {
  return isDocument(query) ? (index.slots.get(query.id) ?? -1) : -1
}

// A word that no other document has cannot be answered, so it neither counts for a match nor against one.
function weightedWords(features: Features, index: IndexState, own: number): WeightedWord[] {
  const words: WeightedWord[] = []
  for (const [stem, packed] of features.words) {
    const term = index.termCode(stem)
    const frequency = index.frequencyOf(term)
    if (frequency === 0 || (frequency === 1 && own >= 0 && index.postings.impact(term, own) > 0)) continue
    const weight = queryWeight(weightedCount(packed)) * inverseDocumentFrequency(index.slots.size, frequency)
    words.push({ stem, term, weight, units: wordUnits(weight) })
  }
  words.sort((a, b) => b.weight - a.weight || (a.stem < b.stem ? -1 : 1))
  return words.slice(0, WORDS_KEPT).sort((a, b) => (a.stem < b.stem ? -1 : 1))
}

function weightedConcepts(features: Features, index: IndexState): WeightedConcept[] {
  return [...features.concepts.keys()].sort().map((concept) => {
    const frequency = index.frequencyOf(index.termCode(conceptTerm(concept)))
    const rarity = inverseDocumentFrequency(index.slots.size, frequency)
    const weight = conceptFieldWeight(features.concepts.get(concept) ?? 0) * rarity
    const accepted = index.thesaurus.graph.neighbours(concept).map((neighbour) => {
      const credit = relationCredit(neighbour.relation, neighbour.steps)
      const term = index.termCode(conceptTerm(neighbour.concept))
      return { ...neighbour, credit, units: conceptUnits(weight, credit), term }
    })
    return { concept, weight, accepted }
  })
}

function selfScore(features: Features, words: readonly WeightedWord[], concepts: readonly WeightedConcept[]): number {
  let steps = 0
  for (const { stem, units } of words) steps += units * impactOf(features.words.get(stem) ?? 0, features.lengths)
  for (const { concept, weight } of concepts)
    steps += conceptUnits(weight, 1) * conceptImpact(features.concepts.get(concept) ?? 0)
  return scoreOf(steps)
}

/** The query as the kernel takes it: a clause for each word and for each concept with all that answers it. */
export function clausesOf({ words, concepts }: WeightedQuery): Clause[] {
  return [
    ...words.map(({ term, units }) => [{ term, weight: units }]),
    ...concepts.map(({ accepted }) =>
      accepted.filter(({ term }) => term >= 0).map(({ term, units }) => ({ term, weight: units })),
    ),
  ].filter((clause) => clause.length > 0)
}

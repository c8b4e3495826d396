import type { Relation } from '../thesaurus/concept.ts'
import { type Asked, type AskedWord, askedWords } from './asked-words.ts'
import { conceptFieldWeight, impactOf, weightedCount } from './features.ts'
import { conceptTerm, type IndexState } from './index-state.ts'
import { MOST_MEMBERS } from './kernel/kernel.ts'
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
  translationCredit,
  wordShare,
  wordUnits,
} from './score.ts'

/** A long query is judged by this many of its weightiest words; the rest say little and cost as much. */
const WORDS_KEPT = 64

interface Member {
  /** Term code in the index, -1 when no document has it. */
  term: number
  /** What one impact of it counts, see `wordUnits` and `conceptUnits`. */
  units: number
}

/** A word that answers the one asked for: the same, or a translation of it. */
export interface WordMember extends Member {
  kind: 'word'
  stem: string
  translated: boolean
}

/** A concept that answers one the word helps to name. */
export interface ConceptMember extends Member {
  kind: 'concept'
  wanted: string
  concept: string
  relation: Relation
  steps: number
}

export type Answer = WordMember | ConceptMember

/**
 * A word asked for and all that answers it. A document earns what the best of its answers gives, so that one in the
 * language of the query, which has the word and the concept, earns no more than one that says the same in another
 * (Pirkola, "The effects of query structure and dictionary setups in dictionary-based CLIR", 1998).
 */
export interface WeightedWord {
  /** Its first stem. */
  stem: string
  /** Words first, then concepts; each stem and each concept once. */
  answers: readonly Answer[]
}

/** A query as the index weighs it. */
export interface WeightedQuery {
  /** In the order of their stems. */
  words: readonly WeightedWord[]
  /** What the query would earn if it answered itself perfectly. */
  selfScore: number
  /** False when there is no word to go by. */
  asksSomething: boolean
}

export function weightedQuery(query: Query, index: IndexState): WeightedQuery {
  const asked = askedWords(query, index.thesaurus)
  const own = ownSlot(query, index)
  const weighing = new Weighing(asked, index, own)
  const found = asked.words.flatMap((word) => {
    const answers = weighing.answersTo(word)
    const heaviest = Math.max(0, ...answers.map(({ units }) => units))
    return heaviest === 0 ? [] : [{ word, answers, heaviest, stem: word.stems[0] ?? '' }]
  })
  found.sort((a, b) => b.heaviest - a.heaviest || (a.stem < b.stem ? -1 : 1))
  const kept = found.slice(0, WORDS_KEPT).sort((a, b) => (a.stem < b.stem ? -1 : 1))
  const room = Math.floor(MOST_MEMBERS / Math.max(1, kept.length))
  let self = 0
  for (const { word, answers } of kept) self += weighing.ownSteps(word, answers)
  return {
    words: kept.map(({ stem, answers }) => ({ stem, answers: strongest(answers, room) })),
    selfScore: scoreOf(self) * HIGHEST_FACTOR,
    asksSomething: asked.words.length > 0,
  }
}

/** Where the query itself stands in the index, or -1. */
export function ownSlot(query: Query, index: IndexState): number {
  return isDocument(query) ? (index.slots.get(query.id) ?? -1) : -1
}

class Weighing {
  readonly #asked: Asked
  readonly #index: IndexState
  readonly #own: number
  readonly #wordShare: number

  constructor(asked: Asked, index: IndexState, own: number) {
    this.#asked = asked
    this.#index = index
    this.#own = own
    this.#wordShare = wordShare(index.shareOf(asked.language))
  }

  answersTo(word: AskedWord): Answer[] {
    const answers = new Map<string, Answer>()
    const put = (key: string, answer: Answer): void => {
      if (answer.units > (answers.get(key)?.units ?? 0)) answers.set(key, answer)
    }
    for (const stem of word.stems) this.#putWord(stem, word, this.#wordShare, put)
    for (const stem of word.stems) {
      for (const from of this.#asked.languages) {
        for (const { stem: other, language, likeness } of this.#index.thesaurus.translations(stem, from)) {
          // What more documents have than are in the language is a word of another as well.
          if (this.#frequency(other) > this.#index.documentsIn(language)) continue
          this.#putWord(other, word, translationCredit(likeness), put)
        }
      }
    }
    for (const concept of [...word.concepts.keys()].sort()) this.#putConcepts(concept, word, put)
    return [...answers.values()]
  }

  /** What the query itself has of a word, in steps. */
  ownSteps({ stems, packed, concepts }: AskedWord, answers: readonly Answer[]): number {
    const wordImpact = impactOf(packed, this.#asked.lengths)
    let most = 0
    for (const answer of answers) {
      if (answer.kind === 'word' && stems.includes(answer.stem)) most = Math.max(most, answer.units * wordImpact)
      if (answer.kind === 'concept' && answer.relation === 'same')
        most = Math.max(most, answer.units * conceptImpact(concepts.get(answer.wanted) ?? 0))
    }
    return most
  }

  #frequency(stem: string): number {
    return this.#index.frequencyOf(this.#index.termCode(stem))
  }

  #putWord(
    stem: string,
    { stems, packed }: AskedWord,
    credit: number,
    put: (key: string, answer: Answer) => void,
  ): void {
    const { slots, postings } = this.#index
    const term = this.#index.termCode(stem)
    const frequency = this.#index.frequencyOf(term)
    // A word that no other document has cannot be answered, so it neither counts for a match nor against one.
    if (frequency === 0 || (frequency === 1 && this.#own >= 0 && postings.impact(term, this.#own) > 0)) return
    const rarity = inverseDocumentFrequency(slots.size, frequency)
    const units = wordUnits(queryWeight(weightedCount(packed)) * rarity * credit)
    put(stem, { kind: 'word', stem, translated: !stems.includes(stem), term, units })
  }

  #putConcepts(wanted: string, { concepts }: AskedWord, put: (key: string, answer: Answer) => void): void {
    const { thesaurus, slots } = this.#index
    const rarity = inverseDocumentFrequency(slots.size, this.#frequency(conceptTerm(wanted)))
    const fieldWeight = conceptFieldWeight(concepts.get(wanted) ?? 0)
    const weight = (fieldWeight * rarity) / (this.#asked.namedBy.get(wanted) ?? 1)
    for (const { concept, relation, steps } of thesaurus.graph.neighbours(wanted)) {
      const key = conceptTerm(concept)
      const units = conceptUnits(weight, relationCredit(relation, steps))
      put(key, { kind: 'concept', wanted, concept, relation, steps, term: this.#index.termCode(key), units })
    }
  }
}

// A concept with very many narrower ones would fill the kernel's room: the strongest answers are kept.
function strongest(answers: readonly Answer[], room: number): readonly Answer[] {
  const present = answers.filter(({ term }) => term >= 0)
  if (present.length <= room) return present
  const kept = new Set([...present].sort((a, b) => b.units - a.units).slice(0, room))
  return present.filter((answer) => kept.has(answer))
}

/**
 * The answer that gives a document most, and how many steps; null when it has none. Where that is a translation and the
 * document names the concept itself, the concept is the answer told, for it says more than a word of its label.
 * @param impactOf 0 to 255
 */
export function bestAnswer(
  { answers }: WeightedWord,
  impactOf: (answer: Answer) => number,
): { answer: Answer; steps: number } | null {
  let best: { answer: Answer; steps: number } | null = null
  let named: Answer | null = null
  for (const answer of answers) {
    const steps = answer.units * impactOf(answer)
    if (steps > 0 && named === null && answer.kind === 'concept' && answer.relation === 'same') named = answer
    if (steps > (best?.steps ?? 0)) best = { answer, steps }
  }
  const translated = best?.answer.kind === 'word' && best.answer.translated
  return best !== null && named !== null && translated ? { answer: named, steps: best.steps } : best
}

/** The query as the kernel takes it: a clause for each word with all that answers it. */
export function clausesOf({ words }: WeightedQuery): Clause[] {
  return words
    .map(({ answers }) => answers.map(({ term, units }) => ({ term, weight: units })))
    .filter((clause) => clause.length > 0)
}

import { FIELDS } from './document.ts'
import { conceptFieldWeight } from './features.ts'
import type { IndexState } from './index-state.ts'
import { PostingCursor } from './posting-pool.ts'
import { conceptScore, wordScore } from './score.ts'
import { normalisedCount } from './statistics.ts'
import type { WeightedConcept, WeightedQuery } from './weighted-query.ts'

/** Working memory of a search, kept between searches and always left filled with zeros. */
export class Accumulators {
  words = new Float64Array(0)
  concepts = new Float64Array(0)
  #bestCredit = new Float64Array(0)
  #touched = new Int32Array(0)

  /** Adds up the word and concept scores of every document, term by term. */
  run(query: WeightedQuery, index: IndexState): void {
    const { rows } = index.facts
    if (this.words.length < rows) {
      const size = index.facts.live.length
      this.words = new Float64Array(size)
      this.concepts = new Float64Array(size)
      this.#bestCredit = new Float64Array(size)
      this.#touched = new Int32Array(size)
    }
    for (const { term, weight } of query.words) this.#addWord(term, weight, index)
    for (const concept of query.concepts) this.#addConcept(concept, index)
  }

  clear(rows: number): void {
    this.words.fill(0, 0, rows)
    this.concepts.fill(0, 0, rows)
  }

  #addWord(term: number, weight: number, index: IndexState): void {
    const { words } = this
    const { data } = index.pool
    const { lengths } = index.facts
    const weights = index.statistics.occurrenceWeights()
    const cursor = new PostingCursor(index.pool, term)
    while (cursor.next()) {
      const end = cursor.start + cursor.length * 2
      for (let at = cursor.start; at < end; at += 2) {
        const slot = data[at] ?? 0
        const count = normalisedCount(data[at + 1] ?? 0, lengths, slot * 4, weights)
        words[slot] = (words[slot] ?? 0) + wordScore(weight, count)
      }
    }
  }

  // A document that names several concepts near the wanted one is credited for the best of them only.
  #addConcept({ weight, accepted }: WeightedConcept, index: IndexState): void {
    const { data } = index.pool
    const credits = this.#bestCredit
    const touched = this.#touched
    const byField = FIELDS.map((_, field) => conceptFieldWeight(field))
    let count = 0
    for (const { term, credit } of accepted) {
      if (term < 0) continue
      const cursor = new PostingCursor(index.pool, term)
      while (cursor.next()) {
        const end = cursor.start + cursor.length * 2
        for (let at = cursor.start; at < end; at += 2) {
          const slot = data[at] ?? 0
          const earned = credit * (byField[data[at + 1] ?? 0] ?? 0)
          const best = credits[slot] ?? 0
          if (best === 0) touched[count++] = slot
          if (earned > best) credits[slot] = earned
        }
      }
    }
    const { concepts } = this
    for (let position = 0; position < count; position++) {
      const slot = touched[position] ?? 0
      concepts[slot] = (concepts[slot] ?? 0) + conceptScore(weight, credits[slot] ?? 0)
      credits[slot] = 0
    }
  }
}

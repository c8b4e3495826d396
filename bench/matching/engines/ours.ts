import { type Clause, type Filters, Postings, type SlotSet } from '#engines/matching/kernel/postings.ts'
import { StringTable } from '#engines/matching/string-table.ts'
import type { BenchDocument } from '../corpus.ts'
import type { Engine, OpenEngine } from '../engine.ts'
import { bm25Impact, bm25Weight } from './bm25.ts'
import { TopTen } from './top-ten.ts'

/** The scoring kernel with a table of strings: what the matching engine is built on. */
export const open: OpenEngine = (queries) => new OurIndex(queries.side, queries.countries)

export class OurIndex implements Engine {
  readonly version = 'scoring kernel, BM25 in 8 bits'
  readonly postings = new Postings()
  readonly terms = new StringTable()
  readonly #filters: Filters
  readonly #offers: SlotSet
  readonly #countries = new Map<string, SlotSet>()
  readonly #counts = new Map<number, number>()
  readonly #heapBefore = heap()
  #documents = 0

  /** @param side what the filter asks @param countries what the filter asks */
  constructor(side: string, countries: readonly string[]) {
    const { postings } = this
    this.#offers = postings.newSet()
    const wanted = countries.map((country) => this.#setOf(country))
    this.#filters = [[side === 'offer' ? this.#offers : postings.newSet()], wanted]
  }

  add(documents: readonly BenchDocument[]): void {
    for (const document of documents) this.put(document)
  }

  /** @returns the document's slot */
  put({ text, side, country }: BenchDocument): number {
    const counts = this.#counts
    counts.clear()
    let length = 0
    for (const word of text.split(' ')) {
      const term = this.terms.intern(word)
      counts.set(term, (counts.get(term) ?? 0) + 1)
      length++
    }
    const terms: number[] = []
    for (const [term, count] of counts) terms.push(term, bm25Impact(count, length))
    const slot = this.postings.add(terms)
    if (side === 'offer') this.postings.put(this.#offers, slot, true)
    this.postings.put(this.#setOf(country), slot, true)
    this.#documents++
    return slot
  }

  remove(slot: number): void {
    this.postings.remove(slot)
    this.#documents--
  }

  finish(): number {
    return this.postings.bytes + heap() - this.#heapBefore
  }

  search(words: readonly string[], filtered: boolean): number[] {
    return this.best(this.clausesOf(words), this.filtersOf(filtered)).slots
  }

  /** @param first the score that the first document needs at least */
  best(clauses: readonly Clause[], filters: Filters, first = 0): TopTen {
    const top = new TopTen()
    const { postings } = this
    postings.search(
      clauses,
      filters,
      (slot, score) => {
        const threshold = top.offer(slot, score)
        postings.notAfter(top.last)
        return Math.max(first, threshold)
      },
      first,
    )
    return top
  }

  clausesOf(words: readonly string[]): Clause[] {
    const clauses: Clause[] = []
    for (const word of words) {
      const term = this.terms.codeOf(word)
      const frequency = this.postings.frequency(term)
      if (frequency > 0) clauses.push([{ term, weight: bm25Weight(this.#documents, frequency) }])
    }
    return clauses
  }

  filtersOf(filtered: boolean): Filters {
    return filtered ? this.#filters : []
  }

  #setOf(country: string): SlotSet {
    let set = this.#countries.get(country)
    if (!set) {
      set = this.postings.newSet()
      this.#countries.set(country, set)
    }
    return set
  }
}

function heap(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

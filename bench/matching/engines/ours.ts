import { withRoom } from '#engines/matching/growable.ts'
import { type Clause, type Filters, Postings, type SlotSet } from '#engines/matching/kernel/postings.ts'
import { StringTable } from '#engines/matching/string-table.ts'
import type { BenchDocument } from '../corpus.ts'
import type { Engine, OpenEngine, SayFigures } from '../engine.ts'
import { Best, bestOf } from './best.ts'
import { bm25Impact, bm25Weight } from './bm25.ts'
import { measureMore } from './ours-figures.ts'

/** The scoring kernel with a table of strings: what the matching engine is built on. */
export const open: OpenEngine = (queries, folder) => {
  const index = new OurIndex(queries.side, queries.countries)
  return Object.assign(index, { more: (say: SayFigures) => measureMore(index, queries, folder, say) })
}

export class OurIndex implements Engine {
  readonly version = 'scoring kernel, BM25 in 8 bits'
  readonly postings = new Postings()
  readonly terms = new StringTable()
  readonly #filters: Filters
  readonly #offers: SlotSet
  readonly #countries = new Map<string, SlotSet>()
  #counts = new Uint16Array(1024)
  readonly #terms: number[] = []
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
    const terms = this.termsOf(text)
    const slot = this.postings.add(terms)
    if (side === 'offer') this.postings.put(this.#offers, slot, true)
    this.postings.put(this.#setOf(country), slot, true)
    this.#documents++
    return slot
  }

  /** A document's distinct words and their impacts, in turn; the same array each time. */
  termsOf(text: string): number[] {
    const terms = this.#terms
    let length = 0
    let distinct = 0
    for (let from = 0; from < text.length; length++) {
      const blank = text.indexOf(' ', from)
      const end = blank < 0 ? text.length : blank
      const term = this.terms.intern(text, from, end)
      if (term >= this.#counts.length) this.#counts = withRoom(this.#counts, term + 1)
      const count = (this.#counts[term] ?? 0) + 1
      this.#counts[term] = count
      if (count === 1) terms[distinct++ * 2] = term
      from = end + 1
    }
    terms.length = distinct * 2
    for (let at = 0; at < terms.length; at += 2) {
      const term = terms[at] ?? 0
      terms[at + 1] = bm25Impact(this.#counts[term] ?? 0, length)
      this.#counts[term] = 0
    }
    return terms
  }

  remove(slot: number): void {
    this.postings.remove(slot)
    this.#documents--
  }

  get documents(): number {
    return this.#documents
  }

  finish(): number {
    return this.postings.bytes + this.terms.bytes
  }

  search(words: readonly string[], filtered: boolean): number[] {
    return this.best(this.clausesOf(words), this.filtersOf(filtered)).slots
  }

  /** @param first the score that the first document needs at least */
  best(clauses: readonly Clause[], filters: Filters, first = 0): Best {
    return bestOf(this.postings, clauses, filters, new Best(), first)
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

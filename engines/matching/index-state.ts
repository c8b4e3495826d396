import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { Compaction } from './compaction.ts'
import type { MatchDocument, Side, Visibility } from './document.ts'
import type { Facts } from './facts.ts'
import { documentFeatures, type Features, impactOf } from './features.ts'
import { Generation } from './generation.ts'
import { withRoom } from './growable.ts'
import type { Postings, SlotSet } from './kernel/postings.ts'
import { conceptImpact } from './score.ts'
import { StringTable } from './string-table.ts'

/** The key of a concept among the terms; no word begins with this character. */
export function conceptTerm(concept: string): string {
  return `\u0000${concept}`
}

/** The data of an index: what is indexed, under which slots. */
export class IndexState {
  readonly thesaurus: Thesaurus
  readonly terms = new StringTable()
  #generation = new Generation()
  #compaction: Compaction | undefined
  readonly #documentsIn = new Map<string, number>()
  #removed = 0
  #firstPublished = new Float64Array(256)
  #firstPublishedStale = true

  constructor(thesaurus: Thesaurus) {
    this.thesaurus = thesaurus
  }

  get facts(): Facts {
    return this.#generation.facts
  }

  get postings(): Postings {
    return this.#generation.postings
  }

  get slots(): ReadonlyMap<string, number> {
    return this.#generation.slots
  }

  /** The documents of some sides, and of some visibilities. */
  setsOf(sides: readonly Side[], visibilities: readonly Visibility[]): SlotSet[][] {
    return [
      sides.map((side) => this.#generation.sides[side]),
      visibilities.map((one) => this.#generation.visibilities[one]),
    ]
  }

  idOf(slot: number): string {
    return this.#generation.ids[slot] ?? ''
  }

  document(id: string): MatchDocument | undefined {
    const slot = this.slots.get(id)
    return slot === undefined ? undefined : this.#generation.sources.get(slot)
  }

  add(document: MatchDocument): void {
    const terms = this.#termsOf(documentFeatures(document, this.thesaurus))
    this.#put(this.#generation, document, terms)
    this.#documentsIn.set(document.language, this.documentsIn(document.language) + 1)
    this.#firstPublishedStale = true
    this.#compaction?.added(document, terms)
    this.#goOn()
  }

  /** Returns whether there was such a document. */
  remove(id: string): boolean {
    const slot = this.slots.get(id)
    if (slot === undefined) return false
    const language = this.facts.languages.valueOf(this.facts.language[slot] ?? 0)
    this.#documentsIn.set(language, this.documentsIn(language) - 1)
    this.#generation.remove(id)
    this.#firstPublishedStale = true
    this.#removed += 1
    this.#compaction?.removed(id)
    this.#goOn()
    return true
  }

  /** The code of a term, or -1 for one never seen. */
  termCode(term: string): number {
    return this.terms.codeOf(term)
  }

  /** Living documents that have the term. */
  frequencyOf(code: number): number {
    return this.postings.frequency(code)
  }

  /** Living documents written in a language. */
  documentsIn(language: string): number {
    return this.#documentsIn.get(language) ?? 0
  }

  /** Share of the living documents that are in a language, or in the most frequent one when none is named; 0 to 1. */
  shareOf(language: string | undefined): number {
    const count = language === undefined ? Math.max(0, ...this.#documentsIn.values()) : this.documentsIn(language)
    return count / Math.max(1, this.slots.size)
  }

  /** By organisation code: when its earliest live document was published, milliseconds since 1970-01-01 UTC. */
  firstPublished(): Float64Array {
    if (this.#firstPublishedStale) {
      const { facts } = this
      this.#firstPublished = withRoom(this.#firstPublished, facts.organisations.size)
      this.#firstPublished.fill(Number.POSITIVE_INFINITY)
      for (let slot = 0; slot < facts.rows; slot++) {
        if (facts.live[slot] === 0) continue
        const organisation = facts.organisation[slot] ?? 0
        const published = facts.publishedAt[slot] ?? 0
        if (published < (this.#firstPublished[organisation] ?? 0)) this.#firstPublished[organisation] = published
      }
      this.#firstPublishedStale = false
    }
    return this.#firstPublished
  }

  #put(generation: Generation, document: MatchDocument, terms: ArrayLike<number>): void {
    const slot = generation.postings.add(terms)
    generation.facts.add(document, slot)
    generation.sources.put(slot, document)
    generation.place(document.id, slot)
  }

  #termsOf({ words, concepts, lengths }: Features): number[] {
    const terms: number[] = []
    for (const [stem, packed] of words) terms.push(this.terms.intern(stem), impactOf(packed, lengths))
    for (const [concept, field] of concepts) terms.push(this.terms.intern(conceptTerm(concept)), conceptImpact(field))
    return terms
  }

  // Each change does a little of the writing anew, so that none takes long.
  #goOn(): void {
    if (!this.#compaction) {
      if (!Compaction.isDue(this.#removed, this.facts.rows)) return
      this.#compaction = new Compaction(this.#generation, this.terms.size, (generation, document, terms) =>
        this.#put(generation, document, terms),
      )
      this.#removed = 0
    }
    if (!this.#compaction.step()) return
    this.#generation = this.#compaction.next
    this.#compaction = undefined
  }
}

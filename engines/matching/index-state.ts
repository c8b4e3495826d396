import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import type { MatchDocument } from './document.ts'
import { Facts } from './facts.ts'
import { documentFeatures, type Features } from './features.ts'
import { withRoom } from './growable.ts'
import { PostingCursor, PostingPool } from './posting-pool.ts'
import { Statistics } from './statistics.ts'
import { StringTable } from './string-table.ts'

/** Removed rows below this are not worth compacting for. */
const FEWEST_REMOVED = 1024

/** Share of removed rows at which the index is compacted. */
const REMOVED_SHARE = 0.25

/** The key of a concept among the terms; no word begins with this character. */
export function conceptTerm(concept: string): string {
  return `\u0000${concept}`
}

/** The data of an index: what is indexed, under which slots, and how often each term occurs. */
export class IndexState {
  readonly thesaurus: Thesaurus
  readonly facts = new Facts()
  readonly statistics = new Statistics()
  readonly terms = new StringTable()
  pool = new PostingPool()
  /** Live documents per term. */
  documentFrequency = new Int32Array(256)
  readonly slots = new Map<string, number>()
  readonly #ids: string[] = []
  /** Each document as JSON text: a tenth of the objects, and safe from changes by the caller. */
  readonly #sources: string[] = []
  #removed = 0
  #firstPublished = new Float64Array(256)
  #firstPublishedStale = true

  constructor(thesaurus: Thesaurus) {
    this.thesaurus = thesaurus
  }

  idOf(slot: number): string {
    return this.#ids[slot] ?? ''
  }

  document(id: string): MatchDocument | undefined {
    const slot = this.slots.get(id)
    const source = slot === undefined ? undefined : this.#sources[slot]
    return source === undefined ? undefined : (JSON.parse(source) as MatchDocument)
  }

  add(document: MatchDocument): void {
    const features = documentFeatures(document, this.thesaurus)
    const slot = this.facts.add(document, features.lengths)
    this.slots.set(document.id, slot)
    this.#ids[slot] = document.id
    this.#sources[slot] = JSON.stringify(document)
    this.statistics.count(features.lengths, 1)
    this.#firstPublishedStale = true
    for (const [term, payload] of termsOf(features)) {
      const code = this.terms.intern(term)
      this.documentFrequency = withRoom(this.documentFrequency, code + 1)
      this.documentFrequency[code] = (this.documentFrequency[code] ?? 0) + 1
      this.pool.append(code, slot, payload)
    }
  }

  /** Returns whether there was such a document. Its terms are found by reading it again, which costs no memory. */
  remove(id: string): boolean {
    const slot = this.slots.get(id)
    const document = this.document(id)
    if (slot === undefined || document === undefined) return false
    const features = documentFeatures(document, this.thesaurus)
    for (const [term] of termsOf(features)) {
      const code = this.terms.codeOf(term)
      this.documentFrequency[code] = (this.documentFrequency[code] ?? 0) - 1
    }
    this.statistics.count(features.lengths, -1)
    this.slots.delete(id)
    this.facts.live[slot] = 0
    this.#ids[slot] = ''
    this.#sources[slot] = ''
    this.#firstPublishedStale = true
    this.#removed += 1
    if (this.#removed >= FEWEST_REMOVED && this.#removed >= this.facts.rows * REMOVED_SHARE) this.#compact()
    return true
  }

  /** Live documents that have the term, and its code, or -1 for a term never seen. */
  termCode(term: string): number {
    return this.terms.codeOf(term)
  }

  frequencyOf(code: number): number {
    return code < 0 ? 0 : (this.documentFrequency[code] ?? 0)
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

  #compact(): void {
    const { facts } = this
    const moved = new Int32Array(facts.rows).fill(-1)
    const kept = new Int32Array(facts.rows - this.#removed)
    let to = 0
    for (let slot = 0; slot < facts.rows; slot++) {
      if (facts.live[slot] === 0) continue
      moved[slot] = to
      kept[to] = slot
      this.#ids[to] = this.#ids[slot] ?? ''
      this.#sources[to] = this.#sources[slot] ?? ''
      this.slots.set(this.idOf(slot), to)
      to += 1
    }
    this.#ids.length = to
    this.#sources.length = to
    facts.compact(kept)
    const pool = new PostingPool()
    for (let term = 0; term < this.terms.size; term++) {
      const cursor = new PostingCursor(this.pool, term)
      while (cursor.next()) {
        for (let at = cursor.start; at < cursor.start + cursor.length * 2; at += 2) {
          const slot = moved[this.pool.data[at] ?? 0] ?? -1
          if (slot >= 0) pool.append(term, slot, this.pool.data[at + 1] ?? 0)
        }
      }
    }
    this.pool = pool
    this.#removed = 0
  }
}

function* termsOf(features: Features): Generator<[term: string, payload: number]> {
  yield* features.words
  for (const [concept, field] of features.concepts) yield [conceptTerm(concept), field]
}

import type { MatchDocument } from './document.ts'
import { Generation } from './generation.ts'
import { WINDOW } from './kernel/kernel.ts'

/** Removed rows below this are not worth the work. */
const FEWEST_REMOVED = 1024

/** Share of removed rows at which the index is written anew. */
const REMOVED_SHARE = 0.25

/** Postings, or documents, moved in one step: about a third of a millisecond. */
const POSTINGS_A_STEP = 10_000
const WINDOWS_AT_ONCE = 8
const DOCUMENTS_A_STEP = 500

type Put = (generation: Generation, document: MatchDocument, terms: ArrayLike<number>) => void

/**
 * Writes an index anew without what was removed, a little at each change, while the old one goes on answering: first what
 * is known of each document, then term by term which have it, then what changed meanwhile.
 */
export class Compaction {
  readonly next: Generation
  readonly #old: Generation
  readonly #kept: Uint32Array
  readonly #moved: Int32Array
  readonly #terms: number
  readonly #put: Put
  readonly #meanwhile: ({ document: MatchDocument; terms: ArrayLike<number> } | string)[] = []
  readonly #unwritten: number[] = []
  readonly #windows: number
  #placed = 0
  #term = 0
  #window = 0

  static isDue(removed: number, rows: number): boolean {
    return removed >= FEWEST_REMOVED && removed >= rows * REMOVED_SHARE
  }

  /** @param terms how many there are @param put adds a document to a generation */
  constructor(old: Generation, terms: number, put: Put) {
    this.#old = old
    this.#terms = terms
    this.#put = put
    this.next = new Generation(old.facts)
    this.#kept = Uint32Array.from(old.slots.values()).sort()
    this.#moved = new Int32Array(old.facts.rows).fill(-1)
    this.#kept.forEach((slot, to) => {
      this.#moved[slot] = to
    })
    this.#windows = old.postings.windows
    this.next.postings.open(this.#kept.length)
  }

  added(document: MatchDocument, terms: ArrayLike<number>): void {
    this.#meanwhile.push({ document, terms })
  }

  removed(id: string): void {
    this.#meanwhile.push(id)
  }

  /** Does some of the work. @returns whether all is done */
  step(): boolean {
    if (this.#placed < this.#kept.length) this.#place()
    else if (this.#term < this.#terms) this.#write()
    else this.#catchUp()
    return this.#placed === this.#kept.length && this.#term === this.#terms && this.#meanwhile.length === 0
  }

  #place(): void {
    const end = Math.min(this.#kept.length, this.#placed + DOCUMENTS_A_STEP)
    for (; this.#placed < end; this.#placed++) {
      const slot = this.#kept[this.#placed] ?? 0
      this.next.facts.copy(this.#old.facts, slot, this.#placed)
      this.next.sources.copy(this.#old.sources, slot, this.#placed)
      const id = this.#old.ids[slot] ?? ''
      this.next.place(id, this.#placed)
      // Removed since the beginning: what was told of it then finds nothing any more.
      if (id === '') this.next.remove(id)
    }
  }

  #write(): void {
    const { postings } = this.#old
    for (let budget = POSTINGS_A_STEP; budget > 0 && this.#term < this.#terms; ) {
      const end = Math.min(this.#window + WINDOWS_AT_ONCE, this.#windows)
      const found = postings.of(this.#term, this.#window, end)
      for (const [slot, impact] of pairsOf(found, end === this.#windows)) {
        const to = this.#moved[slot] ?? -1
        if (to >= 0) this.#unwritten.push(to, impact)
      }
      this.#window = end
      budget -= found.length + 8
      if (end < this.#windows) {
        this.#flush(Math.floor((this.#unwritten.at(-2) ?? 0) / WINDOW) * WINDOW)
        continue
      }
      this.#flush(Number.POSITIVE_INFINITY)
      this.#window = 0
      this.#term++
    }
  }

  // A window's postings are written together: those of the last window so far wait for the rest of it.
  #flush(end: number): void {
    let ready = this.#unwritten.length
    while (ready > 0 && (this.#unwritten[ready - 2] ?? 0) >= end) ready -= 2
    if (ready > 0) this.next.postings.write(this.#term, this.#unwritten.splice(0, ready))
  }

  #catchUp(): void {
    for (const change of this.#meanwhile.splice(0, DOCUMENTS_A_STEP)) {
      if (typeof change === 'string') this.next.remove(change)
      else this.#put(this.next, change.document, change.terms)
    }
  }
}

/** Postings by slot; those of the tail come unsorted. */
function pairsOf(list: Uint32Array, sort: boolean): [slot: number, impact: number][] {
  const pairs: [number, number][] = []
  for (let at = 0; at < list.length; at += 2) pairs.push([list[at] ?? 0, list[at + 1] ?? 0])
  return sort ? pairs.sort((a, b) => a[0] - b[0]) : pairs
}

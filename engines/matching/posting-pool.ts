import { withRoom } from './growable.ts'

/** Postings per slice of a term: the first slices are small because most words are rare. */
const SLICE_SIZES = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512]
const LAST_LEVEL = SLICE_SIZES.length - 1

/**
 * The postings of all terms in one growing array. A term's postings lie in slices, each ended by the place of the next,
 * so that a rare word costs a few bytes and a frequent one is read in long runs (as in Lucene's block pools). A posting
 * is two integers: the slot of a document and a payload.
 */
export class PostingPool {
  data = new Int32Array(1 << 12)
  /** Place of each term's first slice. */
  heads = new Int32Array(256)
  /** Postings written per term, those of removed documents included. */
  counts = new Int32Array(256)
  #used = 0
  #tails = new Int32Array(256)
  #sliceEnds = new Int32Array(256)
  #levels = new Uint8Array(256)

  /** Bytes held. */
  get bytes(): number {
    return this.data.byteLength + this.heads.byteLength * 4 + this.#levels.byteLength
  }

  append(term: number, slot: number, payload: number): void {
    if (term >= this.heads.length) this.#makeRoomForTerm(term)
    if (this.counts[term] === 0) this.heads[term] = this.#openSlice(term, 0)
    else if (this.#tails[term] === this.#sliceEnds[term]) {
      const end = this.#sliceEnds[term] ?? 0
      const level = Math.min((this.#levels[term] ?? 0) + 1, LAST_LEVEL)
      const next = this.#openSlice(term, level)
      this.data[end] = next
    }
    const at = this.#tails[term] ?? 0
    this.data[at] = slot
    this.data[at + 1] = payload
    this.#tails[term] = at + 2
    this.counts[term] = (this.counts[term] ?? 0) + 1
  }

  #openSlice(term: number, level: number): number {
    const start = this.#used
    const size = (SLICE_SIZES[level] ?? 1) * 2
    this.#used += size + 1
    this.data = withRoom(this.data, this.#used)
    this.#tails[term] = start
    this.#sliceEnds[term] = start + size
    this.#levels[term] = level
    return start
  }

  #makeRoomForTerm(term: number): void {
    this.heads = withRoom(this.heads, term + 1)
    this.counts = withRoom(this.counts, term + 1)
    this.#tails = withRoom(this.#tails, term + 1)
    this.#sliceEnds = withRoom(this.#sliceEnds, term + 1)
    this.#levels = withRoom(this.#levels, term + 1)
  }
}

/** Reads a term's postings run by run: while `next()` is true, `length` postings lie at `start` in the pool's data. */
export class PostingCursor {
  start = 0
  length = 0
  readonly #pool: PostingPool
  #remaining: number
  #level = -1

  constructor(pool: PostingPool, term: number) {
    this.#pool = pool
    this.#remaining = pool.counts[term] ?? 0
    this.start = pool.heads[term] ?? 0
  }

  next(): boolean {
    if (this.#remaining <= 0) return false
    if (this.#level >= 0) this.start = this.#pool.data[this.start + this.length * 2] ?? 0
    this.#level = Math.min(this.#level + 1, LAST_LEVEL)
    this.length = Math.min(SLICE_SIZES[this.#level] ?? 1, this.#remaining)
    this.#remaining -= this.length
    return true
  }
}

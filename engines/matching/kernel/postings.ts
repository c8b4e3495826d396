import { type Kernel, MOST_MEMBERS, openKernel, WINDOW } from './kernel.ts'

/** Bytes of a window's bits. */
const WINDOW_BYTES = WINDOW / 8

/** A set of documents by their slots, one bit each. */
export interface SlotSet {
  /** Where its bits begin; moves as the index grows. */
  address: number
}

/** A term and what one unit of its impact counts, a whole number from 1 to 65,535. */
export interface Member {
  term: number
  weight: number
}

/** What a document has of a clause is what its best member gives: weight times impact. */
export type Clause = readonly Member[]

/** Documents that are in at least one set of every group. */
export type Filters = readonly (readonly SlotSet[])[]

/**
 * Hears of a document that may be among the best, with its score: the sum over the clauses.
 * @returns the score that the next one needs at least
 */
export type Offer = (slot: number, score: number) => number

/**
 * Which documents have which terms, with the impact of each (1 to 255), in the memory of the kernel. Slots are given in
 * the order in which documents come and never again; a removed document's is not used any more. At most 16.7 million.
 */
export class Postings {
  readonly memory: WebAssembly.Memory
  readonly live: SlotSet
  /** Slots given, those of removed documents included. */
  rows = 0
  readonly #kernel: Kernel
  readonly #members: number
  readonly #clauses: number
  readonly #lastSlot: number
  readonly #input: number
  readonly #sets: SlotSet[] = []
  #windows = 0
  #filters = 0
  #filterRoom = 0
  #list = 0
  #listRoom = 0
  #offer: Offer = () => 0
  #words: Uint32Array

  constructor(memory = new WebAssembly.Memory({ initial: 8, maximum: 65_536 })) {
    this.memory = memory
    this.#kernel = openKernel(memory, (slot, score) => this.#offer(slot, score))
    this.#kernel.create()
    this.#members = this.#kernel.prepare()
    this.#clauses = this.#kernel.clausesAt()
    this.#lastSlot = this.#kernel.lastSlotAt()
    this.#input = this.#kernel.inputAt()
    this.#words = new Uint32Array(memory.buffer)
    this.live = this.newSet()
  }

  /** Bytes in use. */
  get bytes(): number {
    return this.#kernel.used() >>> 0
  }

  /** Postings read and windows visited by the last search. */
  get lastRead(): { postings: number; windows: number } {
    return { postings: Number(this.#kernel.readPostings()), windows: this.#kernel.readWindows() }
  }

  /** Adds a document. @param terms its distinct terms and their impacts, in turn @returns its slot */
  add(terms: ArrayLike<number>): number {
    const slot = this.rows++
    const place = slot % WINDOW
    if (place === 0 && this.#kernel.sealedWindows() * WINDOW < slot) this.#kernel.seal()
    this.#makeRoom(this.rows)
    const words = this.#view()
    const at = this.#input >> 2
    for (let i = 0; i < terms.length; i++) words[at + i] = terms[i] ?? 0
    this.#kernel.add(place, terms.length >> 1)
    this.put(this.live, slot, true)
    return slot
  }

  remove(slot: number): void {
    this.put(this.live, slot, false)
    this.#kernel.remove(slot)
  }

  /** Living documents that have the term. */
  frequency(term: number): number {
    return term < 0 ? 0 : this.#kernel.frequency(term)
  }

  /** The impact of a term for a document, 0 when it does not have it. */
  impact(term: number, slot: number): number {
    return term < 0 ? 0 : this.#kernel.impact(term, slot)
  }

  /**
   * The living documents that have the term: each slot and then its impact. Ascending, but for those of the tail.
   * @param from the first window to look in @param end the one after the last
   */
  of(term: number, from = 0, end = this.windows): Uint32Array {
    const room = (end - from) * WINDOW
    if (room > this.#listRoom) {
      this.#listRoom = room
      this.#list = this.#kernel.take(room * 8, 16)
    }
    const found = term < 0 ? 0 : this.#kernel.postingsOf(term, from, end, this.#list)
    const list = this.#view().slice(this.#list >> 2, (this.#list >> 2) + found * 2)
    let to = 0
    for (let at = 0; at < list.length; at += 2) {
      const slot = list[at] ?? 0
      if (!this.has(this.live, slot)) continue
      list[to] = slot
      list[to + 1] = list[at + 1] ?? 0
      to += 2
    }
    return list.subarray(0, to)
  }

  /** Windows in use, the tail included. */
  get windows(): number {
    return Math.ceil(this.rows / WINDOW)
  }

  /**
   * Makes room for documents that `write` brings, term by term: slots from 0 on, to the end of a window.
   * @returns the slots there are then; those beyond `count` stay empty
   */
  open(count: number): number {
    const windows = Math.ceil(count / WINDOW)
    this.#kernel.openWindows(windows)
    this.rows = windows * WINDOW
    this.#makeRoom(this.rows)
    for (let slot = 0; slot < count; slot++) this.put(this.live, slot, true)
    return this.rows
  }

  /**
   * Brings postings of a term, those of each window in one call, windows ascending.
   * @param postings slots, below what `open` made room for and ascending, each followed by its impact
   */
  write(term: number, postings: ArrayLike<number>): void {
    if (postings.length > this.#listRoom * 2) {
      this.#listRoom = postings.length
      this.#list = this.#kernel.take(this.#listRoom * 8, 16)
    }
    const words = this.#view()
    for (let i = 0, at = this.#list >> 2; i < postings.length; i += 2) {
      const slot = postings[i] ?? 0
      words[at++] = ((slot % WINDOW) << 8) | (postings[i + 1] ?? 0)
      words[at++] = Math.floor(slot / WINDOW)
    }
    this.#kernel.write(term, this.#list, postings.length >> 1)
  }

  /** An empty set of documents. */
  newSet(): SlotSet {
    const set = { address: this.#zeros(Math.max(1, this.#windows) * WINDOW_BYTES) }
    this.#sets.push(set)
    return set
  }

  put({ address }: SlotSet, slot: number, member: boolean): void {
    const words = this.#view()
    const at = (address >> 2) + (slot >>> 5)
    const bit = 1 << (slot & 31)
    words[at] = member ? (words[at] ?? 0) | bit : (words[at] ?? 0) & ~bit
  }

  has({ address }: SlotSet, slot: number): boolean {
    return (((this.#view()[(address >> 2) + (slot >>> 5)] ?? 0) >>> (slot & 31)) & 1) === 1
  }

  /** Takes all documents out of a set. */
  clear({ address }: SlotSet): void {
    this.#view().fill(0, address >> 2, (address + Math.max(1, this.#windows) * WINDOW_BYTES) >> 2)
  }

  /**
   * Offers every living document that passes the filters and can still be among the best.
   * @param first the score that the first one needs at least
   */
  search(clauses: readonly Clause[], filters: Filters, offer: Offer, first = 0): void {
    const words = this.#view()
    let member = 0
    let count = 0
    for (const clause of clauses) {
      if (member + clause.length > MOST_MEMBERS) break
      words[(this.#clauses >> 2) + count++] = member
      for (const { term, weight } of clause) {
        words[(this.#members >> 2) + member * 2] = term
        words[(this.#members >> 2) + member * 2 + 1] = weight
        member++
      }
    }
    words[(this.#clauses >> 2) + count] = member
    this.notAfter(0xffff_ffff)
    this.#offer = offer
    this.#kernel.search(count, first, this.#write([[this.live], ...filters]))
  }

  /** Says, while documents are offered, that of equal scores those of later slots are no better. */
  notAfter(slot: number): void {
    this.#view()[this.#lastSlot >> 2] = slot
  }

  #write(filters: Filters): number {
    const length = filters.reduce((sum, group) => sum + group.length + 1, 1)
    if (length > this.#filterRoom) {
      this.#filterRoom = length * 2
      this.#filters = this.#kernel.take(this.#filterRoom * 4, 16)
    }
    const words = this.#view()
    let at = this.#filters >> 2
    words[at++] = filters.length
    for (const group of filters) {
      words[at++] = group.length
      for (const { address } of group) words[at++] = address
    }
    return this.#filters
  }

  /** The memory, which is another view each time it has grown. */
  #view(): Uint32Array {
    if (this.#words.buffer !== this.memory.buffer) this.#words = new Uint32Array(this.memory.buffer)
    return this.#words
  }

  #zeros(bytes: number): number {
    const address = this.#kernel.take(bytes, 64)
    this.#view().fill(0, address >> 2, (address + bytes) >> 2)
    return address
  }

  // The kernel reads whole windows of bits, the one of the tail included.
  #makeRoom(rows: number): void {
    const needed = Math.floor(rows / WINDOW) + 1
    if (needed <= this.#windows) return
    const bytes = Math.max(1, this.#windows) * WINDOW_BYTES
    this.#windows = Math.max(needed, Math.ceil(this.#windows * 1.5))
    for (const set of this.#sets) {
      const moved = this.#zeros(this.#windows * WINDOW_BYTES)
      this.#view().copyWithin(moved >> 2, set.address >> 2, (set.address + bytes) >> 2)
      set.address = moved
    }
    this.#kernel.setLive(this.live.address)
  }
}

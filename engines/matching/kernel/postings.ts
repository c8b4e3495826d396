import { type Kernel, MOST_MEMBERS, openKernel, WINDOW } from './kernel.ts'

/** Bytes of a window's bits. */
const WINDOW_BYTES = WINDOW / 8

const PAGE = 65_536
const LEAST_PAGES = 8
/** Room for the filters of another thread's search, words. */
const LENT_FILTERS = 4096
/** At least what `prepare` takes. */
const SCRATCH_BYTES = 262_144
/** Changes with everything that moves in the memory. */
const VERSION = 0x4d54_0001

// Words at the beginning of the memory: what is noted when it is saved or lent.
const [FORM, LENGTH, ROWS, SET_WINDOWS, SCRATCH, SETS, SET_COUNT] = [0, 1, 2, 3, 4, 5, 6] as const

/** What another thread needs to search the same postings; to be posted to it. */
export interface Lent {
  memory: WebAssembly.Memory
  scratch: number
  entries: number
}

function newMemory(pages: number): WebAssembly.Memory {
  return new WebAssembly.Memory({ initial: pages, maximum: 65_536, shared: true })
}

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
  /** All sets there are, in the order they were made; the living documents are the first. */
  readonly sets: SlotSet[] = []
  readonly live: SlotSet
  /** Slots given, those of removed documents included. */
  rows = 0
  readonly #kernel: Kernel
  readonly #lent: boolean
  readonly #scratch: number
  #windows = 0
  #entries = 0
  #entriesRoom = 0
  #filters = 0
  #filterRoom = 0
  #list = 0
  #listRoom = 0
  #setList = 0
  #setListRoom = 0
  #offer: Offer = () => 0
  #words: Uint32Array
  #pages = 0

  /** @param from what `lend` gave to another thread, or a memory into which saved postings have been read */
  constructor(from?: Lent | WebAssembly.Memory) {
    const lent = from && 'scratch' in from ? from : undefined
    this.#lent = lent !== undefined
    this.memory = lent?.memory ?? (from as WebAssembly.Memory | undefined) ?? newMemory(LEAST_PAGES)
    this.#kernel = openKernel(this.memory, (slot, score) => this.#offer(slot, score))
    this.#words = new Uint32Array(this.memory.buffer)
    if (!from) this.#kernel.create()
    this.#scratch = lent?.scratch ?? (from ? (this.#words[SCRATCH] ?? 0) : this.#take(SCRATCH_BYTES, 64))
    this.#kernel.prepare(this.#scratch)
    if (from) this.#recall()
    if (lent) {
      this.#entries = lent.scratch + SCRATCH_BYTES
      this.#entriesRoom = lent.entries
      this.#filters = this.#entries + lent.entries * 4
      this.#filterRoom = LENT_FILTERS
      this.#kernel.setEntries(this.#entries)
    }
    this.live = this.sets[0] ?? this.newSet()
  }

  /**
   * All of it: what stands in the memory now, not a copy.
   * @returns bytes that `open` reads again on any machine
   */
  save(): Uint8Array {
    this.#note()
    return new Uint8Array(this.memory.buffer, 0, this.bytes)
  }

  /**
   * Opens what was saved: there is nothing to be done but to read it.
   * @param length its bytes
   * @param read reads them into the place it is given, which is the memory itself
   * @throws RangeError when it is cut off, or of another version
   */
  static open(length: number, read: (into: Uint8Array) => void): Postings {
    const memory = newMemory(Math.max(LEAST_PAGES, Math.ceil(length / PAGE)))
    read(new Uint8Array(memory.buffer, 0, length))
    const words = new Uint32Array(memory.buffer)
    if (words[FORM] !== VERSION) throw new RangeError('These are not postings of this version.')
    if (words[LENGTH] !== length) throw new RangeError('The saved postings are cut off.')
    return new Postings(memory)
  }

  /**
   * Lets another thread search, with a `new Postings(lent)` of its own, for as long as nothing is added or removed here.
   * @param members most terms of its queries
   */
  lend(members: number): Lent {
    const entries = Math.max(1, this.#kernel.sealedWindows()) * members
    const scratch = this.#take(SCRATCH_BYTES + (entries + LENT_FILTERS) * 4, 64)
    this.#note()
    return { memory: this.memory, scratch, entries }
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
    const at = this.#kernel.inputAt() >>> 2
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
    this.#makeList((end - from) * WINDOW)
    const found = term < 0 ? 0 : this.#kernel.postingsOf(term, from, end, this.#list)
    const list = this.#view().slice(this.#list >>> 2, (this.#list >>> 2) + found * 2)
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
    this.#makeList(postings.length >> 1)
    const words = this.#view()
    for (let i = 0, at = this.#list >>> 2; i < postings.length; i += 2) {
      const slot = postings[i] ?? 0
      words[at++] = ((slot % WINDOW) << 8) | (postings[i + 1] ?? 0)
      words[at++] = Math.floor(slot / WINDOW)
    }
    this.#kernel.write(term, this.#list, postings.length >> 1)
  }

  /** An empty set of documents. */
  newSet(): SlotSet {
    const set = { address: this.#zeros(Math.max(1, this.#windows) * WINDOW_BYTES) }
    this.sets.push(set)
    return set
  }

  put({ address }: SlotSet, slot: number, member: boolean): void {
    const words = this.#view()
    const at = (address >>> 2) + (slot >>> 5)
    const bit = 1 << (slot & 31)
    words[at] = member ? (words[at] ?? 0) | bit : (words[at] ?? 0) & ~bit
  }

  has({ address }: SlotSet, slot: number): boolean {
    return (((this.#view()[(address >>> 2) + (slot >>> 5)] ?? 0) >>> (slot & 31)) & 1) === 1
  }

  /**
   * Offers every living document that passes the filters and can still be among the best.
   * @param first the score that the first one needs at least
   */
  search(clauses: readonly Clause[], filters: Filters, offer: Offer, first = 0): void {
    const program = this.#write([[this.live], ...filters])
    this.#makeEntries(clauses)
    const words = this.#view()
    const clausesAt = this.#kernel.clausesAt() >>> 2
    const membersAt = this.#kernel.membersAt() >>> 2
    let member = 0
    let count = 0
    for (const clause of clauses) {
      if (member + clause.length > MOST_MEMBERS) break
      words[clausesAt + count++] = member
      for (const { term, weight } of clause) {
        words[membersAt + member * 2] = term
        words[membersAt + member * 2 + 1] = weight
        member++
      }
    }
    words[clausesAt + count] = member
    this.notAfter(0xffff_ffff)
    this.#offer = offer
    this.#kernel.search(count, first, program)
  }

  /** Says, while documents are offered, that of equal scores those of later slots are no better. */
  notAfter(slot: number): void {
    this.#view()[this.#kernel.lastSlotAt() >>> 2] = slot
  }

  /** Takes memory, which only the thread that all of it belongs to may. */
  #take(bytes: number, align: number): number {
    if (this.#lent) throw new RangeError('There is not enough room in what was lent.')
    return this.#kernel.take(bytes, align) >>> 0
  }

  /** Room for a list of so many postings, which the kernel reads or writes. */
  #makeList(room: number): void {
    if (room <= this.#listRoom) return
    this.#listRoom = room
    this.#list = this.#take(room * 8, 16)
  }

  #makeEntries(clauses: readonly Clause[]): void {
    const members = clauses.reduce((sum, clause) => sum + clause.length, 0)
    const needed = Math.min(members, MOST_MEMBERS) * this.#kernel.sealedWindows()
    if (needed <= this.#entriesRoom) return
    this.#entriesRoom = Math.ceil(needed * 1.5)
    this.#entries = this.#take(this.#entriesRoom * 4, 64)
    this.#kernel.setEntries(this.#entries)
  }

  /** Writes down what is not in the kernel's own memory. */
  #note(): void {
    if (this.sets.length > this.#setListRoom) {
      this.#setListRoom = this.sets.length * 2
      this.#setList = this.#take(this.#setListRoom * 4, 16)
    }
    const words = this.#view()
    words[FORM] = VERSION
    words[LENGTH] = this.bytes
    words[ROWS] = this.rows
    words[SET_WINDOWS] = this.#windows
    words[SCRATCH] = this.#scratch
    words[SETS] = this.#setList
    words[SET_COUNT] = this.sets.length
    this.sets.forEach(({ address }, at) => {
      words[(this.#setList >>> 2) + at] = address
    })
  }

  #recall(): void {
    const words = this.#words
    this.rows = words[ROWS] ?? 0
    this.#windows = words[SET_WINDOWS] ?? 0
    this.#setList = words[SETS] ?? 0
    this.#setListRoom = words[SET_COUNT] ?? 0
    for (let at = 0; at < this.#setListRoom; at++) this.sets.push({ address: words[(this.#setList >>> 2) + at] ?? 0 })
  }

  #write(filters: Filters): number {
    const length = filters.reduce((sum, group) => sum + group.length + 1, 1)
    if (length > this.#filterRoom) {
      this.#filterRoom = length * 2
      this.#filters = this.#take(this.#filterRoom * 4, 16)
    }
    const words = this.#view()
    let at = this.#filters >>> 2
    words[at++] = filters.length
    for (const group of filters) {
      words[at++] = group.length
      for (const { address } of group) words[at++] = address
    }
    return this.#filters
  }

  /** The memory, which needs another view each time it has grown; asking it for its buffer would take far longer. */
  #view(): Uint32Array {
    const pages = this.#kernel.pages()
    if (pages !== this.#pages) {
      this.#words = new Uint32Array(this.memory.buffer)
      this.#pages = pages
    }
    return this.#words
  }

  #zeros(bytes: number): number {
    const address = this.#take(bytes, 64)
    this.#view().fill(0, address >>> 2, (address + bytes) >>> 2)
    return address
  }

  // The kernel reads whole windows of bits, the one of the tail included.
  #makeRoom(rows: number): void {
    const needed = Math.floor(rows / WINDOW) + 1
    if (needed <= this.#windows) return
    const bytes = Math.max(1, this.#windows) * WINDOW_BYTES
    this.#windows = Math.max(needed, Math.ceil(this.#windows * 1.25))
    for (const set of this.sets) {
      set.address = this.#kernel.move(set.address, bytes, this.#windows * WINDOW_BYTES) >>> 0
    }
    this.#kernel.setLive(this.live.address)
  }
}

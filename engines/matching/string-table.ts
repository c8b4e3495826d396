/** Slots of the hash table for each string, at least. */
const SPARSENESS = 2

/**
 * Strings and the small integers that stand for them, given in order of first sight from 0. All letters stand in one
 * array, so that a hundred thousand strings are not a hundred thousand objects, and saving them is writing it.
 */
export class StringTable {
  /** The strings one after the other: each UTF-16 unit in one to three bytes, as UTF-8 would have it. */
  #letters = new Uint8Array(1024)
  /** Where each string ends. */
  #ends = new Uint32Array(64)
  /** Open addressing: the hash of a string and its code plus 1, in turn; 0 for a free slot. */
  #slots = new Uint32Array(256)
  #size = 0

  get size(): number {
    return this.#size
  }

  /** Bytes that it takes. */
  get bytes(): number {
    return this.#letters.length + this.#ends.byteLength + this.#slots.byteLength
  }

  /** The code of `value`, or of the part of it between two places, given now if it had none. */
  intern(value: string, from = 0, end = value.length): number {
    const start = this.#end
    const to = this.#write(value, from, end, start)
    const hash = hashOf(this.#letters, start, to)
    const slot = this.#find(hash, start, to)
    const known = this.#slots[slot + 1] ?? 0
    if (known > 0) return known - 1
    if (this.#size === this.#ends.length) this.#ends = grown(this.#ends, Uint32Array, this.#size * 2)
    this.#ends[this.#size++] = to
    this.#slots[slot] = hash
    this.#slots[slot + 1] = this.#size
    if (this.#size * SPARSENESS * 2 > this.#slots.length) this.#spread(this.#slots.length * 2)
    return this.#size - 1
  }

  /** The code of `value`, or -1. */
  codeOf(value: string): number {
    const start = this.#end
    const to = this.#write(value, 0, value.length, start)
    return (this.#slots[this.#find(hashOf(this.#letters, start, to), start, to) + 1] ?? 0) - 1
  }

  valueOf(code: number): string {
    if (code < 0 || code >= this.#size) return ''
    const letters = this.#letters
    const units: number[] = []
    for (let at = this.#startOf(code), end = this.#ends[code] ?? 0; at < end; ) {
      const first = letters[at++] ?? 0
      if (first < 0x80) units.push(first)
      else if (first < 0xe0) units.push(((first & 0x1f) << 6) | ((letters[at++] ?? 0) & 0x3f))
      else units.push(((first & 0x0f) << 12) | (((letters[at++] ?? 0) & 0x3f) << 6) | ((letters[at++] ?? 0) & 0x3f))
    }
    return String.fromCharCode(...units)
  }

  /** All of it, to be read by `open`: the number of strings, where each ends (32 bits each, little-endian), the letters. */
  save(): Uint8Array {
    const header = 4 + this.#size * 4
    const saved = new Uint8Array(header + this.#end)
    const view = new DataView(saved.buffer)
    view.setUint32(0, this.#size, true)
    for (let code = 0; code < this.#size; code++) view.setUint32(4 + code * 4, this.#ends[code] ?? 0, true)
    saved.set(this.#letters.subarray(0, this.#end), header)
    return saved
  }

  /** @param saved what `save` gave @throws RangeError when it is cut off */
  static open(saved: Uint8Array): StringTable {
    const table = new StringTable()
    const view = new DataView(saved.buffer, saved.byteOffset, saved.byteLength)
    const size = view.getUint32(0, true)
    const header = 4 + size * 4
    table.#ends = new Uint32Array(Math.max(64, size))
    for (let code = 0; code < size; code++) table.#ends[code] = view.getUint32(4 + code * 4, true)
    table.#size = size
    if (saved.length < header + table.#end) throw new RangeError('The saved strings are cut off.')
    table.#letters = saved.slice(header)
    table.#spread(Math.max(256, 2 ** Math.ceil(Math.log2(size * SPARSENESS * 2 + 1))))
    return table
  }

  get #end(): number {
    return this.#startOf(this.#size)
  }

  #startOf(code: number): number {
    return code > 0 ? (this.#ends[code - 1] ?? 0) : 0
  }

  /** Writes a string behind the others, where it stays if it turns out to be new. @returns where it ends */
  #write(value: string, from: number, end: number, start: number): number {
    const room = start + (end - from) * 3
    if (room > this.#letters.length) this.#letters = grown(this.#letters, Uint8Array, room * 1.5)
    const letters = this.#letters
    let at = start
    for (let i = from; i < end; i++) {
      const unit = value.charCodeAt(i)
      if (unit < 0x80) letters[at++] = unit
      else if (unit < 0x800) {
        letters[at++] = 0xc0 | (unit >> 6)
        letters[at++] = 0x80 | (unit & 0x3f)
      } else {
        letters[at++] = 0xe0 | (unit >> 12)
        letters[at++] = 0x80 | ((unit >> 6) & 0x3f)
        letters[at++] = 0x80 | (unit & 0x3f)
      }
    }
    return at
  }

  /** The slot of the string whose letters stand from `start` to before `end`, or the free one where it belongs. */
  #find(hash: number, start: number, end: number): number {
    const slots = this.#slots
    const mask = slots.length - 2
    for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
      const known = slots[slot + 1] ?? 0
      if (known === 0 || (slots[slot] === hash && this.#isAt(known - 1, start, end))) return slot
    }
  }

  #isAt(code: number, start: number, end: number): boolean {
    const from = this.#startOf(code)
    if ((this.#ends[code] ?? 0) - from !== end - start) return false
    const letters = this.#letters
    for (let i = end - start - 1; i >= 0; i--) if (letters[from + i] !== letters[start + i]) return false
    return true
  }

  #spread(length: number): void {
    const slots = new Uint32Array(length)
    for (let code = 0; code < this.#size; code++) {
      const hash = hashOf(this.#letters, this.#startOf(code), this.#ends[code] ?? 0)
      let slot = (hash << 1) & (length - 2)
      while ((slots[slot + 1] ?? 0) > 0) slot = (slot + 2) & (length - 2)
      slots[slot] = hash
      slots[slot + 1] = code + 1
    }
    this.#slots = slots
  }
}

/** FNV-1a, its bits mixed once more because the lowest of them choose the slot. */
function hashOf(letters: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (letters[at] ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

function grown<Numbers extends Uint8Array | Uint32Array>(
  old: Numbers,
  kind: new (length: number) => Numbers,
  length: number,
): Numbers {
  const numbers = new kind(Math.ceil(length))
  numbers.set(old)
  return numbers
}

/** Sets of strings and their codes; code 0 is the empty set. Equal sets have equal codes. */
export class SetTable {
  readonly #codes = new Map<string, number>([['', 0]])
  readonly #members: (readonly string[])[] = [[]]

  get size(): number {
    return this.#members.length
  }

  intern(values: readonly string[] | undefined): number {
    if (values === undefined || values.length === 0) return 0
    const members = [...new Set(values)].sort()
    const key = JSON.stringify(members)
    let code = this.#codes.get(key)
    if (code === undefined) {
      code = this.#members.length
      this.#codes.set(key, code)
      this.#members.push(members)
    }
    return code
  }

  membersOf(code: number): readonly string[] {
    return this.#members[code] ?? []
  }
}

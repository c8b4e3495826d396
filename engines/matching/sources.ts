import type { MatchDocument } from './document.ts'

const PAGE = 1 << 20

/**
 * Documents as they were given, by slot: as bytes of JSON outside the heap, where they cost a third of what objects cost
 * and no garbage collection goes over them.
 */
export class Sources {
  readonly #pages: Uint8Array[] = []
  readonly #places = new Map<number, { page: Uint8Array; start: number; end: number }>()
  #used = PAGE

  put(slot: number, document: MatchDocument): void {
    this.#keep(slot, new TextEncoder().encode(JSON.stringify(document)))
  }

  get(slot: number): MatchDocument | undefined {
    const place = this.#places.get(slot)
    return place && JSON.parse(new TextDecoder().decode(place.page.subarray(place.start, place.end)))
  }

  remove(slot: number): void {
    this.#places.delete(slot)
  }

  /** Takes over a document of another. */
  copy(from: Sources, slot: number, to: number): void {
    const place = from.#places.get(slot)
    if (place) this.#keep(to, place.page.subarray(place.start, place.end))
  }

  #keep(slot: number, bytes: Uint8Array): void {
    if (bytes.length > PAGE / 4) {
      this.#places.set(slot, { page: bytes.slice(), start: 0, end: bytes.length })
      return
    }
    if (this.#used + bytes.length > PAGE) {
      this.#pages.push(new Uint8Array(PAGE))
      this.#used = 0
    }
    const page = this.#pages.at(-1) as Uint8Array
    page.set(bytes, this.#used)
    this.#places.set(slot, { page, start: this.#used, end: this.#used + bytes.length })
    this.#used += bytes.length
  }
}

/** The best `capacity` of the candidates offered, by score, ties by id. */
export class Ranking {
  readonly #capacity: number
  readonly #idOf: (slot: number) => string
  readonly #slots: number[] = []
  readonly #scores: number[] = []

  constructor(capacity: number, idOf: (slot: number) => string) {
    this.#capacity = capacity
    this.#idOf = idOf
  }

  get full(): boolean {
    return this.#slots.length >= this.#capacity
  }

  /** A candidate with less than this cannot enter. */
  get threshold(): number {
    return this.full ? (this.#scores[0] ?? 0) : 0
  }

  offer(slot: number, score: number): void {
    if (!this.full) {
      this.#slots.push(slot)
      this.#scores.push(score)
      this.#rise(this.#slots.length - 1)
      return
    }
    const worstScore = this.#scores[0] ?? 0
    if (score < worstScore) return
    if (score === worstScore && this.#idOf(slot) > this.#idOf(this.#slots[0] ?? 0)) return
    this.#slots[0] = slot
    this.#scores[0] = score
    this.#sink(0)
  }

  /** Slots and scores, best first. */
  sorted(): { slot: number; score: number }[] {
    return this.#slots
      .map((slot, at) => ({ slot, score: this.#scores[at] ?? 0 }))
      .sort((a, b) => b.score - a.score || (this.#idOf(a.slot) < this.#idOf(b.slot) ? -1 : 1))
  }

  // The worst candidate is at the root.
  #worse(a: number, b: number): boolean {
    const difference = (this.#scores[a] ?? 0) - (this.#scores[b] ?? 0)
    if (difference !== 0) return difference < 0
    return this.#idOf(this.#slots[a] ?? 0) > this.#idOf(this.#slots[b] ?? 0)
  }

  #swap(a: number, b: number): void {
    const slot = this.#slots[a] ?? 0
    const score = this.#scores[a] ?? 0
    this.#slots[a] = this.#slots[b] ?? 0
    this.#scores[a] = this.#scores[b] ?? 0
    this.#slots[b] = slot
    this.#scores[b] = score
  }

  #rise(from: number): void {
    let at = from
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!this.#worse(at, parent)) return
      this.#swap(at, parent)
      at = parent
    }
  }

  #sink(from: number): void {
    let at = from
    for (;;) {
      let worst = at
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < this.#slots.length && this.#worse(child, worst)) worst = child
      }
      if (worst === at) return
      this.#swap(at, worst)
      at = worst
    }
  }
}

import type { Clause, Filters, Postings } from '#engines/matching/kernel/postings.ts'

/** The best of what is offered, ties by the lower slot. */
export class Best {
  readonly slots: number[] = []
  readonly scores: number[] = []
  readonly #limit: number

  /** @param limit how many are kept */
  constructor(limit = 10) {
    this.#limit = limit
  }

  /** @returns the score that the next one needs at least */
  offer(slot: number, score: number): number {
    const { slots, scores } = this
    let at = slots.length
    if (at === this.#limit) {
      const last = scores[this.#limit - 1] ?? 0
      if (score < last || (score === last && slot > this.last)) return last
      at--
    }
    for (; at > 0; at--) {
      const before = scores[at - 1] ?? 0
      if (before > score || (before === score && (slots[at - 1] ?? 0) < slot)) break
      scores[at] = before
      slots[at] = slots[at - 1] ?? 0
    }
    scores[at] = score
    slots[at] = slot
    return this.threshold
  }

  get threshold(): number {
    return this.slots.length < this.#limit ? 0 : (this.scores[this.#limit - 1] ?? 0)
  }

  /** The slot that stands last, once there are enough. */
  get last(): number {
    return this.slots.length < this.#limit ? 0xffff_ffff : (this.slots[this.#limit - 1] ?? 0)
  }
}

/** @param first the score that the first document needs at least */
export function bestOf(postings: Postings, clauses: readonly Clause[], filters: Filters, best: Best, first = 0): Best {
  postings.search(
    clauses,
    filters,
    (slot, score) => {
      const threshold = best.offer(slot, score)
      postings.notAfter(best.last)
      return Math.max(first, threshold)
    },
    first,
  )
  return best
}

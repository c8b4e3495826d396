const LIMIT = 10

/** The ten best of what is offered, ties by the lower slot. */
export class TopTen {
  readonly slots: number[] = []
  readonly scores: number[] = []

  /** @returns the score that the next one needs at least */
  offer(slot: number, score: number): number {
    const { slots, scores } = this
    let at = slots.length
    if (at === LIMIT) {
      const last = scores[LIMIT - 1] ?? 0
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
    return this.slots.length < LIMIT ? 0 : (this.scores[LIMIT - 1] ?? 0)
  }

  /** The slot that stands last, once there are ten. */
  get last(): number {
    return this.slots.length < LIMIT ? 0xffff_ffff : (this.slots[LIMIT - 1] ?? 0)
  }
}

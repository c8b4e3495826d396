import { FIELDS } from './document.ts'
import { LONGEST_FIELD } from './facts.ts'
import { occurrenceWeight } from './score.ts'

/** Counts over the live documents. All are whole numbers, so they do not depend on the order documents came in. */
export class Statistics {
  documents = 0
  readonly #words = new Float64Array(FIELDS.length)
  readonly #weights = new Float64Array(FIELDS.length * (LONGEST_FIELD + 1))
  #stale = true

  /** Counts a document in (`sign` 1) or out (-1). */
  count(lengths: ArrayLike<number>, sign: 1 | -1): void {
    this.documents += sign
    for (let field = 0; field < FIELDS.length; field++) {
      const length = Math.min(lengths[field] ?? 0, LONGEST_FIELD)
      this.#words[field] = (this.#words[field] ?? 0) + sign * length
    }
    this.#stale = true
  }

  /**
   * What one occurrence counts, by field and length: entry `field * (LONGEST_FIELD + 1) + length`. Kept as a table
   * because a division per posting would cost more than all else.
   */
  occurrenceWeights(): Float64Array {
    if (this.#stale) {
      for (let field = 0; field < FIELDS.length; field++) {
        const average = this.documents === 0 ? 0 : (this.#words[field] ?? 0) / this.documents
        const start = field * (LONGEST_FIELD + 1)
        for (let length = 0; length <= LONGEST_FIELD; length++) {
          this.#weights[start + length] = occurrenceWeight(field, length, average)
        }
      }
      this.#stale = false
    }
    return this.#weights
  }
}

/** Field-weighted count of a word (BM25F) from its packed counts and the lengths of the document's fields. */
export function normalisedCount(
  packed: number,
  lengths: ArrayLike<number>,
  row: number,
  weights: Float64Array,
): number {
  const stride = LONGEST_FIELD + 1
  return (
    (packed & 0xff) * (weights[lengths[row] ?? 0] ?? 0) +
    ((packed >>> 8) & 0xff) * (weights[stride + (lengths[row + 1] ?? 0)] ?? 0) +
    ((packed >>> 16) & 0xff) * (weights[2 * stride + (lengths[row + 2] ?? 0)] ?? 0) +
    (packed >>> 24) * (weights[3 * stride + (lengths[row + 3] ?? 0)] ?? 0)
  )
}

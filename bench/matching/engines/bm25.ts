/** Saturation and length discount of BM25, as in Lucene and Xapian. */
const K1 = 1.2
const B = 0.75
/** Words that are usual in a document: fixed, so that what is kept of a document does not change with others. */
const USUAL_LENGTH = 60

/** What a document has of a word that stands in it so often, in 255 steps (BM25 without the rarity of the word). */
export function bm25Impact(count: number, length: number): number {
  return Math.max(1, Math.round((255 * count) / (count + K1 * (1 - B + (B * length) / USUAL_LENGTH))))
}

/** What one step of a word counts, a whole number below 65,536: its inverse document frequency. */
export function bm25Weight(documents: number, frequency: number): number {
  return Math.max(1, Math.round(2048 * Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5))))
}

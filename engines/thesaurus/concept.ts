/**
 * A concept of the innovation economy. `labels` gives for each language code the preferred label first, then its
 * synonyms. `broader` and `related` name other concepts by id; narrower is the inverse of broader, and related holds
 * both ways, as in SKOS (W3C Recommendation, 2009).
 */
export interface Concept {
  id: string
  /** The file it came from, such as `technologies`. */
  area: string
  labels: Readonly<Record<string, readonly string[]>>
  broader: readonly string[]
  related: readonly string[]
}

export type Relation = 'same' | 'narrower' | 'broader' | 'related'

/** A concept near another, seen from that other: `narrower` means this one is the more specific. */
export interface Neighbour {
  concept: string
  relation: Relation
  /** How many broader/narrower steps away; 0 for `same`, 1 for `related`. */
  steps: number
}

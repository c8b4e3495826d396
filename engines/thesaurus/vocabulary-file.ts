import type { Concept } from './concept.ts'

/** One concept as the data files write it; broader and related may be left out when empty. */
export interface ConceptRecord {
  id: string
  broader?: readonly string[]
  related?: readonly string[]
  labels: Readonly<Record<string, readonly string[]>>
}

/** The concepts of one data file, each marked with the area the file covers. */
export function conceptsOf(area: string, records: readonly ConceptRecord[]): Concept[] {
  return records.map(({ id, broader = [], related = [], labels }) => ({ id, area, labels, broader, related }))
}

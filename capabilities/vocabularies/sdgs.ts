import { type Provenance, provenance } from './sources.ts'

/** The 17 Sustainable Development Goals by number. */
export const sdgIds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17] as const
export type Sdg = (typeof sdgIds)[number]

/** The names of the goals (in the messages, `sdg.1` to `sdg.17`). */
export const sdgProvenance: Provenance = provenance('un-sdgs', 'published')

/** True for a whole number from 1 to 17. */
export function isSdg(value: unknown): value is Sdg {
  return sdgIds.some((id) => id === value)
}

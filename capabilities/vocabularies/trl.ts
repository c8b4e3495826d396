import { type Provenance, provenance } from './sources.ts'

/** Technology readiness levels, lowest first. */
export const trlLevels = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const
export type Trl = (typeof trlLevels)[number]

/** The wording of the nine levels (in the messages, `trl.1` to `trl.9`). */
export const trlProvenance: Provenance = provenance('horizon-2020-annex-g', 'published')

/** True for a whole number from 1 to 9. */
export function isTrl(value: unknown): value is Trl {
  return trlLevels.some((level) => level === value)
}

import { type Provenance, provenance } from './sources.ts'

/** Levels of the European Qualifications Framework, lowest first. */
export const eqfLevels = [1, 2, 3, 4, 5, 6, 7, 8] as const
export type EqfLevel = (typeof eqfLevels)[number]

export type EqfEntry = Provenance & {
  /** The cycle of the European Higher Education Area whose descriptors are compatible with the level. */
  readonly higherEducationCycle?: 'short' | 'first' | 'second' | 'third'
}

const recommendation = provenance('eqf-recommendation', 'published')

export const eqf: Readonly<Record<EqfLevel, EqfEntry>> = {
  1: recommendation,
  2: recommendation,
  3: recommendation,
  4: recommendation,
  5: { ...recommendation, higherEducationCycle: 'short' },
  6: { ...recommendation, higherEducationCycle: 'first' },
  7: { ...recommendation, higherEducationCycle: 'second' },
  8: { ...recommendation, higherEducationCycle: 'third' },
}

/** True for a whole number from 1 to 8. */
export function isEqfLevel(value: unknown): value is EqfLevel {
  return eqfLevels.some((level) => level === value)
}

import { type Provenance, provenance } from './sources.ts'
import type { Trl } from './trl.ts'

/** How far a product or technology has come, in the order it comes. */
export const developmentStageIds = [
  'concept',
  'under-development',
  'prototype',
  'demonstrated',
  'on-the-market',
] as const
export type DevelopmentStage = (typeof developmentStageIds)[number]

export type DevelopmentStageEntry = Provenance & {
  /** The technology readiness levels that usually go with the stage: a hint for forms, not a rule. */
  readonly usualTrl: { readonly min: Trl; readonly max: Trl }
}

const partnering = provenance('european-partnering-profiles', 'unverified')

export const developmentStages: Readonly<Record<DevelopmentStage, DevelopmentStageEntry>> = {
  concept: { ...partnering, usualTrl: { min: 1, max: 2 } },
  'under-development': { ...partnering, usualTrl: { min: 3, max: 4 } },
  prototype: { ...partnering, usualTrl: { min: 5, max: 6 } },
  demonstrated: { ...partnering, usualTrl: { min: 7, max: 8 } },
  'on-the-market': { ...partnering, usualTrl: { min: 9, max: 9 } },
}

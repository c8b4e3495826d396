import { type Provenance, provenance } from './sources.ts'

/** How two organisations would work together. */
export const cooperationTypeIds = [
  'commercial',
  'supplier',
  'investment',
  'technical',
  'research',
  'licensing',
  'franchise',
  'joint-venture',
  'training',
  'facility',
] as const
export type CooperationType = (typeof cooperationTypeIds)[number]

const partnering = provenance('european-partnering-profiles', 'stated')

export const cooperationTypes: Readonly<Record<CooperationType, Provenance>> = {
  commercial: partnering,
  supplier: partnering,
  investment: partnering,
  technical: partnering,
  research: partnering,
  licensing: partnering,
  franchise: partnering,
  'joint-venture': partnering,
  training: partnering,
  facility: partnering,
}

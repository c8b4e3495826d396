import { type Provenance, provenance } from './sources.ts'

/** The kind and size of partner a listing looks for. */
export const partnerTypeIds = ['sme-10', 'sme-49', 'sme-249', 'large', 'rd', 'university', 'other'] as const
export type PartnerType = (typeof partnerTypeIds)[number]

export type PartnerTypeEntry = Provenance & {
  /** Number of staff, both ends included, where the type is a size. */
  readonly staff?: { readonly min: number; readonly max?: number }
}

const partnering = provenance('european-partnering-profiles', 'stated')

export const partnerTypes: Readonly<Record<PartnerType, PartnerTypeEntry>> = {
  'sme-10': { ...partnering, staff: { min: 1, max: 10 } },
  'sme-49': { ...partnering, staff: { min: 11, max: 49 } },
  'sme-249': { ...partnering, staff: { min: 50, max: 249 } },
  large: { ...partnering, staff: { min: 250 } },
  rd: partnering,
  university: partnering,
  other: partnering,
}

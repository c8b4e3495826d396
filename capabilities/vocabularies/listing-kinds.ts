import { type Provenance, provenance } from './sources.ts'

/** What a need or an offer is about. Together with its side (need or offer) it names the profile. */
export const listingKindIds = [
  'business',
  'technology',
  'research',
  'training',
  'facility',
  'advice',
  'internship',
] as const
export type ListingKind = (typeof listingKindIds)[number]

/** The five profiles known in European partnering networks. */
export const partneringProfileIds = [
  'business-request',
  'business-offer',
  'technology-request',
  'technology-offer',
  'research-request',
] as const
export type PartneringProfile = (typeof partneringProfileIds)[number]

export type ListingKindEntry = Provenance & {
  /** The partnering profile that a need or an offer of this kind corresponds to, where there is one. */
  readonly profiles?: { readonly need: PartneringProfile; readonly offer?: PartneringProfile }
}

const partnering = provenance('european-partnering-profiles', 'stated')
const own = provenance('entente', 'stated')

export const listingKinds: Readonly<Record<ListingKind, ListingKindEntry>> = {
  business: { ...partnering, profiles: { need: 'business-request', offer: 'business-offer' } },
  technology: { ...partnering, profiles: { need: 'technology-request', offer: 'technology-offer' } },
  research: { ...partnering, profiles: { need: 'research-request' } },
  training: own,
  facility: own,
  advice: own,
  internship: own,
}

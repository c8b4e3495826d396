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

export type ListingKindEntry = Provenance & {
  /** The profile known in European partnering networks, by side; `undefined` where they have none. */
  readonly profile?: { readonly need: string; readonly offer?: string }
}

const partnering = provenance('european-partnering-profiles', 'stated')
const own = provenance('entente', 'stated')

export const listingKinds: Readonly<Record<ListingKind, ListingKindEntry>> = {
  business: { ...partnering, profile: { need: 'business request', offer: 'business offer' } },
  technology: { ...partnering, profile: { need: 'technology request', offer: 'technology offer' } },
  research: { ...partnering, profile: { need: 'R&D request' } },
  training: own,
  facility: own,
  advice: own,
  internship: own,
}

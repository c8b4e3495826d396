import { type Provenance, provenance } from './sources.ts'

/** What two organisations agreed on, once an expression of interest has led somewhere. */
export const agreementTypeIds = [
  'commercial-agency',
  'supply',
  'technical-cooperation',
  'research-cooperation',
  'licence',
  'joint-venture',
  'training',
  'facility-use',
  'internship',
  'investment',
  'memorandum',
  'other',
] as const
export type AgreementType = (typeof agreementTypeIds)[number]

const partnering = provenance('european-partnering-profiles', 'unverified')
const own = provenance('entente', 'stated')

export const agreementTypes: Readonly<Record<AgreementType, Provenance>> = {
  'commercial-agency': partnering,
  supply: partnering,
  'technical-cooperation': partnering,
  'research-cooperation': partnering,
  licence: partnering,
  'joint-venture': partnering,
  training: own,
  'facility-use': own,
  internship: own,
  investment: partnering,
  memorandum: own,
  other: own,
}

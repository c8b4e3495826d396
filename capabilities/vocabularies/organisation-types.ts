import { type Provenance, provenance } from './sources.ts'

/**
 * Organisation types of the EU Funding & Tenders Portal. A type is not a role: what an organisation counts as in a
 * programme is said by its role tags.
 */
export const organisationTypeIds = ['HES', 'REC', 'PRC', 'PUB', 'OTH'] as const
export type OrganisationType = (typeof organisationTypeIds)[number]

const portal = provenance('eu-funding-portal', 'stated')

export const organisationTypes: Readonly<Record<OrganisationType, Provenance>> = {
  HES: portal,
  REC: portal,
  PRC: portal,
  PUB: portal,
  OTH: portal,
}

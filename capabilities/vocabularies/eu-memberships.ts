import type { CountryCode } from './countries.ts'
import { type Membership, memberships } from './memberships.ts'

/** Member states of the European Union today. */
// biome-ignore format: codes read better in rows
export const eu27Ids = [
  'AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU', 'LV',
  'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK',
] as const satisfies readonly CountryCode[]

const treaty = { state: 'in-force', source: 'eu-treaties', confidence: 'published' } as const

/** Every member state the Union has had, with the days of accession and withdrawal. */
export const euMemberships: readonly Membership[] = [
  ...memberships(['BE', 'DE', 'FR', 'IT', 'LU', 'NL'], { ...treaty, from: '1958-01-01' }),
  ...memberships(['DK', 'IE'], { ...treaty, from: '1973-01-01' }),
  ...memberships(['GB'], { ...treaty, from: '1973-01-01', until: '2020-01-31' }),
  ...memberships(['GR'], { ...treaty, from: '1981-01-01' }),
  ...memberships(['ES', 'PT'], { ...treaty, from: '1986-01-01' }),
  ...memberships(['AT', 'FI', 'SE'], { ...treaty, from: '1995-01-01' }),
  ...memberships(['CY', 'CZ', 'EE', 'HU', 'LT', 'LV', 'MT', 'PL', 'SI', 'SK'], { ...treaty, from: '2004-05-01' }),
  ...memberships(['BG', 'RO'], { ...treaty, from: '2007-01-01' }),
  ...memberships(['HR'], { ...treaty, from: '2013-07-01' }),
]

const eea = { state: 'in-force', source: 'eea-agreement', confidence: 'unverified' } as const

/** The states of EFTA in the European Economic Area. */
export const eeaEftaMemberships: readonly Membership[] = [
  ...memberships(['IS', 'NO'], { ...eea, from: '1994-01-01' }),
  ...memberships(['LI'], { ...eea, from: '1995-05-01' }),
]

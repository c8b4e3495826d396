import type { CountryCode } from './countries.ts'
import { eu27Ids } from './eu-memberships.ts'
import { type Membership, memberships } from './memberships.ts'

const erasmus = { state: 'in-force', source: 'erasmus-guide', confidence: 'published' } as const

/**
 * Erasmus+ programme countries: member states and third countries associated to the programme, over both programme
 * periods (2014-2020, 2021-2027).
 */
export const erasmusProgrammeMemberships: readonly Membership[] = [
  ...memberships(eu27Ids, { ...erasmus, from: '2014-01-01', until: '2027-12-31' }),
  ...memberships(['IS', 'LI', 'MK', 'NO', 'TR'], { ...erasmus, from: '2014-01-01', until: '2027-12-31' }),
  ...memberships(['RS'], { ...erasmus, from: '2019-01-01', until: '2027-12-31' }),
  ...memberships(['GB'], { ...erasmus, from: '2014-01-01', until: '2020-12-31' }),
  ...memberships(['GB'], {
    ...erasmus,
    from: '2027-01-01',
    until: '2027-12-31',
    state: 'pending',
    knownOn: '2025-12-17',
    note: 'gb-erasmus',
  }),
  ...memberships(['CH'], { ...erasmus, from: '2027-01-01', until: '2027-12-31', state: 'pending', note: 'ch-erasmus' }),
]

/** Countries whose organisations may not take part in Erasmus+ in any role. */
export const erasmusExcludedMemberships: readonly Membership[] = memberships(['BY', 'RU'], {
  ...erasmus,
  from: '2022-04-08',
  datesConfidence: 'unverified',
  note: 'erasmus-excluded-dates',
})

const horizon = { state: 'in-force', source: 'horizon-europe-countries', confidence: 'published' } as const
const programmeEnd = '2027-12-31'

// biome-ignore format: codes read better in rows
const associatedSinceTheStart = [
  'AL', 'AM', 'BA', 'FO', 'GE', 'IL', 'IS', 'MD', 'ME', 'MK', 'NO', 'RS', 'TN', 'TR', 'UA', 'XK',
] as const satisfies readonly CountryCode[]

/** Countries associated to the whole of Horizon Europe. */
export const horizonAssociatedMemberships: readonly Membership[] = [
  ...memberships(associatedSinceTheStart, {
    ...horizon,
    from: '2021-01-01',
    until: programmeEnd,
    datesConfidence: 'unverified',
    note: 'horizon-agreement-dates',
  }),
  ...memberships(['GB'], { ...horizon, from: '2024-01-01', until: programmeEnd, note: 'gb-eic-fund' }),
  ...memberships(['CH'], {
    ...horizon,
    from: '2025-01-01',
    until: programmeEnd,
    state: 'retroactive',
    knownOn: '2025-11-10',
  }),
  ...memberships(['EG'], {
    ...horizon,
    from: '2025-01-01',
    until: programmeEnd,
    state: 'transitional',
    datesConfidence: 'unverified',
  }),
]

/** Countries associated to Pillar II of Horizon Europe only. */
export const horizonPillar2Memberships: readonly Membership[] = [
  ...memberships(['NZ'], { ...horizon, from: '2023-01-01', until: programmeEnd }),
  ...memberships(['CA'], { ...horizon, from: '2024-01-01', until: programmeEnd }),
  ...memberships(['KR'], { ...horizon, from: '2025-01-01', until: programmeEnd }),
  ...memberships(['JP'], {
    ...horizon,
    from: '2026-01-01',
    until: programmeEnd,
    state: 'transitional',
    datesConfidence: 'unverified',
  }),
]

const widening = {
  state: 'in-force',
  source: 'horizon-widening',
  confidence: 'published',
  from: '2021-01-01',
  until: programmeEnd,
} as const

// biome-ignore format: codes read better in rows
const wideningMemberStates = [
  'BG', 'CY', 'CZ', 'EE', 'GR', 'HR', 'HU', 'LT', 'LV', 'MT', 'PL', 'PT', 'RO', 'SI', 'SK',
] as const satisfies readonly CountryCode[]

// biome-ignore format: codes read better in rows
const wideningAssociated = [
  'AL', 'AM', 'BA', 'FO', 'GE', 'MD', 'ME', 'MK', 'RS', 'TN', 'TR', 'UA', 'XK',
] as const satisfies readonly CountryCode[]

/** Widening countries of Horizon Europe. The outermost regions with a country code of their own are listed too. */
export const wideningMemberships: readonly Membership[] = [
  ...memberships(wideningMemberStates, widening),
  ...memberships(wideningAssociated, {
    ...widening,
    datesConfidence: 'unverified',
    note: 'horizon-agreement-dates',
  }),
  ...memberships(['GF', 'GP', 'MF', 'MQ', 'RE', 'YT'], { ...widening, note: 'outermost-regions' }),
  ...memberships(['MA'], { ...widening, state: 'pending', note: 'ma-widening' }),
]

/** Eurostars countries since the programme of 2021. */
export const eurostarsMemberships: readonly Membership[] = memberships(
  [...eu27Ids, 'CA', 'CH', 'GB', 'IL', 'IS', 'KR', 'NO', 'SG', 'TR', 'ZA'],
  { state: 'in-force', source: 'eurostars-countries', confidence: 'published', from: '2021-01-01' },
)

const alpineSpace = {
  state: 'in-force',
  source: 'interreg-alpine-space',
  confidence: 'published',
  from: '2021-01-01',
  until: '2027-12-31',
} as const

/** Countries with a part in the Interreg Alpine Space 2021-2027. */
export const alpineMemberships: readonly Membership[] = [
  ...memberships(['AT', 'CH', 'LI', 'SI'], alpineSpace),
  ...memberships(['DE', 'FR', 'IT'], { ...alpineSpace, note: 'alpine-regions' }),
]

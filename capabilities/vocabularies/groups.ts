import type { CountryCode } from './countries.ts'
import { eeaEftaMemberships, euMemberships } from './eu-memberships.ts'
import type { Membership } from './memberships.ts'
import {
  alpineMemberships,
  erasmusExcludedMemberships,
  erasmusProgrammeMemberships,
  eurostarsMemberships,
  horizonAssociatedMemberships,
  horizonPillar2Memberships,
  wideningMemberships,
} from './programme-memberships.ts'

/** Groups of countries that programmes speak of. Who belongs to one depends on the day. */
export const countryGroupIds = [
  'eu',
  'eea-efta',
  'erasmus-programme',
  'erasmus-excluded',
  'horizon-associated',
  'horizon-associated-pillar-2',
  'widening',
  'eurostars',
  'alpine',
] as const
export type CountryGroup = (typeof countryGroupIds)[number]

export const countryGroups: Readonly<Record<CountryGroup, readonly Membership[]>> = {
  eu: euMemberships,
  'eea-efta': eeaEftaMemberships,
  'erasmus-programme': erasmusProgrammeMemberships,
  'erasmus-excluded': erasmusExcludedMemberships,
  'horizon-associated': horizonAssociatedMemberships,
  'horizon-associated-pillar-2': horizonPillar2Memberships,
  widening: wideningMemberships,
  eurostars: eurostarsMemberships,
  alpine: alpineMemberships,
}

function covers(membership: Membership, on: string): boolean {
  return membership.from <= on && (membership.until === undefined || on <= membership.until)
}

/**
 * The membership of a country in a group on a day, whatever its state; `undefined` when there is none. A `pending`
 * membership is no membership yet: look at its `state`.
 *
 * @param on ISO date, `2025-03-06`
 */
export function membershipOn(group: CountryGroup, country: CountryCode, on: string): Membership | undefined {
  return countryGroups[group].find((membership) => membership.country === country && covers(membership, on))
}

/** Whether a country counts as a member of a group on a day (ISO date). Pending memberships do not count. */
export function isMemberOn(group: CountryGroup, country: CountryCode, on: string): boolean {
  const membership = membershipOn(group, country, on)
  return membership !== undefined && membership.state !== 'pending'
}

/** The countries that count as members of a group on a day (ISO date), sorted by code. */
export function membersOn(group: CountryGroup, on: string): CountryCode[] {
  return countryGroups[group]
    .filter((membership) => membership.state !== 'pending' && covers(membership, on))
    .map((membership) => membership.country)
    .sort()
}

/** The groups a country counts as a member of on a day (ISO date). */
export function groupsOf(country: CountryCode, on: string): CountryGroup[] {
  return countryGroupIds.filter((group) => isMemberOn(group, country, on))
}

import type { CountryCode } from './countries.ts'
import type { Confidence, Provenance } from './sources.ts'

/**
 * What the membership of a country in a group rests on.
 *
 * - `in-force`: an agreement or law that applies.
 * - `transitional`: treated as a member while the agreement is being concluded.
 * - `retroactive`: concluded later than `from`, with effect from `from`.
 * - `pending`: foreseen, not in force. It never counts as membership; whoever asks must say that it is open.
 */
export const membershipStateIds = ['in-force', 'transitional', 'retroactive', 'pending'] as const
export type MembershipState = (typeof membershipStateIds)[number]

/** Remarks a person should read beside a membership (in the messages, `membershipNote.<id>`). */
export const membershipNoteIds = [
  'alpine-regions',
  'ch-erasmus',
  'erasmus-excluded-dates',
  'gb-eic-fund',
  'gb-erasmus',
  'horizon-agreement-dates',
  'ma-widening',
  'outermost-regions',
] as const
export type MembershipNote = (typeof membershipNoteIds)[number]

/** A country in a group over a period. Days are ISO dates; both ends belong to the period. */
export type Membership = Provenance & {
  readonly country: CountryCode
  readonly from: string
  /** The last day, where the period has or had one. */
  readonly until?: string
  readonly state: MembershipState
  /** The day it became known, where that is later than `from` or matters to a reader. */
  readonly knownOn?: string
  /** How sure the days are, where they are less sure than the membership itself. */
  readonly datesConfidence?: Confidence
  readonly note?: MembershipNote
}

/** The same membership for several countries, in the order given. */
export function memberships(countries: readonly CountryCode[], details: Omit<Membership, 'country'>): Membership[] {
  return countries.map((country) => ({ country, ...details }))
}

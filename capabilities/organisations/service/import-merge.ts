import { folded } from '#platform/db/folded.ts'
import type { Candidate } from '../schema.ts'
import type { organisations } from '../table.ts'
import { isDamaged } from './import-repair.ts'

export type OrganisationRow = typeof organisations.$inferSelect
export type Change = Partial<Candidate>

const MOST_NAMES = 20

/** Fields that are filled where they are blank. */
const filled = [
  ...(['size', 'staff', 'nuts', 'city', 'address', 'website', 'foundedYear'] as const),
  ...(['pic', 'oid', 'erasmusCode', 'vat', 'ror', 'contactEmail'] as const),
]

/**
 * What a row of a file adds to an organisation: blanks filled, further names, further tags, a longer charter. Nothing
 * that is there is replaced.
 */
export function additions(row: Candidate, given: Candidate): Change {
  const change: Record<string, unknown> = {}
  for (const field of filled) {
    const value = given[field]
    if (isBlank(row[field]) && !isBlank(value)) change[field] = value
  }
  // A place with lost letters is as good as none.
  if (isDamaged(row.city) && given.city && !isDamaged(given.city)) change.city = given.city
  if (row.latitude === null && given.latitude !== null) {
    change.latitude = given.latitude
    change.longitude = given.longitude
  }
  const names = furtherNames(row, given)
  if (names.length > 0) change.otherNames = [...row.otherNames, ...names].slice(0, MOST_NAMES)
  const tags = given.roleTags.filter((tag) => !row.roleTags.includes(tag))
  if (tags.length > 0) change.roleTags = [...row.roleTags, ...tags]
  if (row.competences.length === 0 && given.competences.length > 0) change.competences = given.competences
  if (given.charterUntil && given.charterUntil > (row.charterUntil ?? '')) {
    change.charterFrom = given.charterFrom
    change.charterUntil = given.charterUntil
  }
  return change as Change
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === ''
}

function furtherNames(row: Candidate, given: Candidate): string[] {
  const there = new Set([row.legalName, row.displayName, ...row.otherNames].map(folded))
  const room = Math.max(0, MOST_NAMES - row.otherNames.length)
  const further: string[] = []
  for (const name of [given.displayName, ...given.otherNames]) {
    if (name.length > 200 || there.has(folded(name))) continue
    there.add(folded(name))
    further.push(name)
  }
  return further.slice(0, room)
}

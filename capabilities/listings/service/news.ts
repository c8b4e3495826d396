import type { ListingStatus, Visibility } from '../schema.ts'

interface Subject {
  id: string
  organisation: string
  status: ListingStatus
  visibility: Visibility
}

/** What every event of a listing tells, ready for `record`. @param more what this event tells besides */
export function about<More extends object = object>({ id, organisation, status, visibility }: Subject, more?: More) {
  const payload = { listing: id, organisation, status, visibility, ...(more as More) }
  return { chain: organisation, subject: id, payload }
}

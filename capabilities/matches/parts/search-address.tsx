import { boardQuery } from '../../listings/parts/listing-query.tsx'
import { boardAddress, type SavedQuery, savedQuery } from '../schema.ts'

/**
 * The filters that an address of the board holds, as a saved search keeps them.
 * @returns null where the address is none of the board's
 */
export function queryIn(request: Request): SavedQuery | null {
  const read = savedQuery.safeParse(boardQuery(request).filter)
  return read.success ? read.data : null
}

/** Where a search of this kind is saved. @param more what is filled in already */
export function savingAddress(query: SavedQuery, more: Record<string, string> = {}): string {
  const url = new URL(boardAddress(query), 'http://site')
  for (const [name, value] of Object.entries(more)) url.searchParams.set(name, value)
  return `/saved-searches/new${url.search}`
}

import type { Client } from '#server/api.ts'
import type { ListingView } from '../schema.ts'

/** The listing that an address names, by its reference or its id. */
export function findListing(api: Client, name: string | undefined): Promise<ListingView> {
  return /^[0-9a-f]{8}-/.test(name ?? '')
    ? api.listings.get({ id: name ?? '' })
    : api.listings.getByReference({ reference: name ?? '' })
}

/** Everything the pages of one list show on a picture, up to five pages of it. */
export async function allRows<Row>(
  read: (page: number) => Promise<{ rows: Row[]; total: number }>,
): Promise<{ rows: Row[]; total: number }> {
  const rows: Row[] = []
  for (let page = 1; ; page++) {
    const answer = await read(page)
    rows.push(...answer.rows)
    if (page === 5 || rows.length >= answer.total || answer.rows.length === 0) return { rows, total: answer.total }
  }
}

/** What every event of an expression tells, ready for `record`: on the trail of the listing's owner. */
export function about<More extends object = object>(
  row: { id: string; listing: string; fromOrganisation: string; toOrganisation: string },
  more?: More,
) {
  const { id, listing, fromOrganisation: from, toOrganisation: to } = row
  return { chain: to, subject: id, payload: { expression: id, listing, from, to, ...(more as More) } }
}

import { queryOf } from '#web/query.ts'

/** Filters that may hold several values. */
const many = [
  'side',
  'kind',
  'country',
  'targetCountry',
  'ecosystem',
  'language',
  'cooperationType',
  'partnerType',
  'roleTag',
]
const filters = [...many, 'q', 'trl', 'deadlineAfter', 'deadlineBefore', 'organisation']

/** A day in an address as an instant; what is an instant already, or nonsense, stays for the API to judge. */
function instant(value: unknown, time: string): unknown {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T${time}Z` : value
}

/**
 * The board's address as the API wants it. Every view, download and feed reads the same one.
 * @returns what to filter by, and how to show it
 */
export function boardQuery(request: Request) {
  const asked = queryOf(request, { many, numbers: ['page', 'perPage', 'trl'] })
  const chosen = filters.flatMap((name) => (asked[name] === undefined ? [] : [[name, asked[name]] as const]))
  const filter: Record<string, unknown> = Object.fromEntries(chosen)
  if (filter.deadlineAfter) filter.deadlineAfter = instant(filter.deadlineAfter, '00:00:00.000')
  if (filter.deadlineBefore) filter.deadlineBefore = instant(filter.deadlineBefore, '23:59:59.999')
  const { page, perPage, sort, view, month } = asked
  return {
    filter,
    sort: typeof sort === 'string' ? sort : filter.q ? 'relevance' : 'newest',
    paging: { ...(page === undefined ? {} : { page }), ...(perPage === undefined ? {} : { perPage }) },
    view: view === 'map' || view === 'calendar' ? view : ('list' as const),
    month: typeof month === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : undefined,
  }
}

/** The filters as part of an address, days written out as instants. */
export function searchOf(filter: Record<string, unknown>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(filter))
    for (const one of Array.isArray(value) ? value : [value]) params.append(name, String(one))
  const search = params.toString()
  return search ? `?${search}` : ''
}

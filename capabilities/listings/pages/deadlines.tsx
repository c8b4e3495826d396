import ical from 'ical-generator'
import type { LoaderFunctionArgs } from 'react-router'
import { load } from '#web/form.ts'
import { requestOf } from '#web/request.ts'
import { allRows } from '../parts/find-listing.tsx'
import { boardQuery } from '../parts/listing-query.tsx'

/**
 * The deadlines of needs and offers under the filters of the board, as a calendar to subscribe to. Holds what everybody
 * may read, whoever asks, in the reader's language or the one that the address names (`lang=fr`).
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api, origin, say } = requestOf(context)
  const language = new URL(request.url).searchParams.get('lang')
  const { filter } = boardQuery(request)
  const from = typeof filter.deadlineAfter === 'string' ? filter.deadlineAfter : new Date().toISOString()
  const { rows } = await load(request, () =>
    allRows((page) => api.listings.list({ ...filter, deadlineAfter: from, sort: 'deadline', page, perPage: 100 })),
  )
  const calendar = ical({
    name: say('listings:feed.deadlines', {}, language),
    prodId: { company: 'Entente', product: 'Deadlines' },
    url: `${origin}/discover?view=calendar`,
    ttl: 6 * 60 * 60,
  })
  for (const { id, reference, side, title, summary, deadline, updatedAt, visibility } of rows) {
    if (!deadline || (visibility !== 'public' && visibility !== 'anonymous')) continue
    const day = new Date(`${deadline.slice(0, 10)}T00:00:00.000Z`)
    calendar.createEvent({
      id: `${id}@${new URL(origin).hostname}`,
      start: day,
      allDay: true,
      timezone: 'UTC',
      summary: say(`listings:feed.closes.${side}`, { title }, language),
      description: summary,
      url: `${origin}/listings/${reference}`,
      stamp: new Date(updatedAt),
      lastModified: new Date(updatedAt),
    })
  }
  return new Response(calendar.toString(), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="deadlines.ics"',
      'Cache-Control': 'public, max-age=300',
    },
  })
}

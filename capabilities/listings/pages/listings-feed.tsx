import { Feed } from 'feed'
import type { LoaderFunctionArgs } from 'react-router'
import { load } from '#web/form.ts'
import { requestOf } from '#web/request.ts'
import { boardQuery, searchOf } from '../parts/listing-query.tsx'

const ENTRIES = 50

/**
 * The newest needs and offers under the filters of the board, as Atom or as JSON Feed. Holds what everybody may read,
 * whoever asks: nothing for members only, and no name of an owner who stays unnamed. In the reader's language; programs that
 * read feeds send none, so that addresses may name one (`lang=fr`).
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api, origin, say } = requestOf(context)
  const { filter } = boardQuery(request)
  const { pathname, searchParams } = new URL(request.url)
  const language = searchParams.get('lang')
  const { rows } = await load(request, () => api.listings.list({ ...filter, sort: 'newest', perPage: ENTRIES }))
  const open = rows.filter(({ visibility }) => visibility === 'public' || visibility === 'anonymous')
  const search = searchOf(filter)
  const itself = searchOf({ ...filter, ...(language ? { lang: language } : {}) })
  const feed = new Feed({
    id: `${origin}${pathname}${search}`,
    title: say('listings:feed.title', {}, language),
    description: say('listings:feed.description', {}, language),
    link: `${origin}/discover${search}`,
    copyright: '',
    generator: 'Entente',
    // Whose it is where an entry names nobody.
    author: { name: 'Entente', link: origin },
    updated: new Date(Math.max(0, ...open.map(({ updatedAt }) => Date.parse(updatedAt)))),
    feedLinks: { atom: `${origin}/feeds/listings.atom${itself}`, json: `${origin}/feeds/listings.json${itself}` },
  })
  for (const {
    id,
    reference,
    side,
    title,
    summary,
    keywords,
    publishedAt,
    updatedAt,
    visibility,
    organisation,
  } of open)
    feed.addItem({
      id: `urn:uuid:${id}`,
      title: say(`listings:feed.entry.${side}`, { title }, language),
      link: `${origin}/listings/${reference}`,
      description: summary,
      date: new Date(updatedAt),
      published: new Date(publishedAt ?? updatedAt),
      category: keywords.map((name) => ({ name, term: name })),
      ...(visibility === 'public' && organisation
        ? { author: [{ name: organisation.displayName, link: `${origin}/organisations/${organisation.slug}` }] }
        : {}),
    })
  const json = pathname.endsWith('.json')
  return new Response(json ? feed.json1() : feed.atom1(), {
    headers: {
      'Content-Type': json ? 'application/feed+json; charset=utf-8' : 'application/atom+xml; charset=utf-8',
      'Cache-Control': 'public, max-age=300',
    },
  })
}

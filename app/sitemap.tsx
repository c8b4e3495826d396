import type { LoaderFunctionArgs } from 'react-router'
import { load } from '#web/form.ts'
import { type PageRequest, requestOf } from '#web/request.ts'
import { escapeXml } from './xml.ts'

/** Addresses in one file; beyond it, the site map is an index of several. */
const IN_ONE = 1000
const PER_PAGE = 100

interface Entry {
  path: string
}

const fixed: Entry[] = ['/', '/discover', '/organisations', '/map', '/about', '/privacy', '/developers'].map(
  (path) => ({
    path,
  }),
)

type Kind = 'organisations' | 'listings'

async function pageOf({ api }: PageRequest, kind: Kind, page: number): Promise<{ entries: Entry[]; total: number }> {
  if (kind === 'organisations') {
    const { rows, total } = await api.organisations.list({ page, perPage: PER_PAGE })
    return { total, entries: rows.map(({ slug }) => ({ path: `/organisations/${slug}` })) }
  }
  const { rows, total } = await api.listings.list({ sort: 'newest', page, perPage: PER_PAGE })
  return { total, entries: rows.map(({ reference }) => ({ path: `/listings/${reference}` })) }
}

/** The addresses of one file: its part of one kind. @param part from 1 */
async function partOf(request: PageRequest, kind: Kind, part: number): Promise<Entry[]> {
  const first = ((part - 1) * IN_ONE) / PER_PAGE + 1
  const entries: Entry[] = []
  for (let page = first; page < first + IN_ONE / PER_PAGE; page++) {
    const found = await pageOf(request, kind, page)
    entries.push(...found.entries)
    if (found.entries.length < PER_PAGE) break
  }
  return entries
}

/** All that is public and has an address of its own: `/sitemap.xml`, and its parts `?of=listings&part=2`. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = requestOf(context)
  const params = new URL(request.url).searchParams
  const of = params.get('of')
  const body = await load(request, async () => {
    if (of === 'organisations' || of === 'listings')
      return urls(asked.origin, await partOf(asked, of, Math.min(Math.max(Number(params.get('part')) || 1, 1), 1000)))
    if (of === 'pages') return urls(asked.origin, fixed)
    const [organisations, listings] = await Promise.all([
      pageOf(asked, 'organisations', 1),
      pageOf(asked, 'listings', 1),
    ])
    if (organisations.total + listings.total + fixed.length > IN_ONE)
      return index(asked.origin, { organisations: organisations.total, listings: listings.total })
    return urls(asked.origin, [
      ...fixed,
      ...(await partOf(asked, 'organisations', 1)),
      ...(await partOf(asked, 'listings', 1)),
    ])
  })
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`, {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
}

const schema = 'http://www.sitemaps.org/schemas/sitemap/0.9'

function urls(origin: string, entries: Entry[]): string {
  const lines = entries.map(({ path }) => `  <url><loc>${escapeXml(origin + path)}</loc></url>`)
  return `<urlset xmlns="${schema}">\n${lines.join('\n')}\n</urlset>`
}

function index(origin: string, totals: Record<Kind, number>): string {
  const parts = Object.entries(totals).flatMap(([kind, total]) =>
    Array.from({ length: Math.ceil(total / IN_ONE) }, (_, part) => `of=${kind}&part=${part + 1}`),
  )
  const lines = ['of=pages', ...parts].map(
    (query) => `  <sitemap><loc>${escapeXml(`${origin}/sitemap.xml?${query}`)}</loc></sitemap>`,
  )
  return `<sitemapindex xmlns="${schema}">\n${lines.join('\n')}\n</sitemapindex>`
}

import type { LoaderFunctionArgs } from 'react-router'
import { requestOf } from '#web/request.ts'

/** What is for one person, or for programs that know what they want. */
const closed = [
  '/api/',
  '/mcp',
  '/account',
  '/my/',
  '/home',
  '/inbox',
  '/outbox',
  '/admin',
  '/review',
  '/sign-in',
  '/preferences',
]

/** Tells crawlers what to leave out, and where all that is public stands. A demonstration is for nobody's index. */
export function loader({ context }: LoaderFunctionArgs) {
  const { origin, demo } = requestOf(context)
  const lines = demo
    ? ['User-agent: *', 'Disallow: /']
    : ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), '', `Sitemap: ${origin}/sitemap.xml`]
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=86400' },
  })
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RouteConfigEntry } from '@react-router/dev/routes'
import routes from '#app/routes.ts'
import type { Places } from './places.ts'

/** Who looks at a page. */
export const readers = ['visitor', 'member', 'moderator', 'administrator'] as const
export type Reader = (typeof readers)[number]

export interface Visit {
  route: string
  reader: Reader
  address: string
}

type Address = string | ((places: Places) => string)
type Examples = Partial<Record<Reader, Address | readonly Address[]>>

/** For each page of the site, who looks at it where. */
const examples: Record<string, Examples> = {
  '': { visitor: '/' },
  'sign-in': { visitor: '/sign-in' },
  'sign-in/code': { visitor: '/sign-in/code' },
  'sign-in/link': { visitor: ['/sign-in/link', '/sign-in/link?token=abc'] },
  join: { visitor: '/join' },
  'check-mail': { visitor: '/check-mail?email=ada@example.org' },
  'forgot-password': { visitor: '/forgot-password' },
  'reset-password': { visitor: '/reset-password?token=abc' },
  welcome: { member: '/welcome' },
  account: { member: '/account' },
  'account/security': { member: '/account/security' },
  'account/notifications': { member: '/account/notifications' },
  'account/tokens': { member: '/account/tokens' },
  'account/data': { member: '/account/data' },
  'account/address': { member: '/account/address?token=abc' },
  admin: { moderator: '/admin', administrator: '/admin' },
  'admin/reports': { moderator: ['/admin/reports', '/admin/reports?state=settled'] },
  'admin/requests': { moderator: '/admin/requests' },
  'admin/people': { administrator: '/admin/people' },
  'admin/jobs': { administrator: '/admin/jobs' },
  'admin/audit': { moderator: '/admin/audit', administrator: '/admin/audit?q=listing' },
  'admin/state': { administrator: '/admin/state' },
  outbox: { member: '/outbox', administrator: '/outbox' },
  'outbox/:id': { administrator: ({ letter }) => `/outbox/${letter}` },
  organisations: { visitor: ['/organisations', '/organisations?country=DE&q=hochschule'], member: '/organisations' },
  'organisations/new': { member: '/organisations/new' },
  'organisations/:slug': {
    visitor: ({ other }) => `/organisations/${other}`,
    member: ({ own }) => `/organisations/${own}`,
  },
  'organisations/:slug/edit': { member: ({ own }) => `/organisations/${own}/edit` },
  'organisations/:slug/people': { member: ({ own }) => `/organisations/${own}/people` },
  'organisations/:slug/members': {
    visitor: ({ body }) => `/organisations/${body}/members`,
    moderator: ({ body }) => `/organisations/${body}/members`,
  },
  'organisations/:slug/join': { member: ({ other }) => `/organisations/${other}/join` },
  'organisations/:slug/suspend': { moderator: ({ other }) => `/organisations/${other}/suspend` },
  'organisations/:slug/suggestions': { member: ({ own }) => `/organisations/${own}/suggestions` },
  'invitations/:secret': { visitor: ({ invitation }) => invitation, member: ({ invitation }) => invitation },
  'my/organisations': { member: '/my/organisations' },
  imports: { moderator: '/imports' },
  'imports/new': { moderator: '/imports/new' },
  'imports/:id': { moderator: ({ imported }) => `/imports/${imported}` },
  discover: {
    visitor: ['/discover', '/discover?view=map', '/discover?view=calendar', '/discover?q=zzzzzz'],
    member: '/discover?side=need&country=IE',
  },
  'listings/new': { member: ['/listings/new?side=need', '/listings/new?side=offer'] },
  'listings/:reference': {
    visitor: [({ need }) => `/listings/${need}`, ({ unnamed }) => `/listings/${unnamed}`],
    member: [({ draft }) => `/listings/${draft}`, ({ posted }) => `/listings/${posted}`],
    moderator: ({ waiting }) => `/listings/${waiting}`,
  },
  'listings/:reference/interest': { member: ({ need }) => `/listings/${need}/interest` },
  'listings/:reference/matches': { member: ({ posted }) => `/listings/${posted}/matches` },
  'listings/:reference/edit': { member: ({ posted }) => `/listings/${posted}/edit` },
  'listings/:reference/close': { member: ({ posted }) => `/listings/${posted}/close` },
  'listings/:reference/history': { member: ({ posted }) => `/listings/${posted}/history` },
  'listings/:reference/remove': { member: ({ draft }) => `/listings/${draft}/remove` },
  'listings/:reference/report': { member: ({ need }) => `/listings/${need}/report` },
  'my/listings/:status?': { member: ['/my/listings', '/my/listings/draft'] },
  review: { moderator: '/review' },
  home: { member: '/home', moderator: '/home' },
  map: { visitor: '/map' },
  notifications: { member: '/notifications' },
  unsubscribe: { visitor: ({ stop }) => stop },
  inbox: { member: ['/inbox', '/inbox?box=out'] },
  'inbox/:id': { member: [({ received }) => `/inbox/${received}`, ({ sent }) => `/inbox/${sent}`] },
  'matches/profile': { member: '/matches/profile' },
  'matches/:show?': { member: ['/matches', '/matches/dismissed'], moderator: '/matches' },
  why: { member: ({ pair }) => `/why?${pair}` },
  'saved-searches': { member: '/saved-searches' },
  'saved-searches/new': { member: '/saved-searches/new?side=offer&country=IE' },
  'saved-searches/:id': { member: ({ savedSearch }) => `/saved-searches/${savedSearch}` },
  search: { visitor: ['/search', '/search?q=seaweed'] },
  about: { visitor: '/about' },
  privacy: { visitor: '/privacy' },
  developers: { visitor: '/developers' },
  'developers/agents': { visitor: '/developers/agents' },
  'developers/:tag': { visitor: '/developers/listings' },
  'developers/:tag/:operation': { visitor: '/developers/listings/listings.create' },
  design: { visitor: '/design' },
  '*': { visitor: '/there/is/nothing/here' },
}

const app = join(import.meta.dirname, '../app')

/** The addresses of `app/routes.ts` that show a page: those whose file has a component. */
function pageRoutes(entries: readonly RouteConfigEntry[], above = ''): string[] {
  return entries.flatMap(({ path, children, file }) => {
    const address = [above, path].filter(Boolean).join('/')
    if (children) return pageRoutes(children, address)
    return /^export default/m.test(readFileSync(join(app, file), 'utf8')) ? [address] : []
  })
}

/** What the table above and the routes do not agree on. */
export function uncovered(): { missing: string[]; gone: string[] } {
  const there = pageRoutes(routes)
  return {
    missing: there.filter((route) => !(route in examples)),
    gone: Object.keys(examples).filter((route) => !there.includes(route)),
  }
}

/** Every visit of the table, by reader. */
export function visits(places: Places): Visit[] {
  return readers.flatMap((reader) =>
    Object.entries(examples).flatMap(([route, of]) =>
      [of[reader] ?? []].flat().map((address: Address) => ({
        route,
        reader,
        address: typeof address === 'string' ? address : address(places),
      })),
    ),
  )
}

import { index, layout, type RouteConfig, route } from '@react-router/dev/routes'

const page = (capability: string, name: string) => `../capabilities/${capability}/pages/${name}.tsx`

/** Every address of the site. */
export default [
  layout('shell.tsx', [
    index(page('home', 'start')),
    route('preferences', 'preferences.tsx'),
    route('sign-in', page('people', 'sign-in')),
    route('join', page('people', 'join')),
    route('sign-out', page('people', 'sign-out')),
    route('organisations', page('organisations', 'list')),
    route('organisations/new', page('organisations', 'new')),
    route('organisations/:slug', page('organisations', 'show'), [index(page('listings', 'of-organisation'))]),
    route('organisations/:slug/edit', page('organisations', 'edit')),
    route('discover', page('listings', 'discover')),
    route('listings/new', page('listings', 'new')),
    route('listings/:reference', page('listings', 'show')),
    route('listings/:reference/edit', page('listings', 'edit')),
    route('listings/:reference/close', page('listings', 'close')),
    route('listings/:reference/history', page('listings', 'history')),
    route('listings/:reference/remove', page('listings', 'remove')),
    route('my/listings/:status?', page('listings', 'mine')),
    route('review', page('listings', 'review')),
    route('feeds/listings.atom', page('listings', 'listings-feed'), { id: 'feeds/listings.atom' }),
    route('feeds/listings.json', page('listings', 'listings-feed'), { id: 'feeds/listings.json' }),
    route('feeds/deadlines.ics', page('listings', 'deadlines')),
    route('*', 'not-found.tsx'),
  ]),
] satisfies RouteConfig

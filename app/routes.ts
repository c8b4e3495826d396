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
    route('organisations/:slug', page('organisations', 'show')),
    route('organisations/:slug/edit', page('organisations', 'edit')),
    route('*', 'not-found.tsx'),
  ]),
] satisfies RouteConfig

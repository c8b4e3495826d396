import { type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, type LoaderFunctionArgs, Outlet, useLoaderData, useLocation, useRouteLoaderData } from 'react-router'
import { LanguageSwitch } from '#ui/language-switch.tsx'
import { SiteFooter } from '#ui/site-footer.tsx'
import { SiteHeader } from '#ui/site-header.tsx'
import { SkipLink } from '#ui/skip-link.tsx'
import { SuggestionContext } from '#ui/suggestion-source.ts'
import { type Theme, ThemeSwitch } from '#ui/theme-switch.tsx'
import { ToastRegion } from '#ui/toast.tsx'
import { requestOf } from '#web/request.ts'
import type { loader as rootLoader } from './root.tsx'
import { ErrorBoundary as RootErrorBoundary } from './root.tsx'

const languages = [
  { code: 'en', label: 'English' },
  { code: 'fr', label: 'Français' },
]

export async function loader({ context }: LoaderFunctionArgs) {
  const { api, reader } = requestOf(context)
  // Beside the way to the inbox stands what is new there; other news is counted on the home page.
  return { unread: reader ? (await api.expressionsOfInterest.counts({})).unread : 0 }
}

/** The frame of every page: the way in, the page, the way on. */
export default function Shell() {
  const { unread } = useLoaderData<typeof loader>()
  return (
    <Frame unread={unread}>
      <Outlet />
    </Frame>
  )
}

export function ErrorBoundary() {
  return (
    <Frame unread={0}>
      <RootErrorBoundary />
    </Frame>
  )
}

function Frame({ unread, children }: { unread: number; children: ReactNode }) {
  const { t, i18n } = useTranslation('app')
  const { pathname, search } = useLocation()
  const root = useRouteLoaderData<typeof rootLoader>('root')
  const here = encodeURIComponent(pathname + search)
  const reader = root?.reader
  const links = [
    { to: '/home', label: t('nav.home') },
    { to: '/notifications', label: t('nav.notifications') },
    { to: '/my/listings', label: t('nav.myListings') },
    { to: '/my/organisations', label: t('nav.myOrganisations') },
    { to: '/account', label: t('nav.account') },
    ...(root?.keepsMail ? [{ to: '/outbox', label: t('nav.outbox') }] : []),
    ...(reader?.moderator ? [{ to: '/admin', label: t('nav.admin') }] : []),
  ]
  const kinds = { need: t('suggest.need'), offer: t('suggest.offer'), organisation: t('suggest.organisation') }
  return (
    <SuggestionContext value={{ url: '/api/search/suggestions', kinds }}>
      <SkipLink />
      <SiteHeader
        name="Entente"
        homeHref={reader ? '/home' : '/'}
        nav={[
          { to: '/discover', label: t('nav.discover') },
          { to: '/organisations', label: t('nav.organisations') },
          { to: '/map', label: t('nav.map') },
          ...(reader ? [{ to: '/matches', label: t('nav.matches') }] : []),
        ]}
        search={{ action: '/search', label: t('nav.search'), placeholder: t('nav.searchHint') }}
        {...(reader
          ? {
              inbox: { to: '/inbox', label: t('nav.inbox'), count: unread },
              account: {
                name: reader.name,
                links,
                children: (
                  <Form method="post" action="/sign-out">
                    <button type="submit">{t('nav.signOut')}</button>
                  </Form>
                ),
              },
            }
          : {
              signIn: { to: `/sign-in?to=${here}`, label: t('nav.signIn') },
              join: { to: '/join', label: t('nav.join') },
            })}
      />
      <main id="main" tabIndex={-1}>
        <Suspense>{children}</Suspense>
      </main>
      <SiteFooter
        name="Entente"
        columns={[
          {
            title: t('footer.find'),
            links: [
              { to: '/discover', label: t('nav.discover') },
              { to: '/organisations', label: t('nav.organisations') },
              { to: '/map', label: t('nav.map') },
              { to: '/search', label: t('nav.search') },
            ],
          },
          {
            title: t('footer.build'),
            links: [
              { to: '/developers', label: t('nav.developers') },
              { to: '/design', label: t('nav.design') },
              { to: '/about', label: t('nav.about') },
              { to: '/privacy', label: t('nav.privacy') },
            ],
          },
        ]}
        tools={
          <>
            <LanguageSwitch
              languages={languages.map((language) => ({
                ...language,
                href: `/preferences?locale=${language.code}&to=${here}`,
                current: i18n.resolvedLanguage === language.code,
              }))}
            />
            <ThemeSwitch
              action="/preferences"
              theme={(root?.theme ?? 'system') as Theme}
              returnTo={pathname + search}
            />
          </>
        }
      >
        {t('footer.about')}
        {root?.demo ? <> {t('footer.demo')}</> : null}
      </SiteFooter>
      <Suspense>
        <Said said={root?.said ?? undefined} />
      </Suspense>
    </SuggestionContext>
  )
}

/** What the page before did, in the words of whoever did it: their texts may not be there yet. */
function Said({ said }: { said: { id: string; key: string } | undefined }) {
  const { t } = useTranslation(said?.key.split(':')[0] ?? 'app')
  return <ToastRegion flash={said && { id: said.id, message: t(said.key), tone: 'success' }} />
}

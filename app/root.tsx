import sans from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url'
import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  isRouteErrorResponse,
  Links,
  type LinksFunction,
  type LoaderFunctionArgs,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData,
} from 'react-router'
import favicon from '#ui/favicon.svg?url'
import { takeFlash } from '#web/flash.ts'
import { requestOf } from '#web/request.ts'
import styles from './app.css?url'
import { ErrorPage } from './error-page.tsx'

const font = (href: string) => ({ rel: 'preload', href, as: 'font' as const, crossOrigin: 'anonymous' as const })

export const links: LinksFunction = () => [
  font(sans),
  font(serif),
  { rel: 'icon', href: favicon, type: 'image/svg+xml' },
  { rel: 'stylesheet', href: styles },
  { rel: 'search', type: 'application/opensearchdescription+xml', href: '/opensearch.xml', title: 'Entente' },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { reader, locale, theme, nonce, origin, demo, keepsMail, answerHeaders } = requestOf(context)
  const flash = takeFlash(request)
  if (flash) answerHeaders.append('Set-Cookie', flash.forget)
  return { reader, locale, theme, nonce, origin, demo, keepsMail, said: flash && { id: flash.id, key: flash.key } }
}

/** The texts that every page needs; those of a page's own capability follow from its address. */
const everywhere = ['app', 'ui']

/** The ground of the pages, for what browsers draw around them. */
const paper = { light: '#faf6ed', dark: '#171512' }

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root')
  const { i18n } = useTranslation('app')
  return (
    <html
      lang={root?.locale ?? i18n.resolvedLanguage}
      data-texts={everywhere.join(' ')}
      {...(root?.theme ? { 'data-theme': root.theme } : {})}
      suppressHydrationWarning
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {root?.theme ? (
          <meta name="theme-color" content={paper[root.theme]} />
        ) : (
          <>
            <meta name="theme-color" content={paper.light} media="(prefers-color-scheme: light)" />
            <meta name="theme-color" content={paper.dark} media="(prefers-color-scheme: dark)" />
          </>
        )}
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={root?.nonce} />
        <Scripts nonce={root?.nonce} />
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

/** Whatever goes wrong has a page of its own, with the way on. */
export function ErrorBoundary() {
  const error = useRouteError()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const message =
    isRouteErrorResponse(error) && typeof error.data?.message === 'string' ? error.data.message : undefined
  return <ErrorPage status={status} message={message} />
}

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

export const links: LinksFunction = () => [
  { rel: 'icon', href: favicon, type: 'image/svg+xml' },
  { rel: 'stylesheet', href: styles },
  { rel: 'search', type: 'application/opensearchdescription+xml', href: '/opensearch.xml', title: 'Entente' },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { reader, locale, theme, nonce, origin, demo, answerHeaders } = requestOf(context)
  const flash = takeFlash(request)
  if (flash) answerHeaders.append('Set-Cookie', flash.forget)
  return { reader, locale, theme, nonce, origin, demo, said: flash && { id: flash.id, key: flash.key } }
}

/** The texts that every page needs; those of a page's own capability follow from its address. */
const everywhere = ['app', 'ui', 'vocabularies']

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root')
  const { i18n } = useTranslation('app')
  return (
    <html
      lang={root?.locale ?? i18n.language}
      data-texts={everywhere.join(' ')}
      {...(root?.theme ? { 'data-theme': root.theme } : {})}
      suppressHydrationWarning
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
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

import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable } from '@react-router/node'
import { renderToPipeableStream } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { type EntryContext, type RouterContextProvider, ServerRouter } from 'react-router'
import { pageRequest } from '#web/request.ts'
import { textsIn } from './i18n.server.ts'

// The server puts what a page needs under this key; it takes it from here so that both mean the same one.
export { pageRequest }

export const streamTimeout = 10_000

/** Renders a page on the server. Nothing is deferred, so the page is sent when it is whole. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routes: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const { locale, nonce } = context.get(pageRequest)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Promise((resolve, reject) => {
    let code = status
    const { pipe, abort } = renderToPipeableStream(
      <I18nextProvider i18n={textsIn(locale)}>
        <ServerRouter context={routes} url={request.url} nonce={nonce} />
      </I18nextProvider>,
      {
        nonce,
        // React parks a long page in a hidden element and lets a script show it. Without scripts it would stay hidden.
        progressiveChunkSize: Number.POSITIVE_INFINITY,
        onAllReady() {
          const body = new PassThrough()
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: code }))
          pipe(body)
        },
        onShellError: reject,
        onError(error) {
          code = 500
          console.error(error)
        },
      },
    )
    setTimeout(abort, streamTimeout + 1_000).unref()
  })
}

/** Failures in loaders and actions; an answer thrown on purpose is not one. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (!request.signal.aborted) console.error(error)
}

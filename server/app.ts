import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { HttpBindings } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { ORPCError } from '@orpc/server'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { getCookie } from 'hono/cookie'
import type { Door } from '#platform/access/actor.ts'
import type { Auth } from '#platform/auth/auth.ts'
import { CLIENT_HEADER } from '#platform/auth/limits.ts'
import { Problem } from '#platform/errors.ts'
import { chooseLocale } from '#platform/i18n/locales.ts'
import { traceOf } from '#platform/log.ts'
import type { Platform } from '#platform/platform.ts'
import type { RequestContext } from '#platform/procedure.ts'
import { answerExport } from './exports.ts'
import { clientAddress, contentSecurityPolicy, ownOrigin, securityHeaders } from './guard.ts'
import { watchLateness } from './lateness.ts'
import { answerMcp } from './mcp.ts'
import type { Metrics } from './metrics.ts'
import type { Pages } from './pages.ts'
import { problemResponse } from './problem-response.ts'
import { answerRest, openApiDocument, problemBody } from './rest.ts'
import { actorOf } from './session.ts'
import type { VisitorAnswers } from './visitor-answers.ts'

type Env = { Bindings: HttpBindings }
const MEGABYTE = 1024 * 1024
/** How late a process may be before it takes on no more, milliseconds. */
const LATE = 250
/** So few are taken on even then: a lone reader on a slow machine is not turned away. */
const FEW = 8

export interface AppParts {
  platform: Platform
  auth: Auth
  pages: Pages
  metrics: Metrics
  answers: VisitorAnswers
  /** Whether everything that an answer needs is there. */
  ready: () => Promise<{ ready: boolean; [part: string]: unknown }>
  development: boolean
}

/** One process's HTTP: health, files of the pages, the doors of the API, and the pages themselves. */
export function createApp({ platform, auth, pages, metrics, answers, ready, development }: AppParts) {
  const { config } = platform
  const app = new Hono<Env>()
  let inFlight = 0
  const lateness = watchLateness()

  app.get('/health', (c) => c.json({ status: 'ok', inFlight }))
  app.get('/ready', async (c) => {
    const state = await ready()
    return c.json(state, state.ready ? 200 : 503)
  })
  app.get('/metrics', async (c) => c.text(await metrics.text(), 200, { 'Content-Type': metrics.contentType }))

  app.use('/assets/*', async (c, next) => {
    await next()
    if (c.res.status === 200) c.header('Cache-Control', 'public, max-age=31536000, immutable')
  })
  app.use('/assets/*', serveStatic({ root: './build/client', precompressed: true }))

  // What is kept costs next to nothing, so it is given out however much else there is to do.
  app.use(answers.middleware((request) => app.fetch(request)))
  // Beyond this many at once, or when the process is already late, further requests would only make all of them slow:
  // they are told to come back.
  app.use(async (c, next) => {
    if (inFlight >= config.maxInFlight || (inFlight >= FEW && lateness.milliseconds() > LATE)) {
      metrics.shed()
      return problemResponse(new Problem('unavailable', 'platform:errors.busy'), localeOf(c), { 'Retry-After': '1' })
    }
    inFlight++
    const done = metrics.begin()
    try {
      await next()
    } finally {
      inFlight--
      done(c.req.method, c.res.status)
    }
  })
  app.use(async (c, next) => {
    const { headers } = c.req.raw
    const socket = c.env?.incoming?.socket?.remoteAddress
    headers.delete(CLIENT_HEADER)
    headers.set(CLIENT_HEADER, clientAddress(socket, headers.get('x-forwarded-for'), config.trustedProxies))
    if (!ownOrigin(c.req.method, headers, config))
      return problemResponse(new Problem('forbidden', 'platform:errors.crossSite'), localeOf(c))
    await next()
    for (const [name, value] of securityHeaders) c.res.headers.set(name, value)
    if (config.origin.startsWith('https:')) c.res.headers.set('Strict-Transport-Security', 'max-age=63072000')
  })
  app.use(compress({ threshold: 1024 }))
  app.use(
    bodyLimit({
      maxSize: 30 * MEGABYTE,
      onError: (c) =>
        problemResponse(
          new Problem('too-large', 'platform:errors.tooLarge', { values: { megabytes: 30 } }),
          localeOf(c),
        ),
    }),
  )
  app.onError((error, c) => {
    if (error instanceof Problem) return problemResponse(error, localeOf(c))
    if (error instanceof ORPCError && error.status < 500)
      return c.json(problemBody(error), error.status as 400, { 'Content-Type': 'application/problem+json' })
    platform.log.error({ error: traceOf(error), path: c.req.path }, 'unexpected failure')
    return problemResponse(new Problem('unexpected', 'platform:errors.unexpected'), localeOf(c))
  })

  app.on(['GET', 'POST'], '/api/auth/*', (c) => auth.handler(c.req.raw, localeOf(c)))
  app.get('/api/openapi.json', async (c) => c.json(await openApiDocument(platform)))
  app.get('/api/export/:operation{.+\\.(csv|xlsx|json)}', async (c) =>
    answerExport(c.req.param('operation'), new URL(c.req.url), await contextOf(c, 'rest')),
  )
  app.all('/api/*', async (c) => {
    const context = await contextOf(c, 'rest')
    const answer = await answerRest(c.req.raw, context)
    return answer ?? problemResponse(new Problem('not-found', 'platform:errors.notFound'), context.locale)
  })
  app.all('/mcp', async (c) => answerMcp(c.req.raw, await contextOf(c, 'mcp')))
  app.all('*', async (c) => {
    const nonce = randomBytes(16).toString('base64url')
    const theme = getCookie(c, 'theme')
    const answer = await pages(c.req.raw, await contextOf(c, 'page'), {
      nonce,
      theme: theme === 'light' || theme === 'dark' ? theme : null,
    })
    answer.headers.set('Content-Security-Policy', contentSecurityPolicy(nonce, development))
    answer.headers.append('Vary', 'Cookie, Accept-Language')
    return answer
  })

  function localeOf(c: Context<Env>, chosen?: string | null) {
    return chooseLocale(chosen ?? getCookie(c, 'locale'), c.req.header('accept-language'))
  }

  async function contextOf(c: Context<Env>, door: Door): Promise<RequestContext> {
    const { actor, locale } = await actorOf(platform, auth, c.req.raw.headers)
    return {
      platform,
      actor,
      door,
      locale: localeOf(c, locale),
      idempotencyKey: c.req.header('idempotency-key'),
      headers: c.req.raw.headers,
      answerHeaders: new Headers(),
    }
  }

  return {
    fetch: app.fetch,
    request: app.request,
    /** Resolves when no request is under way any more, or after so many milliseconds. */
    async drained(patience: number): Promise<void> {
      for (let waited = 0; inFlight > 0 && waited < patience; waited += 50) await pause(50)
    },
  }
}

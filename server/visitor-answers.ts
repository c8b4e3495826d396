import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { chooseLocale } from '#platform/i18n/locales.ts'

const MOST_BYTES = 48 * 1024 * 1024
const LARGEST = 512 * 1024
/**
 * Pages speak of days left, so that even an unchanged one grows old, milliseconds: from then on it is made anew behind
 * whoever asks, and from the second on before.
 */
const FRESH = 60_000
const USABLE = 10 * FRESH
/** Answers made anew at once: visitors come first. */
const MOST_RENEWALS = 2

interface Kept {
  at: number
  status: number
  headers: [string, string][]
  body: ArrayBuffer
}

export interface VisitorAnswers {
  /** Something changed: nothing that was kept may be given out any more. */
  forget(): void
  /** @param answer how the site answers a request, for answers that are made anew while nobody waits for them */
  middleware(answer: (request: Request) => Promise<Response> | Response): MiddlewareHandler
}

/** The cookies that an answer may depend on and still be everybody's. */
const harmless = new Set(['locale', 'theme'])

function isVisitor(headers: Headers): boolean {
  if (headers.has('authorization')) return false
  const names = (headers.get('cookie') ?? '').split(';').map((part) => part.split('=')[0]?.trim() ?? '')
  return names.every((name) => name === '' || harmless.has(name))
}

/**
 * Keeps answers to visitors until something changes: they know nothing of who asks, so the same address in the same
 * language has the same answer for all of them, also for those who ask while it is being made. The scripts' nonce is kept
 * with the bytes it was made for; whatever could change those bytes makes a new answer with a new one
 * (docs/decisions/008).
 */
export function keepVisitorAnswers(now: () => number): VisitorAnswers {
  const kept = new Map<string, Kept>()
  /** Answers under way, begun after the last change. Null: not one to be kept. */
  const making = new Map<string, Promise<Kept | null>>()
  /** Requests of our own that make an answer anew. */
  const renewals = new WeakSet<Request>()
  let renewing = 0
  let bytes = 0
  let generation = 0
  const drop = (key: string, answer: Kept) => {
    kept.delete(key)
    bytes -= answer.body.byteLength
  }
  return {
    forget() {
      generation += 1
      kept.clear()
      making.clear()
      bytes = 0
    },
    middleware: (answerAnew) =>
      createMiddleware(async (c, next) => {
        const { raw } = c.req
        const { headers, method, url } = raw
        if (method !== 'GET' || !isVisitor(headers)) return next()
        const key = keyOf(c)
        const found = renewals.has(raw) ? undefined : kept.get(key)
        if (found) {
          const age = now() - found.at
          drop(key, found)
          if (age < USABLE) {
            // The most recently asked for stay longest.
            keep(key, found)
            if (age >= FRESH && !making.has(key) && renewing < MOST_RENEWALS)
              renew(new Request(url, { headers }), answerAnew)
            return given(found)
          }
        }
        const underWay = making.get(key)
        const shared = underWay ? await underWay : null
        if (shared) return given(shared)
        const begun = generation
        const made = Promise.withResolvers<Kept | null>()
        making.set(key, made.promise)
        let answer: Kept | null = null
        try {
          await next()
          answer = await keepable(c.res)
          if (answer) {
            c.res = undefined
            c.res = given(answer)
          }
        } finally {
          if (making.get(key) === made.promise) making.delete(key)
          made.resolve(answer)
        }
        if (answer && begun === generation && answer.body.byteLength <= LARGEST) keep(key, answer)
      }),
  }

  /** Keeps an answer in the place of an older one, and lets go of those that nobody has asked for the longest. */
  function keep(key: string, answer: Kept): void {
    const older = kept.get(key)
    if (older) drop(key, older)
    kept.set(key, answer)
    bytes += answer.body.byteLength
    for (const [oldest, least] of kept) {
      if (bytes <= MOST_BYTES) break
      drop(oldest, least)
    }
  }

  function renew(request: Request, answerAnew: (request: Request) => Promise<Response> | Response): void {
    renewals.add(request)
    renewing += 1
    // Whether it could be made is the next asker's concern.
    void Promise.resolve(answerAnew(request))
      .catch(() => {})
      .finally(() => {
        renewing -= 1
      })
  }

  async function keepable(res: Response): Promise<Kept | null> {
    const { status, headers } = res
    if (status !== 200 || headers.has('set-cookie') || headers.get('cache-control')?.includes('no-store')) return null
    return { at: now(), status, headers: [...headers], body: await res.arrayBuffer() }
  }
}

/** What an answer to a visitor depends on. */
function keyOf(c: Context): string {
  const { headers, url } = c.req.raw
  const locale = chooseLocale(getCookie(c, 'locale'), headers.get('accept-language'))
  const encoding = headers.get('accept-encoding')?.includes('gzip') ? 'gzip' : ''
  return [url, locale, getCookie(c, 'theme'), encoding].join(' ')
}

function given({ body, status, headers }: Kept): Response {
  return new Response(body, { status, headers })
}

import type { MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { chooseLocale } from '#platform/i18n/locales.ts'

const MOST_BYTES = 48 * 1024 * 1024
const LARGEST = 512 * 1024
/** Pages speak of days left, so that even an unchanged one grows old. Milliseconds. */
const LIFE = 60_000

interface Kept {
  until: number
  status: number
  headers: [string, string][]
  body: ArrayBuffer
}

export interface VisitorAnswers {
  /** Something changed: nothing that was kept may be given out any more. */
  forget(): void
  middleware: MiddlewareHandler
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
    middleware: createMiddleware(async (c, next) => {
      const { headers, method, url } = c.req.raw
      if (method !== 'GET' || !isVisitor(headers)) return next()
      const encoding = headers.get('accept-encoding')?.includes('gzip') ? 'gzip' : ''
      const key = [
        url,
        chooseLocale(getCookie(c, 'locale'), headers.get('accept-language')),
        getCookie(c, 'theme'),
        encoding,
      ].join(' ')
      const found = kept.get(key)
      if (found && found.until > now()) {
        // The most recently asked for stay longest.
        kept.delete(key)
        kept.set(key, found)
        return given(found)
      }
      if (found) drop(key, found)
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
      if (!answer || begun !== generation || answer.body.byteLength > LARGEST) return
      kept.set(key, answer)
      bytes += answer.body.byteLength
      for (const [oldest, least] of kept) {
        if (bytes <= MOST_BYTES) break
        drop(oldest, least)
      }
    }),
  }

  async function keepable(res: Response): Promise<Kept | null> {
    const { status, headers } = res
    if (status !== 200 || headers.has('set-cookie') || headers.get('cache-control')?.includes('no-store')) return null
    return { until: now() + LIFE, status, headers: [...headers], body: await res.arrayBuffer() }
  }
}

function given({ body, status, headers }: Kept): Response {
  return new Response(body, { status, headers })
}

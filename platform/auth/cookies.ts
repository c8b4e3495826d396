import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Config } from '../config.ts'

type Settings = Pick<Config, 'origin' | 'secret'>

/** The names of our cookies begin so; `__Host-` makes browsers refuse one set by another host or without TLS. */
export function cookiePrefix({ origin }: Settings): string {
  return isSecure({ origin }) ? '__Host-entente' : 'entente'
}

export function isSecure({ origin }: Pick<Config, 'origin'>): boolean {
  return origin.startsWith('https:')
}

/** The value of a cookie that we signed; null where there is none or the signature is not ours. */
export function signedCookie(settings: Settings, headers: Headers, name: string): string | null {
  const wanted = `${cookiePrefix(settings)}.${name}=`
  const found = headers
    .get('cookie')
    ?.split(/; */)
    .find((each) => each.startsWith(wanted))
  if (!found) return null
  const signed = decoded(found.slice(wanted.length))
  const dot = signed.lastIndexOf('.')
  if (dot < 1) return null
  const value = signed.slice(0, dot)
  const given = Buffer.from(signed.slice(dot + 1), 'base64')
  const expected = createHmac('sha256', settings.secret).update(value).digest()
  return given.length === expected.length && timingSafeEqual(given, expected) ? value : null
}

/** The token of the session that a request comes with. */
export function sessionToken(settings: Settings, headers: Headers): string | null {
  return signedCookie(settings, headers, 'session_token')
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}

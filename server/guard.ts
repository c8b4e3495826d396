import type { Config } from '#platform/config.ts'

/**
 * The client's address: the socket's, or behind N trusted proxies the Nth from the right of what they noted.
 * @param proxies how many proxies stand before the process
 */
export function clientAddress(socket: string | undefined, forwarded: string | null, proxies: number): string {
  const noted =
    proxies > 0
      ? (forwarded ?? '')
          .split(',')
          .map((part) => part.trim())
          .filter(Boolean)
      : []
  return noted.at(-proxies) ?? noted[0] ?? socket ?? '0.0.0.0'
}

const HARMLESS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a request that changes something comes from the site's own pages. A browser says so itself; a program that
 * brings a token, or no cookie at all, needs not.
 */
export function ownOrigin(method: string, headers: Headers, config: Config): boolean {
  if (HARMLESS.has(method) || !headers.has('cookie') || headers.has('authorization')) return true
  const site = headers.get('sec-fetch-site')
  if (site) return site === 'same-origin' || site === 'none'
  return headers.get('origin') === config.origin
}

/** What a page may load and do. Styles may stand in attributes, as charts and maps place their parts by them. */
export function contentSecurityPolicy(nonce: string, development: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    development ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'; style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    development ? "connect-src 'self' ws:" : "connect-src 'self'",
    "font-src 'self' data:",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
  ].join('; ')
}

export const securityHeaders: readonly (readonly [string, string])[] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), microphone=(), geolocation=()'],
]

import { html } from 'hono/html'
import type { Locale } from '../i18n/locales.ts'
import { say } from '../i18n/messages.ts'

/** What a message says, in the recipient's language. Texts are plain: nothing in them is markup. */
export interface Mail {
  subject: string
  paragraphs: readonly string[]
  /** The one thing to do: a page of the site, as a path or an address. */
  action?: Link
  /** What somebody else wrote. */
  quote?: string
}

export interface Link {
  label: string
  /** `/listings/42`, or the whole address of a page of the site. */
  url: string
}

export interface Letter {
  text: string
  html: string
}

const page = 'margin:0;padding:1.5rem;background:#fff;color:#1b1b1b;font:1rem/1.5 system-ui,sans-serif'
const button = 'display:inline-block;padding:.75rem 1.25rem;background:#123c69;color:#fff;text-decoration:underline'
const quotation = 'margin:1rem 0;padding:0 1rem;border-left:4px solid #8a8a8a;white-space:pre-line'
const small = 'margin-top:2rem;color:#4a4a4a;font-size:.875rem'

/**
 * Writes a message twice: as plain text, and as a page a screen reader reads in order.
 * @param origin the site's own address
 * @throws RangeError when the action or the unsubscription leads off the site
 */
export async function writeLetter(
  origin: string,
  locale: Locale,
  { subject, paragraphs, action, quote }: Mail,
  unsubscribe?: Link,
): Promise<Letter> {
  const { host } = new URL(origin)
  const footer = say(locale, { key: 'platform:mail.footer', values: { site: host } })
  const act = action && { label: action.label, url: onSite(origin, action.url) }
  const stop = unsubscribe && { label: unsubscribe.label, url: onSite(origin, unsubscribe.url) }
  const text = [
    ...paragraphs,
    ...(quote ? [quote.replace(/^/gm, '> ')] : []),
    ...(act ? [`${act.label}:\n${act.url}`] : []),
    `-- \n${footer}${stop ? `\n${stop.label}: ${stop.url}` : ''}`,
  ].join('\n\n')
  const markup = await html`<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${subject}</title></head>
<body style="${page}"><main style="max-width:36rem">
${paragraphs.map((paragraph) => html`<p style="white-space:pre-line">${paragraph}</p>\n`)}
${quote ? html`<blockquote style="${quotation}">${quote}</blockquote>\n` : ''}
${act ? html`<p><a href="${act.url}" style="${button}">${act.label}</a></p>\n` : ''}
</main><footer style="${small}"><p>${footer}</p>
${stop ? html`<p><a href="${stop.url}">${stop.label}</a></p>` : ''}
</footer></body>
</html>`
  return { text: `${text}\n`, html: String(markup) }
}

/**
 * The whole address of a page of the site.
 * @throws RangeError when it is on another site: our mail leads only home
 */
export function onSite(origin: string, url: string): string {
  const address = URL.parse(url, origin)
  if (address?.origin !== new URL(origin).origin) throw new RangeError(`Mail links only to ${origin}, not to ${url}`)
  return address.href
}

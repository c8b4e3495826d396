import { z } from 'zod'
import type { Act } from '../access/act.ts'
import type { Db } from '../db/database.ts'
import { invalidField } from '../errors.ts'
import type { Locale } from '../i18n/locales.ts'
import { newId } from '../ids.ts'
import { addJob } from '../jobs/jobs.ts'
import { type Link, type Mail, onSite, writeLetter } from './letter.ts'
import { sendMail } from './send.ts'
import { mailMessages } from './table.ts'

export interface Addressed {
  /** One address, without a name. */
  to: string
  /** The recipient's account, where there is one. */
  person?: string | null
  locale: Locale
  mail: Mail
  /**
   * A page of the site where this kind of mail is stopped, signed in or not. `oneClick` says that a POST to the same
   * address does it at once, as mail programs offer it (RFC 8058).
   */
  unsubscribe?: Link & { oneClick?: boolean }
  /** What the message is about, `expression-of-interest/<id>`: messages about the same are shown together. */
  thread?: string
}

const MAX_SUBJECT = 200

/**
 * Queues a message in the open transaction: it is sent if and only if the transaction commits.
 * @returns the message's id
 * @throws Problem `invalid` for an address that is none; RangeError for a link that leads off the site
 */
export async function queueMail(db: Db, act: Act, { to, person, locale, mail, unsubscribe, thread }: Addressed) {
  if (!z.email().safeParse(to).success) throw invalidField('to', 'platform:invalid.email')
  const { origin } = act.platform.config
  const id = newId()
  const { text, html } = await writeLetter(origin, locale, mail, unsubscribe)
  await db.insert(mailMessages).values({
    id,
    to,
    person: person ?? null,
    locale,
    subject: oneLine(mail.subject),
    text,
    html,
    headers: headersOf(origin, id, { thread, unsubscribe }),
    createdAt: act.now.toISOString(),
  })
  await addJob(db, sendMail, { message: id })
  return id
}

/**
 * The message's own id is made from the row's, so that a message delivered twice is recognised as one.
 * @throws RangeError for a thread that is not made of letters, digits and `._/-`
 */
export function headersOf(
  origin: string,
  id: string,
  { thread, unsubscribe }: { thread?: string | undefined; unsubscribe?: Addressed['unsubscribe'] | undefined },
): Record<string, string> {
  if (thread !== undefined && !/^[\w./-]{1,100}$/.test(thread)) throw new RangeError(`Not a thread's name: ${thread}`)
  const { hostname, protocol } = new URL(origin)
  const messageId = (name: string) => `<${name}@${hostname}>`
  return {
    'Message-ID': messageId(id),
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    ...(thread ? { 'In-Reply-To': messageId(thread), References: messageId(thread) } : {}),
    ...(unsubscribe ? { 'List-Unsubscribe': `<${onSite(origin, unsubscribe.url)}>` } : {}),
    ...(unsubscribe?.oneClick && protocol === 'https:'
      ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
      : {}),
  }
}

/** A line break in a subject would begin a header of somebody else's choosing. */
function oneLine(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  return Array.from(line).slice(0, MAX_SUBJECT).join('')
}

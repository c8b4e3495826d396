import { eq } from 'drizzle-orm'
import type { Account } from '#platform/auth/auth.ts'
import { users } from '#platform/auth/table.ts'
import type { AuthWork } from '#platform/auth/work.ts'
import { isLocale, type Locale } from '#platform/i18n/locales.ts'
import { say } from '#platform/i18n/messages.ts'
import { queueMail } from '#platform/mail/queue.ts'
import { profiles } from '../table.ts'

type Kind =
  | 'confirm'
  | 'accountExists'
  | 'signInLink'
  | 'noSignInLink'
  | 'passwordReset'
  | 'passwordChanged'
  | 'newAddress'
  | 'addressTaken'
  | 'addressChanges'

/** Only who has confirmed the address is called by the name they gave: anybody may enter any address and any name. */
type Recipient = Account

/** Queues one of the letters about an account, in the person's own language. */
export async function sendLetter(work: AuthWork, kind: Kind, to: Recipient, url?: string): Promise<void> {
  const { db } = work
  const locale = await localeOf(work, to.id)
  const text = (part: 'subject' | 'body' | 'rest' | 'action') => say(locale, { key: `people:mail.${kind}.${part}` })
  const greeting = to.emailVerified
    ? say(locale, { key: 'people:mail.greeting', values: { name: to.name } })
    : say(locale, { key: 'people:mail.greetingPlain' })
  await queueMail(db, work, {
    to: to.email,
    person: to.id,
    locale,
    mail: {
      subject: text('subject'),
      paragraphs: [greeting, text('body'), text('rest')],
      ...(url ? { action: { label: text('action'), url } } : {}),
    },
  })
}

const account = { id: users.id, name: users.name, email: users.email, emailVerified: users.emailVerified }

async function localeOf({ db, locale }: AuthWork, person: string): Promise<Locale> {
  const [row] = await db.select({ locale: profiles.locale }).from(profiles).where(eq(profiles.person, person))
  return isLocale(row?.locale) ? row.locale : locale
}

export async function mailConfirmation(work: AuthWork, person: Account, url: string): Promise<void> {
  const confirmation = new URL(url)
  confirmation.searchParams.set('callbackURL', '/account?confirmed=1')
  await sendLetter(work, 'confirm', person, confirmation.href)
}

export function mailAccountExists(work: AuthWork, person: Account): Promise<void> {
  return sendLetter(work, 'accountExists', person, `${work.platform.config.origin}/forgot-password`)
}

/**
 * The link leads to a page with a button, so that a mail scanner that opens every link does not use it up. Whoever has a
 * second factor is told to sign in with it: a link alone would go round it.
 */
export async function mailSignInLink(work: AuthWork, email: string, token: string): Promise<void> {
  const [person] = await work.db
    .select({ ...account, secondFactor: users.twoFactorEnabled })
    .from(users)
    .where(eq(users.email, email.toLowerCase()))
  if (!person) return
  const { origin } = work.platform.config
  if (person.secondFactor) await sendLetter(work, 'noSignInLink', person, `${origin}/sign-in`)
  else await sendLetter(work, 'signInLink', person, `${origin}/sign-in/link?token=${encodeURIComponent(token)}`)
}

export function mailPasswordReset(work: AuthWork, person: Account, token: string): Promise<void> {
  const { origin } = work.platform.config
  return sendLetter(work, 'passwordReset', person, `${origin}/reset-password?token=${encodeURIComponent(token)}`)
}

export function mailPasswordChanged(work: AuthWork, person: Account): Promise<void> {
  return sendLetter(work, 'passwordChanged', person, `${work.platform.config.origin}/forgot-password`)
}

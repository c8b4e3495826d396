import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Config } from '#platform/config.ts'
import { Problem } from '#platform/errors.ts'
import { isLocale, type Locale } from '#platform/i18n/locales.ts'
import { say } from '#platform/i18n/messages.ts'
import type { Link } from '#platform/mail/letter.ts'
import { type NotificationKind, notificationKinds } from '../schema.ts'

/** Whose mail is to stop, and which kind of it; null: all of it. */
export interface Stop {
  person: string
  kind: NotificationKind | null
}

/** The link at the end of a mail that stops mail of its kind (RFC 2369), at one click where mail programs can (RFC 8058). */
export function unsubscribeLink(
  config: Config,
  to: { id: string; locale: Locale },
  kind: NotificationKind | null,
): Link & { oneClick: true } {
  const token = stopToken(config.secret, { person: to.id, kind })
  return {
    label: kind
      ? say(to.locale, { key: 'notifications:mail.stopKind', values: { kind: kindCalled(to.locale, kind) } })
      : say(to.locale, { key: 'notifications:mail.stopAll' }),
    url: `/unsubscribe?token=${token}`,
    oneClick: true,
  }
}

/** What a kind of news is called. */
export function kindCalled(locale: string, kind: NotificationKind): string {
  return say(isLocale(locale) ? locale : 'en', { key: `notifications:kind.${kind}` })
}

/** A token that proves that we wrote the link. It does not expire: mail is read late, and stopping mail harms nobody. */
export function stopToken(secret: string, { person, kind }: Stop): string {
  const claim = `${person}.${kind ?? 'all'}`
  return `${claim}.${signature(secret, claim)}`
}

/**
 * Reads a token.
 * @throws Problem `invalid` when it is not one of ours
 */
export function readStopToken(secret: string, token: string): Stop {
  const [person = '', what = '', proof = ''] = token.split('.')
  const expected = Buffer.from(signature(secret, `${person}.${what}`))
  const given = Buffer.from(proof)
  const kind = notificationKinds.find((known) => known === what) ?? null
  const genuine = expected.length === given.length && timingSafeEqual(expected, given)
  if (!genuine || (kind === null && what !== 'all')) throw new Problem('invalid', 'notifications:errors.badLink')
  return { person, kind }
}

function signature(secret: string, claim: string): string {
  return createHmac('sha256', secret).update(`unsubscribe:${claim}`).digest('base64url')
}

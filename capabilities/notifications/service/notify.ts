import type { Act } from '#platform/access/act.ts'
import type { Db } from '#platform/db/database.ts'
import { say } from '#platform/i18n/messages.ts'
import { namedId, newId } from '#platform/ids.ts'
import { queueMail } from '#platform/mail/queue.ts'
import type { Mailing, NotificationKind } from '../schema.ts'
import { notifications } from '../table.ts'
import { type Recipient, recipients } from './recipients.ts'
import { unsubscribeLink } from './unsubscribe.ts'

/** What a mail of its own says beyond the sentence. The keys take the same values as the sentence. */
export interface Letter {
  /** The subject's key; the sentence itself where left out. */
  subject?: string
  /** Keys of further paragraphs. */
  paragraphs?: readonly string[]
  /** What the link is called. */
  action?: string
  /** What somebody else wrote, where every recipient may read it. It is not kept with the news. */
  quote?: string
}

export interface News {
  persons: readonly string[]
  kind: NotificationKind
  /** What it is about: the policy's name of the row, and its id. */
  subject: { type: string; id: string | null }
  organisation?: string | null
  /** The sentence, `expressions-of-interest:notifications.received`. */
  key: string
  /** What the sentence names. Nothing that a recipient may not know, now or later. */
  values?: Record<string, string | number>
  /** A page of the site: a path. */
  link: string
  /** How it goes out by mail to one who wants mail at once; left out: it stays on the site. */
  mail?: Mailing
  letter?: Letter
  /** What the mail is about, `expression-of-interest/<id>`: mails about the same are shown together. */
  thread?: string
  /** When it happened; now, where left out. */
  at?: string
  /** Names this piece of news: told again under the same name, it is not told twice. */
  occasion?: string
}

/**
 * Tells people something, each in their language: on the site always, by mail as each of them wants it. For jobs, which
 * follow what happened.
 * @param db the open transaction
 */
export async function notify(db: Db, act: Act, news: News): Promise<void> {
  for (const person of await recipients(db, news.persons)) {
    const atOnce = news.mail === 'immediate' && person.rhythm === 'immediate' && !person.mutedKinds.includes(news.kind)
    const fresh = await db
      .insert(notifications)
      .values({
        id: news.occasion ? namedId(`notification:${person.id}:${news.occasion}`) : newId(),
        person: person.id,
        kind: news.kind,
        subjectType: news.subject.type,
        subject: news.subject.id,
        organisation: news.organisation ?? null,
        key: news.key,
        values: news.values ?? {},
        link: news.link,
        mail: news.mail ?? null,
        createdAt: news.at ?? act.now.toISOString(),
        mailedAt: atOnce ? act.now.toISOString() : null,
      })
      .onConflictDoNothing()
      .returning({ id: notifications.id })
    if (atOnce && fresh.length > 0) await mailAtOnce(db, act, person, news)
  }
}

async function mailAtOnce(db: Db, act: Act, person: Recipient, news: News): Promise<void> {
  const { key, letter = {}, thread } = news
  const text = (said: string) => say(person.locale, { key: said, values: news.values ?? {} })
  await queueMail(db, act, {
    to: person.email,
    person: person.id,
    locale: person.locale,
    mail: {
      subject: text(letter.subject ?? key),
      paragraphs: [text(key), ...(letter.paragraphs ?? []).map(text)],
      action: { label: text(letter.action ?? 'notifications:mail.open'), url: news.link },
      ...(letter.quote ? { quote: letter.quote } : {}),
    },
    unsubscribe: unsubscribeLink(act.platform.config, person, news.kind),
    ...(thread ? { thread } : {}),
  })
}

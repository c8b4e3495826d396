import { and, desc, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import { users } from '#platform/auth/table.ts'
import type { Db } from '#platform/db/database.ts'
import { say } from '#platform/i18n/messages.ts'
import { onSite } from '#platform/mail/letter.ts'
import { queueMail } from '#platform/mail/queue.ts'
import { notifications, wishes } from '../table.ts'
import { type Recipient, recipients } from './recipients.ts'
import { unsubscribeLink } from './unsubscribe.ts'

export type Rhythm = 'daily' | 'weekly'

/** How many pieces of news one mail tells; of the rest it says how many they are. */
const TOLD = 20

/** Still to be mailed: not read on the site meanwhile. */
const waiting = and(isNotNull(notifications.mail), isNull(notifications.mailedAt), isNull(notifications.readAt))

/**
 * Gathers what each person has not read into one mail, a transaction for each. Whoever gets mail at once gets the less
 * urgent news with the daily one.
 */
export async function sendDigests(act: Act, rhythm: Rhythm): Promise<void> {
  const { db } = act.platform.database
  const rhythms: SQL = rhythm === 'daily' ? sql`('immediate', 'daily')` : sql`('weekly')`
  const rows = await db
    .selectDistinct({ person: notifications.person })
    .from(notifications)
    .innerJoin(users, eq(users.id, notifications.person))
    .where(and(waiting, sql`${wishes.mailRhythm} in ${rhythms}`))
  for (const { person } of rows) await db.transaction((tx) => sendDigest(tx, act, person))
}

async function sendDigest(db: Db, act: Act, id: string): Promise<void> {
  const [person] = await recipients(db, [id])
  if (!person?.rhythm || person.rhythm === 'never') return
  const wanted = await db
    .select({ id: notifications.id, kind: notifications.kind })
    .from(notifications)
    .where(and(eq(notifications.person, id), waiting))
    .for('update')
  const ids = wanted.filter(({ kind }) => !person.mutedKinds.includes(kind)).map((row) => row.id)
  if (ids.length === 0) return
  const rows = await db
    .update(notifications)
    .set({ mailedAt: act.now.toISOString() })
    .where(and(inArray(notifications.id, ids), waiting))
    .returning({ id: notifications.id })
  const told = await db
    .select()
    .from(notifications)
    .where(inArray(notifications.id, ids))
    .orderBy(desc(notifications.createdAt), desc(notifications.id))
    .limit(TOLD)
  await mailDigest(db, act, person, told, rows.length)
}

async function mailDigest(
  db: Db,
  act: Act,
  person: Recipient,
  told: readonly (typeof notifications.$inferSelect)[],
  total: number,
): Promise<void> {
  const { locale } = person
  const { config } = act.platform
  const news = told.map(({ key, values, link }) => `${say(locale, { key, values })}\n${onSite(config.origin, link)}`)
  const rest = total - told.length
  await queueMail(db, act, {
    to: person.email,
    person: person.id,
    locale,
    mail: {
      subject: say(locale, { key: 'notifications:mail.digest', values: { count: total } }),
      paragraphs: [
        say(locale, { key: 'notifications:mail.digestIntroduction' }),
        ...news,
        ...(rest > 0 ? [say(locale, { key: 'notifications:mail.digestMore', values: { count: rest } })] : []),
      ],
      action: { label: say(locale, { key: 'notifications:mail.openAll' }), url: '/notifications' },
    },
    unsubscribe: unsubscribeLink(config, person, null),
  })
}

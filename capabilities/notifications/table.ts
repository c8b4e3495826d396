import { type SQL, sql } from 'drizzle-orm'
import { check, foreignKey, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { keepsPersonalData } from '#platform/auth/personal-data.ts'
import { users } from '#platform/auth/table.ts'
import { id, instant } from '#platform/db/columns.ts'
import { profiles } from '../people/table.ts'
import { mailings, notificationKinds } from './schema.ts'

/** One piece of news for one person. */
export const notifications = pgTable(
  'notifications',
  {
    id: id(),
    person: uuid().notNull(),
    kind: text({ enum: notificationKinds }).notNull(),
    /** What kind of row it is about, by the policy's name of it. */
    subjectType: text().notNull(),
    subject: uuid(),
    /** The organisation for which the person gets it, where there is one. */
    organisation: uuid(),
    /** The sentence, as a key of the messages: said in the reader's language when it is read. */
    key: text().notNull(),
    /** What the sentence names. Nothing confidential: the row outlives the rights on its subject. */
    values: jsonb().$type<Record<string, string | number>>().notNull(),
    /** A page of the site. */
    link: text().notNull(),
    /** How soon it goes out by mail, for one who wants mail at once; null: it stays on the site. */
    mail: text({ enum: mailings }),
    createdAt: instant().notNull(),
    readAt: instant(),
    mailedAt: instant(),
  },
  (table) => [
    foreignKey({ name: 'notifications_person_fk', columns: [table.person], foreignColumns: [users.id] }).onDelete(
      'cascade',
    ),
    index('notifications_person').on(table.person, table.createdAt, table.id),
    index('notifications_subject').on(table.subject, table.person),
    index('notifications_unread').on(table.person).where(sql`read_at is null`),
    index('notifications_unmailed')
      .on(table.person)
      .where(sql`mail is not null and mailed_at is null and read_at is null`),
    index('notifications_created').on(table.createdAt),
    check('notifications_mail', sql`${table.mail} in ('immediate', 'digest')`),
    check('notifications_link', sql`${table.link} ~ '^/([^/]|$)'`),
  ],
)

const ofProfile = <Value>(column: SQL): SQL<Value> =>
  sql<Value>`(select ${column} from ${profiles} where ${profiles.person} = ${users.id})`

/** What a person said of their language and of mail, beside the columns of `users`. */
export const wishes = {
  locale: ofProfile<string | null>(sql`${profiles.locale}`),
  mailRhythm: ofProfile<string | null>(sql`${profiles.mailRhythm}`),
  mutedKinds: ofProfile<string[] | null>(sql`${profiles.mutedKinds}`),
  suspendedAt: ofProfile<string | null>(sql`${profiles.suspendedAt}`),
}

keepsPersonalData({
  table: notifications,
  person: notifications.person,
  purpose: 'telling people what happened in what they take part in',
  kept: 'a year, or as long as the account',
})

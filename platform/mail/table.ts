import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { keepsPersonalData } from '../auth/personal-data.ts'
import { id, instant } from '../db/columns.ts'
import type { Locale } from '../i18n/locales.ts'

/**
 * `queued` waits for its turn or its next try; `sent` was taken by the mail server; `kept` stays here, as there is no
 * mail server; `failed` was refused for good.
 */
export const mailStates = ['queued', 'sent', 'kept', 'failed'] as const
export type MailState = (typeof mailStates)[number]

/** Every message to a person, written in the transaction of what it tells. */
export const mailMessages = pgTable(
  'mail_messages',
  {
    id: id(),
    to: text().notNull(),
    /** The recipient's account, where there is one. */
    person: uuid(),
    locale: text().$type<Locale>().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    html: text().notNull(),
    /** Beyond sender, recipient, subject and date: the message's id, its thread, how to unsubscribe. */
    headers: jsonb().$type<Record<string, string>>().notNull(),
    state: text().$type<MailState>().notNull().default('queued'),
    attempts: integer().notNull().default(0),
    lastError: text(),
    createdAt: instant().notNull(),
    sentAt: instant(),
  },
  (table) => [
    index('mail_messages_to').on(table.to, table.id),
    index('mail_messages_person').on(table.person),
    check('mail_messages_state', sql`${table.state} in ('queued', 'sent', 'kept', 'failed')`),
    check('mail_messages_sent', sql`(${table.state} = 'sent') = (${table.sentAt} is not null)`),
  ],
)

keepsPersonalData({
  table: mailMessages,
  person: mailMessages.person,
  // They may hold links that sign in.
  secret: ['text', 'html', 'headers'],
  purpose: 'sending mail, and knowing whether it was sent',
  kept: 'its contents until it is sent; that it was sent for 90 days; where no mail is sent, all of it for 7 days',
})

export type MailMessage = typeof mailMessages.$inferSelect

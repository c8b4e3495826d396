import { and, desc, eq, getTableColumns, lt } from 'drizzle-orm'
import type { Db } from '../db/database.ts'
import { notFound } from '../errors.ts'
import { type MailMessage, type MailState, mailMessages } from './table.ts'

export interface MailFilter {
  /** The recipient's address. */
  to?: string | undefined
  person?: string | undefined
  state?: MailState | undefined
  /** Only messages older than the one with this id: the last of the page before. */
  before?: string | undefined
}

export type MailLine = Omit<MailMessage, 'text' | 'html' | 'headers'>

/** Messages without their contents, newest first. @param limit at most so many */
export function listMail(db: Db, { to, person, state, before }: MailFilter, limit = 50): Promise<MailLine[]> {
  const { text: _text, html: _html, headers: _headers, ...line } = getTableColumns(mailMessages)
  return db
    .select(line)
    .from(mailMessages)
    .where(
      and(
        to === undefined ? undefined : eq(mailMessages.to, to),
        person === undefined ? undefined : eq(mailMessages.person, person),
        state === undefined ? undefined : eq(mailMessages.state, state),
        before === undefined ? undefined : lt(mailMessages.id, before),
      ),
    )
    .orderBy(desc(mailMessages.id))
    .limit(limit)
}

/**
 * One message, whole.
 * @throws Problem `not-found`
 */
export async function getMail(db: Db, id: string): Promise<MailMessage> {
  const [message] = await db.select().from(mailMessages).where(eq(mailMessages.id, id))
  if (!message) throw notFound()
  return message
}

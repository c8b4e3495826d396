import { and, count, desc, eq, getTableColumns, lt, type SQL } from 'drizzle-orm'
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

const { text: _text, html: _html, headers: _headers, ...line } = getTableColumns(mailMessages)

/** Messages without their contents, newest first. @param limit at most so many */
export function listMail(db: Db, { to, person, state, before }: MailFilter, limit = 50): Promise<MailLine[]> {
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

/** One page of messages without their contents, newest first, and how many there are in all. */
export async function pageOfMail(db: Db, where: SQL | undefined, { limit, offset }: { limit: number; offset: number }) {
  const [rows, totals] = await Promise.all([
    db.select(line).from(mailMessages).where(where).orderBy(desc(mailMessages.id)).limit(limit).offset(offset),
    db.select({ total: count() }).from(mailMessages).where(where),
  ])
  return { rows, total: totals[0]?.total ?? 0 }
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

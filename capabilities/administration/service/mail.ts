import { and, ilike, inArray, or, type SQL } from 'drizzle-orm'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/db/database.ts'
import { getMail, pageOfMail } from '#platform/mail/outbox.ts'
import { type MailMessage, mailMessages } from '#platform/mail/table.ts'
import { offsetOf } from '#platform/paging.ts'
import type { MailQuery } from '../schema.ts'

/** One page of the messages within a predicate; the words looked for may stand anywhere in subject and address. */
export function listMessages(db: Db, within: SQL | undefined, query: MailQuery) {
  const words = (query.q ?? '').split(/\s+/).filter(Boolean).slice(0, 8)
  const where = and(
    within,
    query.state.length > 0 ? inArray(mailMessages.state, query.state) : undefined,
    ...words.map((word) => {
      const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
      return or(ilike(mailMessages.subject, pattern), ilike(mailMessages.to, pattern))
    }),
  )
  return pageOfMail(db, where, { limit: query.perPage, offset: offsetOf(query) })
}

/** @throws Problem `not-found` */
export function findMessage(db: Db, id: string): Promise<MailMessage> {
  return getMail(db, id)
}

/**
 * What a message says, where it can be read here at all: only one that is never sent. One that waits to be sent may hold
 * a link that signs its recipient in, which is nobody else's to see, not even an administrator's. Nor an access token's:
 * one that may only read would open the whole account with it.
 */
export function contentsOf({ scopes }: Actor, { state, text, html }: MailMessage) {
  return state === 'kept' && scopes === null ? { text, html } : { text: null, html: null }
}

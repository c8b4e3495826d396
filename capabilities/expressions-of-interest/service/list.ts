import { and, asc, count, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/db/database.ts'
import { holdsWords } from '#platform/db/folded.ts'
import { offsetOf } from '#platform/paging.ts'
import { receivedBy, sentBy } from '../policy.ts'
import type { ExpressionQuery } from '../schema.ts'
import { expressions, isReported } from '../table.ts'
import { type Expression, expressionFields } from './find.ts'

const isOpen = inArray(expressions.stage, ['received', 'in-conversation', 'met'])
const awaiting = and(isOpen, sql`${expressions.firstReplyAt} is null`)

const ownerNews = sql`${expressions.ownerNewsAt} > coalesce(${expressions.ownerSeenAt}, '-infinity')`
const senderNews = sql`${expressions.senderNewsAt} > coalesce(${expressions.senderSeenAt}, '-infinity')`
const unreadBy = (actor: Actor) => or(and(receivedBy(actor), ownerNews), and(sentBy(actor), senderNews))

/**
 * What belongs to one organisation of the reader's own. Another organisation's finds nothing, or the filter would tell
 * whose an anonymous listing is.
 */
function ofOwn(actor: Actor, organisation: string | undefined): SQL | undefined {
  if (organisation === undefined) return undefined
  if (!actor.standing.has(organisation)) return sql`false`
  return or(eq(expressions.fromOrganisation, organisation), eq(expressions.toOrganisation, organisation))
}

function inBox(actor: Actor, { box, organisation }: Pick<ExpressionQuery, 'box' | 'organisation'>): SQL | undefined {
  switch (box) {
    case 'in':
      return and(receivedBy(actor), organisation ? eq(expressions.toOrganisation, organisation) : undefined)
    case 'out':
      return and(sentBy(actor), organisation ? eq(expressions.fromOrganisation, organisation) : undefined)
    case 'reported':
      return isReported
    case undefined:
      return undefined
  }
}

const orders = {
  newest: [desc(expressions.updatedAt), desc(expressions.id)],
  // What is still to be answered comes first, then what is open.
  due: [
    sql`(${expressions.firstReplyAt} is null and ${expressions.stage} = 'received') desc`,
    sql`(${isOpen}) desc`,
    asc(expressions.replyDueAt),
    asc(expressions.id),
  ],
}

/**
 * One page of expressions of interest.
 * @param visible the policy's predicate
 */
export async function listExpressions(
  db: Db,
  actor: Actor,
  visible: SQL | undefined,
  query: ExpressionQuery,
): Promise<{ rows: Expression[]; total: number }> {
  const where = and(
    visible,
    ofOwn(actor, query.organisation),
    inBox(actor, query),
    holdsWords(expressions.searchable, query.q),
    query.stage.length > 0 ? inArray(expressions.stage, query.stage) : undefined,
    query.listing ? eq(expressions.listing, query.listing) : undefined,
    query.awaitingReply ? awaiting : undefined,
    query.unread ? unreadBy(actor) : undefined,
  )
  const [rows, totals] = await Promise.all([
    db
      .select(expressionFields)
      .from(expressions)
      .where(where)
      .orderBy(...orders[query.sort])
      .limit(query.perPage)
      .offset(offsetOf(query)),
    db.select({ total: count() }).from(expressions).where(where),
  ])
  return { rows, total: totals[0]?.total ?? 0 }
}

/** How much there is in each pile of a person's own. */
export async function countExpressions(
  db: Db,
  actor: Actor,
  visible: SQL | undefined,
  organisation: string | undefined,
) {
  const how = (many: SQL | undefined) => sql<number>`count(*) filter (where ${many})`.mapWith(Number)
  const received = inBox(actor, { box: 'in', organisation })
  const sent = inBox(actor, { box: 'out', organisation })
  const [row] = await db
    .select({
      in: how(and(received, isOpen)),
      out: how(and(sent, isOpen)),
      owed: how(and(received, awaiting)),
      unread: how(or(and(received, ownerNews), and(sent, senderNews))),
      agreed: how(eq(expressions.stage, 'agreed')),
    })
    .from(expressions)
    .where(and(visible, or(receivedBy(actor), sentBy(actor)), ofOwn(actor, organisation)))
  return row ?? { in: 0, out: 0, owed: 0, unread: 0, agreed: 0 }
}

import { and, asc, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import { users } from '#platform/auth/table.ts'
import type { Db } from '#platform/db/database.ts'
import { notFound } from '#platform/errors.ts'
import type { ExpressionFacts } from '../policy.ts'
import {
  expressionMessages,
  expressionSteps,
  expressions,
  fromSuspended,
  isReported,
  ownerKnown,
  toSuspended,
} from '../table.ts'

const { searchable, ...columns } = getTableColumns(expressions)

/** An expression with all that decisions on it need. */
export const expressionFields = {
  ...columns,
  ownerKnown: sql<boolean>`(${ownerKnown})`,
  reported: sql<boolean>`(${isReported})`,
  fromSuspended: sql<boolean>`(${fromSuspended})`,
  toSuspended: sql<boolean>`(${toSuspended})`,
}

export type Expression = Omit<typeof expressions.$inferSelect, 'searchable'> & ExpressionFacts

/** @throws Problem `not-found` */
export async function findExpression(db: Db, id: string): Promise<Expression> {
  const [row] = await db.select(expressionFields).from(expressions).where(eq(expressions.id, id))
  if (!row) throw notFound()
  return row
}

/**
 * The same, for whoever is about to change it: others who want to wait until the open transaction is over, and then see
 * what it did.
 * @throws Problem `not-found`
 */
export async function holdExpression(db: Db, id: string): Promise<Expression> {
  const locked = await db.select({ id: expressions.id }).from(expressions).where(eq(expressions.id, id)).for('update')
  if (locked.length === 0) throw notFound()
  return findExpression(db, id)
}

/** The newest messages that a thread shows. */
const MESSAGES = 500

export async function messagesOf(db: Db, expression: string) {
  const newest = db
    .select({ id: expressionMessages.id })
    .from(expressionMessages)
    .where(eq(expressionMessages.expression, expression))
    .orderBy(sql`${expressionMessages.createdAt} desc, ${expressionMessages.id} desc`)
    .limit(MESSAGES)
  return db
    .select({ ...getTableColumns(expressionMessages), authorName: users.name })
    .from(expressionMessages)
    .leftJoin(users, eq(users.id, expressionMessages.author))
    .where(inArray(expressionMessages.id, newest))
    .orderBy(asc(expressionMessages.createdAt), asc(expressionMessages.id))
}

/** @throws Problem `not-found` unless the message is of this conversation */
export async function findMessage(db: Db, expression: string, id: string) {
  const [row] = await db
    .select()
    .from(expressionMessages)
    .where(and(eq(expressionMessages.id, id), eq(expressionMessages.expression, expression)))
  if (!row) throw notFound()
  return row
}

export async function stepsOf(db: Db, expression: string) {
  return db
    .select({ ...getTableColumns(expressionSteps), personName: users.name })
    .from(expressionSteps)
    .leftJoin(users, eq(users.id, expressionSteps.person))
    .where(eq(expressionSteps.expression, expression))
    .orderBy(asc(expressionSteps.at), asc(expressionSteps.id))
}

export async function nameOf(db: Db, person: string | null): Promise<string | null> {
  if (!person) return null
  const [row] = await db.select({ name: users.name }).from(users).where(eq(users.id, person))
  return row?.name ?? null
}

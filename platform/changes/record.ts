import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Act } from '../access/act.ts'
import type { Db } from '../db/database.ts'
import { hashed, newSecret } from '../ids.ts'
import { auditSalts } from './table.ts'

/** A kind of change: its name in the past tense and what it tells. */
export interface EventKind<Shape extends z.ZodRawShape = z.ZodRawShape> {
  name: string
  schema: z.ZodObject<Shape>
}

/** @param name what happened, `listing.published` */
export function defineEvent<Shape extends z.ZodRawShape>(name: string, schema: z.ZodObject<Shape>): EventKind<Shape> {
  return { name, schema }
}

export interface Change<Shape extends z.ZodRawShape> {
  /** The body whose trail it goes to: an organisation's or an alliance's id, or `site`. */
  chain: string
  /** The row that changed. */
  subject: string | null
  payload: z.infer<z.ZodObject<Shape>>
}

/**
 * Writes what happened into the audit trail and the outbox, in the transaction of the change itself.
 * @param db the open transaction
 * @throws ZodError when the payload is not what the event's kind says
 */
export async function record<Shape extends z.ZodRawShape>(
  db: Db,
  act: Act,
  kind: EventKind<Shape>,
  change: Change<Shape>,
): Promise<void> {
  const payload = JSON.stringify(kind.schema.parse(change.payload))
  const subjectType = kind.name.split('.')[0]
  await db.execute(sql`select record_change(
    ${change.chain}, ${act.now.toISOString()}::timestamptz, ${act.actor.id}::uuid, ${act.actor.kind}, ${act.door},
    ${kind.name}, ${subjectType}, ${change.subject}::uuid, ${payload}::jsonb)`)
}

/**
 * A commitment to a personal value, for the audit trail: proves later what the value was, as long as the person's salts
 * are kept, and nothing once they are erased.
 */
export async function commitment(db: Db, person: string, value: string): Promise<string> {
  const salt = newSecret()
  const digest = hashed(`${salt}:${value}`)
  await db.insert(auditSalts).values({ commitment: digest, person, salt })
  return digest
}

import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Act } from '../access/act.ts'
import type { Db } from '../db/database.ts'
import { beforeCommit } from '../db/transaction.ts'
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

interface Entry {
  chain: string
  at: string
  actor: string | null
  actor_kind: string
  door: string
  event: string
  subject_type: string | undefined
  subject: string | null
  payload: unknown
}

/** Entries that open transactions will write at their end. */
const unwritten = new WeakMap<Db, Entry[]>()

/**
 * Writes what happened into the audit trail and the outbox, in the transaction of the change itself: at its very end, so
 * that the writers of one chain wait for each other no longer than that takes.
 * @param db the open transaction
 * @throws ZodError when the payload is not what the event's kind says
 */
export async function record<Shape extends z.ZodRawShape>(
  db: Db,
  act: Act,
  kind: EventKind<Shape>,
  change: Change<Shape>,
): Promise<void> {
  const entry: Entry = {
    chain: change.chain,
    at: act.now.toISOString(),
    actor: act.actor.id,
    actor_kind: act.actor.kind,
    door: act.door,
    event: kind.name,
    subject_type: kind.name.split('.')[0],
    subject: change.subject,
    payload: kind.schema.parse(change.payload),
  }
  const entries = unwritten.get(db)
  if (entries) {
    entries.push(entry)
    return
  }
  const first = [entry]
  const later = beforeCommit(db, () => {
    unwritten.delete(db)
    return writeEntries(db, first)
  })
  if (later) unwritten.set(db, first)
  else await writeEntries(db, first)
}

async function writeEntries(db: Db, entries: readonly Entry[]): Promise<void> {
  await db.execute(sql`
    select record_change(chain, at, actor, actor_kind, door, event, subject_type, subject, payload)
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as entry (chain text, at timestamptz, actor uuid,
      actor_kind text, door text, event text, subject_type text, subject uuid, payload jsonb)`)
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

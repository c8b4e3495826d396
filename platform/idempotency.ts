import { and, eq, sql } from 'drizzle-orm'
import { jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './db/columns.ts'
import type { Db } from './db/database.ts'
import { invalidField, Problem } from './errors.ts'
import { hashed } from './ids.ts'

/** Characters; a UUID has 36. */
const LONGEST_KEY = 200

/** Requests that were carried out under a key of the client's, kept for 24 hours with their answers. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    actor: uuid().notNull(),
    key: text().notNull(),
    request: text().notNull(),
    answer: jsonb(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ name: 'idempotency_keys_pk', columns: [table.actor, table.key] })],
)

/**
 * Carries a request out once for each key: a repetition gets the first answer. Key, change and answer are written in one
 * transaction; a second request that arrives meanwhile waits for the first.
 * @throws Problem `conflict` when the key was used for another request; `invalid` for a key that is no key but a text
 */
export async function once<Answer>(
  db: Db,
  asked: { actor: string; key: string; path: string; input: unknown; now: Date },
  run: () => Promise<Answer>,
): Promise<Answer> {
  if (asked.key.length > LONGEST_KEY)
    throw invalidField('Idempotency-Key', 'platform:invalid.long', { count: LONGEST_KEY })
  const request = hashed(JSON.stringify([asked.path, asked.input ?? null]))
  const fresh = await db
    .insert(idempotencyKeys)
    .values({ actor: asked.actor, key: asked.key, request, at: asked.now.toISOString() })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key })
  const same = and(eq(idempotencyKeys.actor, asked.actor), eq(idempotencyKeys.key, asked.key))
  if (fresh.length === 0) {
    const [kept] = await db.select().from(idempotencyKeys).where(same)
    if (kept?.request !== request) throw new Problem('conflict', 'platform:errors.keyReused')
    // The answers are JSON by nature: every schema of the API is.
    return kept.answer as Answer
  }
  const answer = await run()
  await db
    .update(idempotencyKeys)
    .set({ answer: answer ?? null })
    .where(same)
  return answer
}

/** Forgets keys older than 24 hours. */
export async function forgetKeys(db: Db, now: Date): Promise<void> {
  await db
    .delete(idempotencyKeys)
    .where(sql`${idempotencyKeys.at} < ${now.toISOString()}::timestamptz - interval '24 hours'`)
}

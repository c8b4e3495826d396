import { and, desc, eq } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import { passkeys } from '#platform/auth/table.ts'
import { record } from '#platform/changes/record.ts'
import type { Db } from '#platform/db/database.ts'
import { notFound } from '#platform/errors.ts'
import { passkeyRemoved } from '../events.ts'
import { needsSession, selfOf } from './self.ts'

export async function listPasskeys(db: Db, act: Act) {
  const rows = await db
    .select()
    .from(passkeys)
    .where(eq(passkeys.userId, selfOf(act.actor)))
    .orderBy(desc(passkeys.createdAt), desc(passkeys.id))
  return rows.map(({ id, name, backedUp, createdAt }) => ({
    id,
    name: name ?? '',
    backedUp,
    createdAt: createdAt?.toISOString() ?? null,
  }))
}

/** @throws Problem `not-found` */
export async function removePasskey(db: Db, act: Act, id: string): Promise<void> {
  const person = needsSession(act.actor)
  const removed = await db
    .delete(passkeys)
    .where(and(eq(passkeys.id, id), eq(passkeys.userId, person)))
    .returning({ id: passkeys.id })
  if (removed.length === 0) throw notFound()
  await record(db, act, passkeyRemoved, { chain: 'site', subject: person, payload: { person } })
}

import { sql } from 'drizzle-orm'
import type { Cursor } from '#platform/changes/relay.ts'
import type { Db } from '#platform/db/database.ts'

/** That something happened to a row. */
export interface News {
  id: number
  xid: string
  name: string
  subject: string | null
  /** No unfinished transaction can still tell anything before it. */
  settled: boolean
}

/**
 * What was told after a place in the outbox, in its order; also what an unfinished transaction may still precede, which
 * comes after all that is settled. For a reader that only reads the rows concerned again: it need not wait for a long
 * transaction, such as an import, to hear of what others have done meanwhile.
 */
export async function newsAfter(db: Db, cursor: Cursor, limit: number): Promise<News[]> {
  const { rows } = await db.execute<{
    id: string
    xid: string
    name: string
    subject: string | null
    settled: boolean
  }>(
    sql`select id, xid::text, name, subject, xid < pg_snapshot_xmin(pg_current_snapshot()) as settled
      from outbox_events where (xid, id) > (${cursor.xid}::xid8, ${cursor.event})
      order by outbox_events.xid, id limit ${limit}`,
  )
  return rows.map((row) => ({ ...row, id: Number(row.id) }))
}

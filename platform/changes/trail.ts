import { sql } from 'drizzle-orm'
import type { Db } from '../db/database.ts'

export interface TrailCheck {
  chain: string
  entries: number
  /** The sequence number of the first entry that does not follow from the one before it, or null. */
  brokenAt: number | null
  /** The hash of the newest entry: written down elsewhere, it proves later that nothing before it was changed. */
  head: string
}

/** Recomputes every hash of a chain. */
export async function checkTrail(db: Db, chain: string): Promise<TrailCheck> {
  const result = await db.execute<{ entries: string; broken: string | null; head: string | null }>(sql`
    with checked as (
      select seq, hash, previous_hash,
        lag(hash, 1, '') over (order by seq) as before,
        audit_hash(previous_hash, chain, seq, at, actor, actor_kind, door, event, subject_type, subject, facts) as again,
        row_number() over (order by seq) as place
      from audit_entries where chain = ${chain})
    select count(*) as entries,
      min(seq) filter (where hash <> again or previous_hash <> before or seq <> place) as broken,
      (select hash from audit_heads where chain = ${chain}) as head
    from checked`)
  const row = result.rows[0]
  return {
    chain,
    entries: Number(row?.entries ?? 0),
    brokenAt: row?.broken == null ? null : Number(row.broken),
    head: row?.head ?? '',
  }
}

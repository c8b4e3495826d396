import { and, asc, count, desc, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm'
import { users } from '#platform/auth/table.ts'
import { auditEntries, auditHeads } from '#platform/changes/table.ts'
import { DAY } from '#platform/clock.ts'
import type { Db } from '#platform/db/database.ts'
import { offsetOf } from '#platform/paging.ts'
import type { AuditQuery } from '../schema.ts'

const orders = {
  newest: [desc(auditEntries.at), asc(auditEntries.chain), desc(auditEntries.seq)],
  oldest: [asc(auditEntries.at), asc(auditEntries.chain), asc(auditEntries.seq)],
}
const chainName = sql<
  string | null
>`(select o.display_name from organisations o where o.id::text = ${auditEntries.chain})`
const text = sql`lower(concat_ws(' ', ${auditEntries.event}, ${auditEntries.facts}::text))`

function filtered(query: AuditQuery): SQL | undefined {
  return and(
    query.chain ? eq(auditEntries.chain, query.chain) : undefined,
    query.subject ? eq(auditEntries.subject, query.subject) : undefined,
    query.actor ? eq(auditEntries.actor, query.actor) : undefined,
    query.door.length > 0 ? inArray(auditEntries.door, query.door) : undefined,
    query.subjectType.length > 0 ? inArray(auditEntries.subjectType, query.subjectType) : undefined,
    query.from ? gte(auditEntries.at, `${query.from}T00:00:00Z`) : undefined,
    query.until ? lt(auditEntries.at, new Date(Date.parse(`${query.until}T00:00:00Z`) + DAY).toISOString()) : undefined,
    query.q ? sql`strpos(${text}, ${query.q.toLowerCase()}) > 0` : undefined,
  )
}

/** One page of what was done, with the names of people and organisations that are still there. */
export async function listEntries(db: Db, query: AuditQuery) {
  const where = filtered(query)
  const [rows, totals, kinds] = await Promise.all([
    db
      .select({ entry: auditEntries, actorName: users.name, chainName })
      .from(auditEntries)
      .leftJoin(users, eq(users.id, auditEntries.actor))
      .where(where)
      .orderBy(...orders[query.sort])
      .limit(query.perPage)
      .offset(offsetOf(query)),
    db.select({ total: count() }).from(auditEntries).where(where),
    db
      .selectDistinct({ kind: auditEntries.subjectType })
      .from(auditEntries)
      .where(query.chain ? eq(auditEntries.chain, query.chain) : undefined)
      .orderBy(auditEntries.subjectType),
  ])
  return {
    rows: rows.map(({ entry: { previousHash: _, ...entry }, ...names }) => ({ ...entry, ...names })),
    total: totals[0]?.total ?? 0,
    subjectTypes: kinds.map(({ kind }) => kind),
  }
}

/** One page of the newest entry of each chain: written down elsewhere, they prove later that nothing was changed. */
export async function listHeads(db: Db, query: { page: number; perPage: number }) {
  const [rows, totals] = await Promise.all([
    db.select().from(auditHeads).orderBy(asc(auditHeads.chain)).limit(query.perPage).offset(offsetOf(query)),
    db.select({ total: count() }).from(auditHeads),
  ])
  return { rows, total: totals[0]?.total ?? 0 }
}

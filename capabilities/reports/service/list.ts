import { and, asc, count, desc, eq, getTableColumns, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { users } from '#platform/auth/table.ts'
import type { Db } from '#platform/db/database.ts'
import { holdsWords } from '#platform/db/folded.ts'
import { notFound } from '#platform/errors.ts'
import { offsetOf } from '#platform/paging.ts'
import type { ReportQuery } from '../schema.ts'
import { reports } from '../table.ts'

const { searchable, ...columns } = getTableColumns(reports)
const settlers = alias(users, 'settlers')

const selected = (db: Db) =>
  db
    .select({ ...columns, reporterName: users.name, settledByName: settlers.name })
    .from(reports)
    .leftJoin(users, eq(users.id, reports.person))
    .leftJoin(settlers, eq(settlers.id, reports.settledBy))

export type Report = Awaited<ReturnType<typeof selected>>[number]

/** @throws Problem `not-found` */
export async function findReport(db: Db, id: string): Promise<Report> {
  const [row] = await selected(db).where(eq(reports.id, id))
  if (!row) throw notFound()
  return row
}

const waits = isNull(reports.settledAt)
const orders = {
  oldest: [asc(reports.createdAt), asc(reports.id)],
  newest: [desc(reports.createdAt), desc(reports.id)],
}

/** One page of reports, and how many there are in each state whatever the state asked for. */
export async function listReports(db: Db, query: ReportQuery) {
  const filters = and(
    query.about.length > 0 ? inArray(reports.about, query.about) : undefined,
    query.reason.length > 0 ? inArray(reports.reason, query.reason) : undefined,
    holdsWords(reports.searchable, query.q),
  )
  const how = (many: SQL) => sql<number>`count(*) filter (where ${many})`.mapWith(Number)
  const [rows, counts] = await Promise.all([
    selected(db)
      .where(and(filters, query.state === 'open' ? waits : sql`not (${waits})`))
      .orderBy(...orders[query.sort])
      .limit(query.perPage)
      .offset(offsetOf(query)),
    db
      .select({ open: how(waits), all: count() })
      .from(reports)
      .where(filters),
  ])
  const { open = 0, all = 0 } = counts[0] ?? {}
  const byState = { open, settled: all - open }
  return { rows, byState, total: byState[query.state] }
}

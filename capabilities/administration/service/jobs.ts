import { and, type SQL, sql } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import { record } from '#platform/changes/record.ts'
import type { Db } from '#platform/db/database.ts'
import { notFound, Problem } from '#platform/errors.ts'
import { offsetOf } from '#platform/paging.ts'
import { jobDropped, jobRetried } from '../events.ts'
import { type JobQuery, type JobState, jobStates } from '../schema.ts'

export interface QueuedJob {
  id: string
  task: string
  state: JobState
  attempts: number
  maxAttempts: number
  lastError: string | null
  payload: unknown
  runAt: string
  createdAt: string
  running: boolean
}

/** A worker that died keeps its lock; after four hours the queue takes it away (graphile-worker). */
const running = sql`(jobs.locked_at is not null and jobs.locked_at > now() - interval '4 hours')`
const state = sql`case when ${running} then 'running' when jobs.attempts >= jobs.max_attempts then 'failed'
  when jobs.last_error is not null then 'retrying' else 'waiting' end`
const from = sql`from graphile_worker._private_jobs jobs join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id`
const instant = (column: SQL) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const columns = sql`jobs.id::text as id, tasks.identifier as task, ${state} as state, jobs.attempts::int as attempts,
  jobs.max_attempts::int as "maxAttempts", jobs.last_error as "lastError", jobs.payload as payload,
  ${instant(sql`jobs.run_at`)} as "runAt", ${instant(sql`jobs.created_at`)} as "createdAt", ${running} as running`
const orders = {
  newest: sql`jobs.created_at desc, jobs.id desc`,
  runAt: sql`jobs.run_at, jobs.id`,
}

/** One page of the jobs that are not done, and how many there are in each state. */
export async function listJobs(db: Db, query: JobQuery) {
  const where = and(
    sql`true`,
    query.state.length > 0 ? sql`${state} = any(${sql.param(query.state)}::text[])` : undefined,
    query.task.length > 0 ? sql`tasks.identifier = any(${sql.param(query.task)}::text[])` : undefined,
    query.q
      ? sql`strpos(lower(concat_ws(' ', tasks.identifier, jobs.last_error)), ${query.q.toLowerCase()}) > 0`
      : undefined,
  )
  const [rows, totals, tasks, byState] = await Promise.all([
    db.execute<QueuedJob & Record<string, unknown>>(
      sql`select ${columns} ${from} where ${where} order by ${orders[query.sort]}
        limit ${query.perPage} offset ${offsetOf(query)}`,
    ),
    db.execute<{ total: number }>(sql`select count(*)::int as total ${from} where ${where}`),
    db.execute<{ task: string }>(sql`select distinct tasks.identifier as task ${from} order by 1`),
    countJobs(db),
  ])
  return { rows: rows.rows, total: totals.rows[0]?.total ?? 0, tasks: tasks.rows.map(({ task }) => task), byState }
}

/** How many jobs there are in each state. */
export async function countJobs(db: Db): Promise<Record<JobState, number>> {
  const { rows } = await db.execute<{ state: JobState; total: number }>(
    sql`select ${state} as state, count(*)::int as total ${from} group by 1`,
  )
  const count = (wanted: JobState) => rows.find((row) => row.state === wanted)?.total ?? 0
  return Object.fromEntries(jobStates.map((each) => [each, count(each)])) as Record<JobState, number>
}

/** @throws Problem `not-found` for a job that is done meanwhile, or never was */
export async function findJob(db: Db, id: string): Promise<QueuedJob> {
  const { rows } = await db.execute<QueuedJob & Record<string, unknown>>(
    sql`select ${columns} ${from} where jobs.id = ${id}::bigint`,
  )
  const [row] = rows
  if (!row) throw notFound()
  return row
}

/** Tries a job again at once, as often as a new one would be. @throws Problem `conflict` when a worker took it meanwhile */
export async function retryJob(db: Db, act: Act, { id, task }: QueuedJob): Promise<void> {
  const { rows } = await db.execute(
    sql`select id from graphile_worker.reschedule_jobs(array[${id}]::bigint[], run_at => now(), attempts => 0)`,
  )
  if (rows.length === 0) throw new Problem('conflict', 'administration:errors.jobTaken')
  await record(db, act, jobRetried, { chain: 'site', subject: null, payload: { job: id, task } })
}

/** Gives a job up: it is never done. @throws Problem `conflict` when a worker took it meanwhile */
export async function dropJob(db: Db, act: Act, { id, task }: QueuedJob): Promise<void> {
  const { rows } = await db.execute(sql`select id from graphile_worker.complete_jobs(array[${id}]::bigint[])`)
  if (rows.length === 0) throw new Problem('conflict', 'administration:errors.jobTaken')
  await record(db, act, jobDropped, { chain: 'site', subject: null, payload: { job: id, task } })
}

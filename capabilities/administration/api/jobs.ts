import { z } from 'zod'
import type { Act } from '#platform/access/act.ts'
import type { Actor } from '#platform/access/actor.ts'
import { rights } from '#platform/access/policy.ts'
import type { Db } from '#platform/db/database.ts'
import { read, write } from '#platform/procedure.ts'
import { jobPolicy } from '../policy.ts'
import { jobById, jobPage, jobQuery, type jobView } from '../schema.ts'
import { dropJob, findJob, listJobs, type QueuedJob, retryJob } from '../service/jobs.ts'

const done = z.object({ done: z.literal(true) })

function present(actor: Actor, { running: _, ...row }: QueuedJob): z.input<typeof jobView> {
  return { ...row, can: rights(jobPolicy, actor, { running: row.state === 'running' }) }
}

function deed(action: 'retry' | 'drop', summary: string, run: (db: Db, act: Act, row: QueuedJob) => Promise<void>) {
  return write(jobPolicy, action, {
    path: `POST /jobs/{id}/${action}`,
    summary,
    input: jobById,
    output: done,
    run: async ({ input, allow, ...act }) => {
      const row = await findJob(act.db, input.id)
      allow(row)
      await run(act.db, act, row)
      return { done: true } as const
    },
  })
}

/** What the site still has to do in the background, and what it could not do. */
export const jobsApi = {
  list: read(jobPolicy, 'list', {
    path: 'GET /jobs',
    summary: 'List the background jobs that are not done, for administrators',
    input: jobQuery,
    output: jobPage,
    run: async ({ db, input, actor, allow }) => {
      allow()
      const { rows, ...about } = await listJobs(db, input)
      return { ...about, rows: rows.map((row) => present(actor, row)), page: input.page, perPage: input.perPage }
    },
  }),

  retry: deed('retry', 'Try a job again at once', retryJob),
  drop: deed('drop', 'Give a job up: it is never done', dropJob),
}

import type { z } from 'zod'
import type { Actor } from '#platform/access/actor.ts'
import { rights } from '#platform/access/policy.ts'
import { read, write } from '#platform/procedure.ts'
import { reportPolicy } from './policy.ts'
import { reportPage, reportQuery, reportView, settling } from './schema.ts'
import { findReport, listReports, type Report } from './service/list.ts'
import { settleReport } from './service/settle.ts'

function present(actor: Actor, { person, settledBy: _, ...row }: Report): z.input<typeof reportView> {
  const open = row.settledAt === null
  return {
    ...row,
    link: open || row.about === 'listing' ? row.link : null,
    reporter: person,
    can: { settle: open && rights(reportPolicy, actor, row).settle },
  }
}

/** What people ask the moderators to look at. Each capability has its own procedure to report what is its. */
export const reportsApi = {
  list: read(reportPolicy, 'list', {
    path: 'GET /reports',
    summary: 'List what people reported, for moderators: what waits, or what was dealt with',
    input: reportQuery,
    output: reportPage,
    run: async ({ db, input, actor, allow }) => {
      allow()
      const { rows, ...about } = await listReports(db, input)
      return { ...about, rows: rows.map((row) => present(actor, row)), page: input.page, perPage: input.perPage }
    },
  }),

  settle: write(reportPolicy, 'settle', {
    path: 'POST /reports/{id}/settle',
    summary: 'Note that a report was dealt with, and what was done; whoever made it is told that it was',
    input: settling,
    output: reportView,
    run: async ({ input, allow, ...act }) => {
      const row = await findReport(act.db, input.id)
      allow(row)
      await settleReport(act.db, act, row, input.note)
      return present(act.actor, await findReport(act.db, row.id))
    },
  }),
}

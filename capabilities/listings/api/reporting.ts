import { z } from 'zod'
import { write } from '#platform/procedure.ts'
import { listingPolicy } from '../policy.ts'
import { reportingListing } from '../schema.ts'
import { findListing } from '../service/find.ts'
import { reportListing } from '../service/report.ts'

export const reporting = {
  report: write(listingPolicy, 'report', {
    path: 'POST /listings/{id}/report',
    summary: 'Ask the moderators to look at a need or an offer',
    input: reportingListing,
    output: z.object({ reported: z.uuid() }),
    run: async ({ input, allow, ...act }) => {
      const row = await findListing(act.db, input.id)
      allow(row)
      await reportListing(act.db, act, row, input)
      return { reported: row.id }
    },
  }),
}

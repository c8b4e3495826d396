import { z } from 'zod'
import { read } from '#platform/procedure.ts'
import { sitePolicy } from '../policy.ts'
import { siteState as siteStateView } from '../schema.ts'
import { siteState } from '../service/state.ts'

export const siteApi = {
  state: read(sitePolicy, 'inspect', {
    path: 'GET /site/state',
    summary: 'Show how the site fares: versions, database, outbox, jobs, mail, settings without secrets',
    input: z.strictObject({}),
    output: siteStateView,
    run: async ({ db, allow, input: _, ...act }) => {
      allow()
      return siteState(db, act)
    },
  }),
}

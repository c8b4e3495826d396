import { checkTrail } from '#platform/changes/trail.ts'
import { read } from '#platform/procedure.ts'
import { auditPolicy } from '../policy.ts'
import { auditPage, auditQuery, chainQuery, headPage, headQuery, trailCheck } from '../schema.ts'
import { listEntries, listHeads } from '../service/trail.ts'

/** Who did what: a chain of entries for each organisation and one for the site, each entry holding the one before. */
export const auditApi = {
  list: read(auditPolicy, 'list', {
    path: 'GET /audit',
    summary: 'List who did what: everything for moderators, an organisation’s own trail for who keeps it',
    input: auditQuery,
    output: auditPage,
    run: async ({ db, input, allow }) => {
      allow(input.chain)
      return { ...(await listEntries(db, input)), page: input.page, perPage: input.perPage }
    },
  }),

  check: read(auditPolicy, 'list', {
    path: 'GET /audit/check',
    summary: 'Recompute a trail, to show that no entry was changed, added or taken away',
    input: chainQuery,
    output: trailCheck,
    run: async ({ db, input, now, allow }) => {
      allow(input.chain)
      return { ...(await checkTrail(db, input.chain)), checkedAt: now.toISOString() }
    },
  }),

  checkpoint: read(auditPolicy, 'heads', {
    path: 'GET /audit/checkpoint',
    summary: 'List the newest entry of every trail: kept elsewhere, it proves later that nothing before it changed',
    input: headQuery,
    output: headPage,
    run: async ({ db, input, allow }) => {
      allow()
      return { ...(await listHeads(db, input)), page: input.page, perPage: input.perPage }
    },
  }),
}

import { policyFor } from '#platform/access/policy.ts'

/** Whoever searches finds what the lists would show them, and nothing else. */
export const searchPolicy = policyFor<null>()({
  resource: 'search',
  sees: () => false,
  actions: {},
  opens: { query: () => true, suggest: () => true },
})

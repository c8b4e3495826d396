import { isModerator } from '#platform/access/actor.ts'
import { policyFor } from '#platform/access/policy.ts'

/** What a decision needs to know of a report: nothing, since moderators alone know of any. */
export const reportPolicy = policyFor<object>()({
  resource: 'report',
  sees: isModerator,
  actions: {
    settle: isModerator,
  },
  opens: { list: isModerator },
})

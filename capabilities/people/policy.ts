import { type Actor, isAdministrator } from '#platform/access/actor.ts'
import { policyFor } from '#platform/access/policy.ts'

/** What a decision needs to know of a person. */
export interface PersonFacts {
  id: string
  suspendedAt: string | null
}

const isPerson = (actor: Actor) => actor.kind === 'person'

/** People's accounts: each keeps their own; administrators see and steer them all. */
export const personPolicy = policyFor<PersonFacts>()({
  resource: 'person',
  sees: (actor) => isAdministrator(actor),
  actions: {
    suspend: (actor, row) => isAdministrator(actor) && row.suspendedAt === null && row.id !== actor.id,
    restore: (actor, row) => isAdministrator(actor) && row.suspendedAt !== null,
    assign: (actor) => isAdministrator(actor),
  },
  opens: {
    /** Sign up, in and out. */
    enter: () => true,
    /** One's own account. */
    own: isPerson,
    list: isAdministrator,
  },
})

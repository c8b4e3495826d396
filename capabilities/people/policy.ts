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
    /** Make an account. */
    join: () => true,
    /** Sign in and out at a browser, and ask for the links that do. */
    enter: () => true,
    /** Make an access token by password, without a browser. */
    issue: () => true,
    /** Know what is kept about people. */
    inform: () => true,
    /** Know the sign-ins of the demonstration world, where there is one. */
    demonstrate: () => true,
    /** One's own account. */
    own: isPerson,
    list: isAdministrator,
  },
})

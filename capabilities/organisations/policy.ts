import { isNull, type SQL, sql } from 'drizzle-orm'
import { type Actor, isAdministrator, isModerator } from '#platform/access/actor.ts'
import { policyFor } from '#platform/access/policy.ts'
import { organisations } from './table.ts'

/** What a decision needs to know of an organisation. */
export interface OrganisationFacts {
  id: string
  standing: string
  suspendedAt: string | null
  /** Whether any active manager is left. */
  managed: boolean
}

export function actsFor(actor: Actor, organisation: string): boolean {
  return actor.standing.has(organisation)
}

export function manages(actor: Actor, organisation: string): boolean {
  const role = actor.standing.get(organisation)
  return role === 'owner' || role === 'manager'
}

const inGoodStanding = (row: OrganisationFacts) => row.suspendedAt === null

export const organisationPolicy = policyFor<OrganisationFacts>()({
  resource: 'organisation',
  sees: (actor, row) => inGoodStanding(row) || isModerator(actor) || actsFor(actor, row.id),
  actions: {
    read: () => true,
    edit: (actor, row) => isAdministrator(actor) || (manages(actor, row.id) && inGoodStanding(row)),
    /** Keep its people: invite, accept, change roles, remove. */
    manage: (actor, row) => isAdministrator(actor) || (manages(actor, row.id) && inGoodStanding(row)),
    /** Post needs and offers, answer and send expressions of interest in its name. */
    post: (actor, row) => actsFor(actor, row.id) && actor.emailVerified && inGoodStanding(row),
    /** Ask to act for it. */
    claim: (actor, row) => actor.kind === 'person' && !actsFor(actor, row.id) && inGoodStanding(row),
    verify: (actor) => isModerator(actor),
    suspend: (actor) => isModerator(actor),
  },
  opens: {
    list: () => true,
    create: (actor: Actor) => actor.kind === 'system' || (actor.kind === 'person' && actor.emailVerified),
    import: (actor: Actor) => isModerator(actor),
  },
})

/** The organisations an actor may know of; agrees with the policy's `sees`. */
export function visibleOrganisations(actor: Actor): SQL | undefined {
  if (isModerator(actor)) return undefined
  const own = [...actor.standing.keys()]
  const good = isNull(organisations.suspendedAt)
  return own.length === 0 ? good : sql`(${good} or ${organisations.id} = any(${sql.param(own)}::uuid[]))`
}

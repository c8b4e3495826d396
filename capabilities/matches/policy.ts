import { type SQL, sql } from 'drizzle-orm'
import { type Actor, isAdministrator, isModerator } from '#platform/access/actor.ts'
import { policyFor } from '#platform/access/policy.ts'
import { type ListingFacts, listingPolicy, visibleListings } from '../listings/policy.ts'
import { actsFor, type OrganisationFacts, organisationPolicy } from '../organisations/policy.ts'
import { matchPairs, savedSearches } from './table.ts'

export const matchPolicy = policyFor<ListingFacts>()({
  resource: 'match',
  sees: listingPolicy.sees,
  actions: {
    /** What fits a listing: for its owner's people. */
    read: (actor, row) => isModerator(actor) || actsFor(actor, row.organisation),
    /** Why something fits it or not: for whoever sees both. */
    explain: () => true,
  },
  opens: {
    mine: (actor: Actor) => actor.kind === 'person',
    /** What fits an organisation: for its own people. */
    ofOrganisation: (actor: Actor, row: OrganisationFacts) => isModerator(actor) || actsFor(actor, row.id),
    /** Save and dismiss in an organisation's name. */
    mark: (actor: Actor, row: OrganisationFacts) => organisationPolicy.actions.post(actor, row),
    state: (actor: Actor) => isModerator(actor),
    refresh: (actor: Actor) => isAdministrator(actor),
  },
})

const ownOf = (actor: Actor): SQL => sql`${sql.param([...actor.standing.keys()])}::uuid[]`

/** The pairs whose need is the actor's. */
export const ownNeeds = (actor: Actor): SQL => sql`${matchPairs.needOrganisation} = any(${ownOf(actor)})`
/** The pairs whose offer is the actor's. */
export const ownOffers = (actor: Actor): SQL => sql`${matchPairs.offerOrganisation} = any(${ownOf(actor)})`

/** What of the other side of its pairs an actor may see: of what it may know of, what still stands. */
export function visibleCandidates(actor: Actor): SQL {
  return sql`(${visibleListings(actor) ?? sql`true`} and "listings"."status" = 'published')`
}

/** What a decision needs to know of a saved search. */
export interface SearchFacts {
  person: string
}

export const savedSearchPolicy = policyFor<SearchFacts>()({
  resource: 'saved-search',
  sees: (actor, row) => actor.id === row.person,
  actions: { read: () => true, change: () => true, remove: () => true },
  opens: { own: (actor: Actor) => actor.kind === 'person' },
})

/** A person's own saved searches. */
export function ownSearches(actor: Actor): SQL {
  return actor.id ? sql`${savedSearches.person} = ${actor.id}` : sql`false`
}

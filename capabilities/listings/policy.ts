import { and, type SQL, sql } from 'drizzle-orm'
import { type Actor, isAdministrator, isModerator } from '#platform/access/actor.ts'
import { policyFor, rights } from '#platform/access/policy.ts'
import { actsFor, type OrganisationFacts, organisationPolicy } from '../organisations/policy.ts'
import type { ListingStatus, Visibility } from './schema.ts'
import { listingOpenings, listingReveals, listings, onBoard, ownerSuspended } from './table.ts'

/** What a decision needs to know of a listing. */
export interface ListingFacts {
  organisation: string
  status: ListingStatus
  visibility: Visibility
  ownerSuspended: boolean
  /** Organisations that were told whose it is. */
  revealedTo: readonly string[]
  /** Organisations it was opened to because it fits. */
  openedTo: readonly string[]
}

/** From which status each verb leads on. */
export const transitions = {
  edit: ['draft', 'review', 'returned', 'published', 'paused', 'expired', 'withdrawn'],
  publish: ['draft', 'returned', 'withdrawn'],
  review: ['review'],
  sendBack: ['review', 'published', 'paused'],
  pause: ['published'],
  resume: ['paused'],
  fulfil: ['published', 'paused', 'expired'],
  withdraw: ['review', 'returned', 'published', 'paused', 'expired'],
  renew: ['published', 'paused', 'expired'],
  remove: ['draft'],
} as const satisfies Record<string, readonly ListingStatus[]>
export type Transition = keyof typeof transitions

/** Statuses in which a listing is shown to those whom its visibility names. */
const shownIn: readonly ListingStatus[] = ['published', 'fulfilled', 'expired']

/** Whether a visibility keeps back who posts it. */
export function conceals(visibility: Visibility): boolean {
  return visibility === 'anonymous' || visibility === 'match-only'
}

/** Acts for an organisation, under an address that was confirmed. */
export function isMember(actor: Actor): boolean {
  return actor.kind === 'person' && actor.emailVerified && actor.standing.size > 0
}

const actsForOneOf = (actor: Actor, among: readonly string[]) => among.some((one) => actsFor(actor, one))
const ownSide = (actor: Actor, row: ListingFacts) => isModerator(actor) || actsFor(actor, row.organisation)
const keeps = (actor: Actor, row: ListingFacts) =>
  isAdministrator(actor) || (actsFor(actor, row.organisation) && actor.emailVerified && !row.ownerSuspended)

function inAudience(actor: Actor, row: ListingFacts): boolean {
  switch (row.visibility) {
    case 'public':
    case 'anonymous':
      return true
    case 'members':
      return isMember(actor)
    case 'match-only':
      return actsForOneOf(actor, row.openedTo) || actsForOneOf(actor, row.revealedTo)
  }
}

/** Whether an actor may know whose the listing is. Says nothing on whether the actor may see the listing. */
export function knowsOwner(actor: Actor, row: ListingFacts): boolean {
  return !conceals(row.visibility) || ownSide(actor, row) || actsForOneOf(actor, row.revealedTo)
}

export const listingPolicy = policyFor<ListingFacts>()({
  resource: 'listing',
  sees: (actor, row) =>
    ownSide(actor, row) || (shownIn.includes(row.status) && !row.ownerSuspended && inAudience(actor, row)),
  actions: {
    read: () => true,
    edit: keeps,
    publish: keeps,
    pause: keeps,
    resume: keeps,
    fulfil: keeps,
    withdraw: keeps,
    renew: keeps,
    duplicate: (actor, row) => actsFor(actor, row.organisation) && actor.emailVerified && !row.ownerSuspended,
    remove: keeps,
    history: ownSide,
    /** Let it appear. */
    review: (actor) => isModerator(actor),
    /** Send it back to its owner with a reason, before or after it appeared. */
    sendBack: (actor) => isModerator(actor),
    /** Express interest in it. */
    answer: (actor, row) =>
      isMember(actor) &&
      row.status === 'published' &&
      !row.ownerSuspended &&
      [...actor.standing.keys()].some((organisation) => organisation !== row.organisation),
    /** Ask the moderators to look at it: whoever is signed in and finds it, but for those whose it is. */
    report: (actor, row) =>
      actor.kind === 'person' && shownIn.includes(row.status) && !actsFor(actor, row.organisation),
  },
  opens: {
    list: () => true,
    mine: (actor: Actor) => actor.kind === 'person',
    queue: (actor: Actor) => isModerator(actor),
    create: (actor: Actor, organisation: OrganisationFacts) =>
      actor.kind === 'system' || organisationPolicy.actions.post(actor, organisation),
  },
})

/** The actor's rights on one listing as it stands: a verb that leads nowhere from its status is not offered. */
export function listingRightsOf(actor: Actor, row: ListingFacts) {
  const given = rights(listingPolicy, actor, row)
  for (const [verb, from] of Object.entries(transitions))
    if (!from.some((status) => status === row.status)) given[verb as Transition] = false
  return given
}

const ownOf = (actor: Actor): SQL => sql`${sql.param([...actor.standing.keys()])}::uuid[]`
const isOwn = (actor: Actor): SQL => sql`${listings.organisation} = any(${ownOf(actor)})`
const wasRevealed = (actor: Actor): SQL => sql`exists (select 1 from ${listingReveals}
  where ${listingReveals.listing} = ${listings.id} and ${listingReveals.organisation} = any(${ownOf(actor)}))`
const wasOpened = (actor: Actor): SQL => sql`exists (select 1 from ${listingOpenings}
  where ${listingOpenings.listing} = ${listings.id} and ${listingOpenings.organisation} = any(${ownOf(actor)}))`

/** The listings an actor may know of; agrees with the policy's `sees`. Undefined: all of them. */
export function visibleListings(actor: Actor): SQL | undefined {
  if (isModerator(actor)) return undefined
  const audiences = isMember(actor) ? sql`'public', 'anonymous', 'members'` : sql`'public', 'anonymous'`
  const shown = sql`${listings.status} in ('published', 'fulfilled', 'expired') and not ${ownerSuspended}`
  if (actor.standing.size === 0) return sql`(${shown} and ${listings.visibility} in (${audiences}))`
  return sql`(${isOwn(actor)} or (${shown} and (${listings.visibility} in (${audiences})
    or ${listings.visibility} = 'match-only' and (${wasOpened(actor)} or ${wasRevealed(actor)}))))`
}

/**
 * The listings on the board, as an actor finds it: what lists, searches, counts and facets go over. Of those it may know,
 * it leaves out what is not published and, for everybody, what is match-only.
 */
export function listedListings(actor: Actor): SQL | undefined {
  const members = isModerator(actor) || isMember(actor)
  return and(onBoard, members ? undefined : sql`${listings.visibility} <> 'members'`, sql`not ${ownerSuspended}`)
}

/** Whether a listing stands on the board of an actor; agrees with `listedListings`. */
export function lists(actor: Actor, row: ListingFacts): boolean {
  if (row.status !== 'published' || row.visibility === 'match-only' || row.ownerSuspended) return false
  return row.visibility !== 'members' || isModerator(actor) || isMember(actor)
}

/** The listings whose owner an actor may know; agrees with `knowsOwner`. Undefined: of all of them. */
export function knownOwners(actor: Actor): SQL | undefined {
  if (isModerator(actor)) return undefined
  const open = sql`${listings.visibility} in ('public', 'members')`
  if (actor.standing.size === 0) return open
  return sql`(${open} or ${isOwn(actor)} or ${wasRevealed(actor)})`
}

/** The listings of the organisations an actor acts for, or of one of them. */
export function ownListings(actor: Actor, organisation: string | undefined): SQL | undefined {
  return and(isOwn(actor), organisation ? sql`${listings.organisation} = ${organisation}` : undefined)
}

import { or, type SQL, sql } from 'drizzle-orm'
import { type Actor, isModerator } from '#platform/access/actor.ts'
import { policyFor, rights } from '#platform/access/policy.ts'
import { conceals, type ListingFacts, listingPolicy } from '../listings/policy.ts'
import { actsFor, type OrganisationFacts, organisationPolicy } from '../organisations/policy.ts'
import { openStages, type Side, type Stage } from './schema.ts'
import { expressions, isReported } from './table.ts'

/** What a decision needs to know of an expression of interest. */
export interface ExpressionFacts {
  fromOrganisation: string
  toOrganisation: string
  fromSuspended: boolean
  toSuspended: boolean
  stage: Stage
  firstReplyAt: string | null
  agreementBy: Side | null
  /** Whether the sender's side may know whose the listing is. */
  ownerKnown: boolean
  /** Whether a participant’s report waits for a moderator. */
  reported: boolean
}

/** The sides an actor is on. Whoever acts for both organisations is on both; the owner's then comes first. */
export function sidesOf(actor: Actor, row: Pick<ExpressionFacts, 'fromOrganisation' | 'toOrganisation'>): Side[] {
  const owner: Side[] = actsFor(actor, row.toOrganisation) ? ['owner'] : []
  return actsFor(actor, row.fromOrganisation) ? [...owner, 'sender'] : owner
}

/** Whether an actor may act in the name of a side, as things stand with its organisation. */
export function actsOn(actor: Actor, row: ExpressionFacts, side: Side): boolean {
  const suspended = side === 'owner' ? row.toSuspended : row.fromSuspended
  return sidesOf(actor, row).includes(side) && actor.emailVerified && !suspended
}

/** Whether an actor may know whose the listing is. Says nothing on whether the actor may see the conversation. */
export function knowsOwner(actor: Actor, row: ExpressionFacts): boolean {
  return row.ownerKnown || actsFor(actor, row.toOrganisation) || isModerator(actor)
}

const takesPart = (actor: Actor, row: ExpressionFacts) => sidesOf(actor, row).length > 0
const onAnySide = (actor: Actor, row: ExpressionFacts) => actsOn(actor, row, 'owner') || actsOn(actor, row, 'sender')

export const expressionPolicy = policyFor<ExpressionFacts>()({
  resource: 'expression',
  sees: (actor, row) => actor.kind === 'system' || takesPart(actor, row) || (isModerator(actor) && row.reported),
  actions: {
    read: () => true,
    /** Note what one's side has seen. */
    see: takesPart,
    reply: onAnySide,
    move: onAnySide,
    propose: onAnySide,
    confirm: onAnySide,
    decline: (actor, row) => actsOn(actor, row, 'owner'),
    reveal: (actor, row) => actsOn(actor, row, 'owner'),
    withdraw: (actor, row) => actsOn(actor, row, 'sender'),
    report: takesPart,
  },
  opens: {
    /** The lists of one's own. */
    own: (actor: Actor) => actor.kind === 'person',
    send: (actor: Actor, from: OrganisationFacts) => organisationPolicy.actions.post(actor, from),
    /** How an organisation answers is public. */
    record: () => true,
  },
})

/** The actor's rights on one expression as it stands: a verb that leads nowhere from its stage is not offered. */
export function expressionRightsOf(actor: Actor, row: ExpressionFacts) {
  const { see: _see, ...given } = rights(expressionPolicy, actor, row)
  const open = openStages.some((stage) => stage === row.stage)
  // The owner's first step is the answer; until it has come, the sender can only add to what was sent.
  const answered = row.firstReplyAt !== null || actsOn(actor, row, 'owner')
  const proposed = row.agreementBy !== null
  return {
    ...given,
    reply: given.reply && (open || row.stage === 'agreed'),
    move: given.move && open && row.stage !== 'met' && answered,
    propose: given.propose && open && answered,
    confirm: given.confirm && open && proposed && sidesOf(actor, row).some((side) => side !== row.agreementBy),
    decline: given.decline && open,
    withdraw: given.withdraw && open,
    reveal: given.reveal && !row.ownerKnown && (open || row.stage === 'agreed'),
  }
}

/** Whether an organisation may know of a listing, by itself: not through others that the same person acts for. */
export function seesListing(actor: Actor, organisation: string, listing: ListingFacts): boolean {
  const role = actor.standing.get(organisation)
  const narrowed = { ...actor, siteRoles: [], standing: new Map(role ? [[organisation, role]] : []) }
  return listingPolicy.sees(narrowed, listing)
}

/** Whether a listing keeps its owner back from an organisation. */
export function concealsFrom(organisation: string, listing: ListingFacts): boolean {
  return conceals(listing.visibility) && !listing.revealedTo.includes(organisation)
}

export function seesOrganisation(actor: Actor, organisation: OrganisationFacts): boolean {
  return organisationPolicy.sees(actor, organisation)
}

const own = (actor: Actor): SQL => sql`any(${sql.param([...actor.standing.keys()])}::uuid[])`
export const sentBy = (actor: Actor): SQL => sql`${expressions.fromOrganisation} = ${own(actor)}`
export const receivedBy = (actor: Actor): SQL => sql`${expressions.toOrganisation} = ${own(actor)}`

/** The expressions an actor may know of; agrees with the policy's `sees`. Undefined: all of them. */
export function visibleExpressions(actor: Actor): SQL | undefined {
  if (actor.kind === 'system') return undefined
  const shown: SQL[] = actor.standing.size > 0 ? [sentBy(actor), receivedBy(actor)] : []
  if (isModerator(actor)) shown.push(isReported)
  return or(...shown) ?? sql`false`
}

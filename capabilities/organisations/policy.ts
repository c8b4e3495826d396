import { isNull, type SQL, sql } from 'drizzle-orm'
import { type Actor, isAdministrator, isModerator } from '#platform/access/actor.ts'
import { policyFor } from '#platform/access/policy.ts'
import { organisations } from './table.ts'

/** What a decision needs to know of an organisation. */
export interface OrganisationFacts {
  id: string
  standing: string
  suspendedAt: string | null
  /** Whether anybody who keeps the profile is left, and is not suspended. */
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
const seesOrganisation = (actor: Actor, row: OrganisationFacts) =>
  inGoodStanding(row) || isModerator(actor) || actsFor(actor, row.id)
const isPerson = (actor: Actor) => actor.kind === 'person'

export const organisationPolicy = policyFor<OrganisationFacts>()({
  resource: 'organisation',
  sees: seesOrganisation,
  actions: {
    read: () => true,
    edit: (actor, row) => isAdministrator(actor) || (manages(actor, row.id) && inGoodStanding(row)),
    /** Keep its people: invite, change roles, remove. */
    manage: (actor, row) => isAdministrator(actor) || (manages(actor, row.id) && inGoodStanding(row)),
    /** Decide who joins: its managers; moderators where none is left, so that nobody is locked out. */
    admit: (actor, row) =>
      isAdministrator(actor) || (manages(actor, row.id) && inGoodStanding(row)) || (isModerator(actor) && !row.managed),
    /** Say in its name which organisation belongs to which. */
    affiliate: (actor, row) => isModerator(actor) || (manages(actor, row.id) && inGoodStanding(row)),
    /** Post needs and offers, answer and send expressions of interest in its name. */
    post: (actor, row) => actsFor(actor, row.id) && actor.emailVerified && inGoodStanding(row),
    /** Ask to act for it: under a confirmed address, as those who decide go by it. */
    claim: (actor, row) => isPerson(actor) && actor.emailVerified && !actsFor(actor, row.id) && inGoodStanding(row),
    /** Stop acting for it. */
    leave: (actor, row) => actsFor(actor, row.id),
    verify: (actor) => isModerator(actor),
    suspend: (actor) => isModerator(actor),
  },
  opens: {
    list: () => true,
    create: (actor: Actor) => actor.kind === 'system' || (isPerson(actor) && actor.emailVerified),
    /** One's own roles, requests and invitations. */
    own: isPerson,
    /** Accept an invitation by the secret in it. */
    accept: isPerson,
    /** Read an invitation by the secret in it. */
    invited: () => true,
  },
})

/** What a decision needs to know of a request to act for an organisation. */
export interface RequestFacts {
  organisation: OrganisationFacts
  person: string
  takeOver: boolean
}

/** Where all who keep the profile are away, moderators decide; else its managers do. */
export function decidesRequest(actor: Actor, { organisation, takeOver, person }: RequestFacts): boolean {
  if (actor.id === person) return isAdministrator(actor)
  return (takeOver && isModerator(actor)) || organisationPolicy.actions.admit(actor, organisation)
}

export const requestPolicy = policyFor<RequestFacts>()({
  resource: 'membership-request',
  sees: decidesRequest,
  actions: { decide: () => true },
  opens: { list: (actor: Actor) => isPerson(actor) || isModerator(actor) },
})

/** What a decision needs to know of an import. */
export interface ImportFacts {
  startedBy: string | null
  /** The organisation whose members it brings. */
  body: string | null
  state: string
}

/** Moderators take in any file; who manages a cluster, the list of its own members. */
const imports = (actor: Actor, { body }: Pick<ImportFacts, 'body'>) =>
  isModerator(actor) || (body !== null && manages(actor, body))

export const importPolicy = policyFor<ImportFacts>()({
  resource: 'import',
  sees: imports,
  actions: {
    read: () => true,
    map: (_actor, row) => row.state === 'ready',
    /** Say what an unclear row is: before it is taken in, or after all the others were. */
    decide: (_actor, row) => row.state === 'ready' || row.state === 'done',
    run: (_actor, row) => row.state === 'ready' || row.state === 'done',
    undo: (_actor, row) => row.state === 'done',
  },
  opens: { import: imports },
})

/** The organisations an actor may know of; agrees with the policy's `sees`. */
export function visibleOrganisations(actor: Actor): SQL | undefined {
  if (isModerator(actor)) return undefined
  const own = [...actor.standing.keys()]
  const good = isNull(organisations.suspendedAt)
  return own.length === 0 ? good : sql`(${good} or ${organisations.id} = any(${sql.param(own)}::uuid[]))`
}

/** The organisations whose people an actor decides on, as far as its managers do. */
export function managedBy(actor: Actor): string[] {
  return [...actor.standing].flatMap(([id]) => (manages(actor, id) ? [id] : []))
}

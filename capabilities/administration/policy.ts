import { eq, or, type SQL, sql } from 'drizzle-orm'
import { type Actor, isAdministrator, isModerator } from '#platform/access/actor.ts'
import { policyFor } from '#platform/access/policy.ts'
import { mailMessages } from '#platform/mail/table.ts'
import { manages } from '../organisations/policy.ts'

/** What a decision needs to know of a message. */
export interface MailFacts {
  to: string
  person: string | null
}

/**
 * A message is for whoever it is addressed to: by their account, or by an address that they have shown to be theirs. An
 * access token that may not administer sees its person's own.
 */
function isRecipient(actor: Actor, row: MailFacts): boolean {
  if (actor.id === null) return false
  return row.person === actor.id || (actor.emailVerified && row.to === actor.email)
}

/** Mail of the site: each their own; administrators all of it. */
export const mailPolicy = policyFor<MailFacts>()({
  resource: 'mail',
  sees: (actor, row) => isAdministrator(actor) || isRecipient(actor, row),
  actions: {
    read: (actor, row) => isAdministrator(actor) || isRecipient(actor, row),
  },
  opens: {
    list: (actor: Actor) => actor.kind !== 'visitor',
  },
})

/** The messages an actor may know of; undefined: every one. */
export function readableMail(actor: Actor): SQL | undefined {
  if (isAdministrator(actor)) return undefined
  if (actor.id === null) return sql`false`
  return or(
    eq(mailMessages.person, actor.id),
    actor.emailVerified && actor.email ? eq(mailMessages.to, actor.email) : undefined,
  )
}

/** The process and its database: for those who run it. */
export const sitePolicy = policyFor<undefined>()({
  resource: 'site',
  sees: isAdministrator,
  actions: {},
  opens: { inspect: isAdministrator },
})

/** What a decision needs to know of a background job. */
export interface JobFacts {
  /** A worker is at it just now. */
  running: boolean
}

/** Background jobs: for those who run the site. */
export const jobPolicy = policyFor<JobFacts>()({
  resource: 'job',
  sees: isAdministrator,
  actions: {
    retry: (actor, row) => isAdministrator(actor) && !row.running,
    drop: (actor, row) => isAdministrator(actor) && !row.running,
  },
  opens: { list: isAdministrator },
})

/** The audit trail: moderators read all of it, who keeps an organisation that of the organisation. */
export const auditPolicy = policyFor<undefined>()({
  resource: 'audit-entry',
  sees: isModerator,
  actions: {},
  opens: {
    list: (actor: Actor, chain: string | undefined) =>
      isModerator(actor) || (chain !== undefined && manages(actor, chain)),
    heads: isModerator,
  },
})

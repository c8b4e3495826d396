import { eq, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '#platform/access/actor.ts'
import { policyFor } from '#platform/access/policy.ts'
import { notifications } from './table.ts'

/** What a decision needs to know of a piece of news. */
export interface NotificationFacts {
  person: string
}

export const notificationPolicy = policyFor<NotificationFacts>()({
  resource: 'notification',
  sees: (actor, row) => actor.id === row.person,
  actions: {},
  opens: {
    /** One's own news. */
    own: (actor: Actor) => actor.kind === 'person',
    /** Stop mail by the link in it, which says whose it is. */
    unsubscribe: () => true,
  },
})

/** The news an actor may know of: their own. */
export function ownNotifications(actor: Actor): SQL {
  return actor.id ? eq(notifications.person, actor.id) : sql`false`
}

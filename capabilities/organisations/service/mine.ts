import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import type { Db } from '#platform/db/database.ts'
import { memberships, organisations } from '../table.ts'
import { invitationsTo } from './invitations.ts'
import { isActive } from './people.ts'

const name = {
  id: organisations.id,
  slug: organisations.slug,
  displayName: organisations.displayName,
  country: organisations.country,
  city: organisations.city,
}

/** All that ties a person to organisations: those they act for, what they asked for, what they are invited to. */
export async function mine(db: Db, act: Act) {
  const person = act.actor.id ?? ''
  const waiting = sql<number>`case when memberships.role = 'member' then 0 else (select count(*)::int
    from ${memberships} asked where asked.organisation = organisations.id and asked.state = 'asked') end`
  const [active, requests, invited] = await Promise.all([
    db
      .select({
        ...name,
        role: memberships.role,
        verified: sql<boolean>`organisations.standing = 'verified'`,
        waiting,
      })
      .from(memberships)
      .innerJoin(organisations, eq(organisations.id, memberships.organisation))
      .where(and(eq(memberships.person, person), isActive))
      .orderBy(asc(sql`lower(${organisations.displayName})`), asc(organisations.id)),
    db
      .select({
        ...name,
        state: sql<'asked' | 'declined'>`memberships.state`,
        takeOver: memberships.takeOver,
        reason: memberships.reason,
        askedAt: memberships.createdAt,
      })
      .from(memberships)
      .innerJoin(organisations, eq(organisations.id, memberships.organisation))
      .where(and(eq(memberships.person, person), inArray(memberships.state, ['asked', 'declined'])))
      .orderBy(asc(memberships.createdAt)),
    invitationsTo(db, act),
  ])
  return { memberships: active, requests, invitations: invited }
}

import { and, asc, count, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import { isModerator } from '#platform/access/actor.ts'
import { record } from '#platform/changes/record.ts'
import type { Db } from '#platform/db/database.ts'
import { holdsWords } from '#platform/db/folded.ts'
import { notFound, Problem } from '#platform/errors.ts'
import { offsetOf } from '#platform/paging.ts'
import { affiliationBegun, affiliationEnded, affiliationProposed } from '../events.ts'
import { manages } from '../policy.ts'
import type { AffiliationQuery } from '../schema.ts'
import { affiliations, organisations } from '../table.ts'
import type { Organisation } from './profile.ts'

type Side = 'body' | 'member'
export type Affiliation = typeof affiliations.$inferSelect

const those = (body: string, member: string) => and(eq(affiliations.body, body), eq(affiliations.member, member))

/** In whose name an actor speaks of a pair. Null: neither's. */
function sidesOf({ actor }: Act, body: string, member: string): { body: boolean; member: boolean; moderator: boolean } {
  return { body: manages(actor, body), member: manages(actor, member), moderator: isModerator(actor) }
}

/** @throws Problem `not-found` */
export async function findAffiliation(db: Db, body: string, member: string): Promise<Affiliation> {
  const [row] = await db.select().from(affiliations).where(those(body, member)).for('update')
  if (!row) throw notFound()
  return row
}

/**
 * Says that an organisation belongs to another. The other side confirms; where nobody keeps the member's profile, what the
 * body says of its own members counts, until somebody of the member ends it. Proposed by both sides, it is confirmed.
 * @throws Problem `conflict` when it is said already
 */
export async function proposeAffiliation(db: Db, act: Act, body: Organisation, member: Organisation): Promise<void> {
  const sides = sidesOf(act, body.id, member.id)
  const by = sides.body ? 'body' : sides.member ? 'member' : 'moderator'
  const [earlier] = await db.select().from(affiliations).where(those(body.id, member.id)).for('update')
  if (earlier) {
    if (earlier.state === 'confirmed' || earlier.proposedBy === by)
      throw new Problem('conflict', 'organisations:errors.alreadyAffiliated')
    return confirmAffiliation(db, act, earlier)
  }
  const confirmed = by === 'moderator' || (sides.body && (sides.member || !member.managed))
  const now = act.now.toISOString()
  await db.insert(affiliations).values({
    body: body.id,
    member: member.id,
    state: confirmed ? 'confirmed' : 'proposed',
    proposedBy: by,
    createdAt: now,
    decidedAt: confirmed ? now : null,
  })
  const pair = { body: body.id, member: member.id }
  if (confirmed) await record(db, act, affiliationBegun, { chain: body.id, subject: member.id, payload: pair })
  else
    await record(db, act, affiliationProposed, {
      chain: body.id,
      subject: member.id,
      payload: { ...pair, by: by === 'body' ? 'body' : 'member' },
    })
}

/** Whether the actor may confirm: the side that did not propose, or a moderator. */
export function mayConfirm(act: Act, { body, member, state, proposedBy }: Affiliation): boolean {
  const sides = sidesOf(act, body, member)
  const other: Side = proposedBy === 'body' ? 'member' : 'body'
  return state === 'proposed' && (sides.moderator || sides[other])
}

/** Whether the actor may end or decline it: either side, or a moderator. */
export function mayEnd(act: Act, { body, member }: Affiliation): boolean {
  const sides = sidesOf(act, body, member)
  return sides.moderator || sides.body || sides.member
}

export async function confirmAffiliation(db: Db, act: Act, { body, member, state }: Affiliation): Promise<void> {
  if (state === 'confirmed') return
  await db.update(affiliations).set({ state: 'confirmed', decidedAt: act.now.toISOString() }).where(those(body, member))
  await record(db, act, affiliationBegun, { chain: body, subject: member, payload: { body, member } })
}

/** Ends it, declines it or takes the proposal back: from now on the one does not belong to the other. */
export async function endAffiliation(db: Db, act: Act, { body, member }: Affiliation): Promise<void> {
  const sides = sidesOf(act, body, member)
  await db.delete(affiliations).where(those(body, member))
  await record(db, act, affiliationEnded, {
    chain: body,
    subject: member,
    payload: { body, member, by: sides.member ? 'member' : sides.body ? 'body' : 'moderator' },
  })
}

const otherOf = (side: AffiliationQuery['side']) => (side === 'members' ? affiliations.member : affiliations.body)
const ownOf = (side: AffiliationQuery['side']) => (side === 'members' ? affiliations.body : affiliations.member)

/** One page of an organisation's members, or of what it belongs to. @param visible the policy's predicate */
export async function listAffiliations(db: Db, act: Act, visible: SQL | undefined, query: AffiliationQuery) {
  const where = and(
    visible,
    eq(ownOf(query.side), query.organisation),
    eq(affiliations.state, query.state),
    holdsWords(organisations.searchable, query.q),
    query.country.length > 0 ? inArray(organisations.country, query.country) : undefined,
  )
  const joined = eq(organisations.id, otherOf(query.side))
  const orders = {
    name: [asc(sql`lower(${organisations.displayName})`), asc(organisations.id)],
    newest: [desc(affiliations.createdAt), desc(organisations.id)],
  }
  const [rows, totals] = await Promise.all([
    db
      .select({
        affiliation: affiliations,
        organisation: {
          id: organisations.id,
          slug: organisations.slug,
          displayName: organisations.displayName,
          country: organisations.country,
          city: organisations.city,
          organisationType: organisations.organisationType,
          size: organisations.size,
          latitude: organisations.latitude,
          longitude: organisations.longitude,
        },
      })
      .from(affiliations)
      .innerJoin(organisations, joined)
      .where(where)
      .orderBy(...orders[query.sort])
      .limit(query.perPage)
      .offset(offsetOf(query)),
    db.select({ total: count() }).from(affiliations).innerJoin(organisations, joined).where(where),
  ])
  return {
    total: totals[0]?.total ?? 0,
    rows: rows.map(({ affiliation, organisation }) => ({
      body: affiliation.body,
      member: affiliation.member,
      organisation,
      state: affiliation.state,
      proposedBy: affiliation.proposedBy,
      since: affiliation.decidedAt ?? affiliation.createdAt,
      can: { confirm: mayConfirm(act, affiliation), end: mayEnd(act, affiliation) },
    })),
  }
}

/** How many organisations belong to one, and to how many it belongs. */
export async function countAffiliations(db: Db, organisation: string): Promise<{ members: number; memberOf: number }> {
  const tally = async (side: AffiliationQuery['side']) => {
    const [row] = await db
      .select({ total: count() })
      .from(affiliations)
      .innerJoin(organisations, eq(organisations.id, otherOf(side)))
      .where(and(eq(ownOf(side), organisation), eq(affiliations.state, 'confirmed'), isNull(organisations.suspendedAt)))
    return row?.total ?? 0
  }
  return { members: await tally('members'), memberOf: await tally('memberOf') }
}

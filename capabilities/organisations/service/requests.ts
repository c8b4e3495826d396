import { and, asc, count, eq, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import { type Actor, isAdministrator, isModerator } from '#platform/access/actor.ts'
import { sessions, users } from '#platform/auth/table.ts'
import { record } from '#platform/changes/record.ts'
import { DAY } from '#platform/clock.ts'
import type { Db } from '#platform/db/database.ts'
import { invalidField, notFound, Problem } from '#platform/errors.ts'
import { offsetOf } from '#platform/paging.ts'
import { membershipAsked, membershipBegun, membershipDeclined, membershipWithdrawn } from '../events.ts'
import { managedBy, type OrganisationFacts } from '../policy.ts'
import type { MemberRole, RequestDecision } from '../schema.ts'
import { managed, memberships, organisations, shownOfPerson } from '../table.ts'
import { addressBelongs } from './mail-domains.ts'
import { guardOwners } from './people.ts'
import { findOrganisation } from './profile.ts'

/** So long without a sign-in, and all who keep a profile count as away. */
const AWAY = 180 * DAY
const DECLINED_KEPT = 90 * DAY
const keeps = inArray(memberships.role, ['owner', 'manager'])
const isAsked = eq(memberships.state, 'asked')

/**
 * Asks to act for an organisation. Whoever was declined may ask again.
 * @param takeOver asks for the whole profile; only where all who keep it are away
 * @throws Problem `conflict` where the request waits already, or somebody who keeps the profile is about
 */
export async function ask(
  db: Db,
  act: Act,
  organisation: OrganisationFacts,
  { message, takeOver }: { message: string; takeOver: boolean },
): Promise<void> {
  const person = act.actor.id ?? ''
  if (takeOver && organisation.managed && !(await allAway(db, organisation.id, act.now)))
    throw new Problem('conflict', 'organisations:errors.managersAbout')
  const asked = { takeOver: takeOver && organisation.managed, message, reason: '', createdAt: act.now.toISOString() }
  const made = await db
    .insert(memberships)
    .values({ organisation: organisation.id, person, role: 'member', state: 'asked', ...asked })
    .onConflictDoUpdate({
      target: [memberships.organisation, memberships.person],
      set: { state: 'asked', decidedAt: null, ...asked },
      setWhere: sql`${memberships.state} = 'declined' or (${isAsked} and ${memberships.takeOver} <> excluded.take_over)`,
    })
    .returning({ person: memberships.person })
  if (made.length === 0) throw new Problem('conflict', 'organisations:errors.askedAlready')
  await record(db, act, membershipAsked, {
    chain: organisation.id,
    subject: organisation.id,
    payload: { organisation: organisation.id, person, takeOver: asked.takeOver },
  })
}

/** Takes one's own request back. @throws Problem `not-found` */
export async function withdraw(db: Db, act: Act, organisation: string): Promise<void> {
  const person = act.actor.id ?? ''
  const gone = await db
    .delete(memberships)
    .where(
      and(
        eq(memberships.organisation, organisation),
        eq(memberships.person, person),
        inArray(memberships.state, ['asked', 'declined']),
      ),
    )
    .returning({ person: memberships.person })
  if (gone.length === 0) throw notFound()
  await record(db, act, membershipWithdrawn, {
    chain: organisation,
    subject: organisation,
    payload: { organisation, person },
  })
}

/** Whether everybody who keeps the profile is suspended, or was not signed in for half a year. */
async function allAway(db: Db, organisation: string, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - AWAY)
  const about = await db
    .select({ person: memberships.person })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.person))
    .where(
      and(
        eq(memberships.organisation, organisation),
        eq(memberships.state, 'active'),
        keeps,
        sql`not ${shownOfPerson.suspended}`,
        sql`(greatest(${memberships.createdAt}, ${memberships.decidedAt}, ${memberships.seenAt}) > ${since.toISOString()}
          or exists (select 1 from ${sessions} where ${sessions.userId} = ${users.id}
            and ${sessions.createdAt} > ${since.toISOString()}))`,
      ),
    )
    .limit(1)
  return about.length === 0
}

/** Notes who was signed in since it was last noted: sessions themselves do not outlast a month. */
export async function noteWhoIsAbout(db: Db): Promise<void> {
  await db.execute(sql`update ${memberships} set seen_at = latest.at
    from (select user_id, max(created_at) as at from ${sessions} group by user_id) as latest
    where ${memberships.person} = latest.user_id and ${or(isNull(memberships.seenAt), sql`${memberships.seenAt} < latest.at`)}`)
}

/** Forgets declined requests after a while. */
export async function forgetDeclined(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - DECLINED_KEPT).toISOString()
  await db.delete(memberships).where(and(eq(memberships.state, 'declined'), lt(memberships.decidedAt, before)))
}

/** A request with what deciding on it needs. @throws Problem `not-found` */
export async function findRequest(db: Db, organisation: string, person: string) {
  const row = await findOrganisation(db, organisation)
  const [request] = await db
    .select()
    .from(memberships)
    .where(and(eq(memberships.organisation, organisation), eq(memberships.person, person), isAsked))
    .for('update')
  if (!request) throw notFound()
  return { ...request, organisation: row }
}

/**
 * Accepts or declines a request. Whom moderators let in where nobody else keeps the profile becomes its owner.
 * @returns the role given, or null where it was declined
 * @throws Problem `invalid` for a declining without a reason; `forbidden` for a manager who makes an owner
 */
export async function decide(
  db: Db,
  act: Act,
  request: Awaited<ReturnType<typeof findRequest>>,
  { accept, role, reason }: RequestDecision,
): Promise<MemberRole | null> {
  const { organisation, person, takeOver } = request
  if (!accept && reason.length < 3) throw invalidField('reason', 'organisations:errors.reasonNeeded')
  const decidedAt = act.now.toISOString()
  const those = and(eq(memberships.organisation, organisation.id), eq(memberships.person, person))
  if (!accept) {
    await db.update(memberships).set({ state: 'declined', reason, decidedAt }).where(those)
    await record(db, act, membershipDeclined, {
      chain: organisation.id,
      subject: organisation.id,
      payload: { organisation: organisation.id, person },
    })
    return null
  }
  const given = takeOver || !organisation.managed ? 'owner' : role
  if (organisation.managed && !takeOver) guardOwners(act, organisation.id, given)
  await begin(db, act, organisation, person, given)
  return given
}

/** From now on the person acts for the organisation; one that nobody kept counts as claimed. */
export async function begin(
  db: Db,
  act: Act,
  organisation: OrganisationFacts,
  person: string,
  role: MemberRole,
): Promise<void> {
  const active = { role, state: 'active', takeOver: false, decidedAt: act.now.toISOString() } as const
  const made = await db
    .insert(memberships)
    .values({ organisation: organisation.id, person, createdAt: act.now.toISOString(), ...active })
    .onConflictDoUpdate({
      target: [memberships.organisation, memberships.person],
      set: { ...active, message: '', reason: '' },
      setWhere: sql`${memberships.state} <> 'active'`,
    })
    .returning({ person: memberships.person })
  if (made.length === 0) throw new Problem('conflict', 'organisations:errors.alreadyMember')
  if (organisation.standing === 'listed')
    await db.update(organisations).set({ standing: 'claimed' }).where(eq(organisations.id, organisation.id))
  await record(db, act, membershipBegun, {
    chain: organisation.id,
    subject: organisation.id,
    payload: { organisation: organisation.id, person, role },
  })
}

/** The requests an actor decides on: as a manager, or as a moderator where nobody else can. */
export function decidedBy(actor: Actor): SQL | undefined {
  if (isAdministrator(actor)) return undefined
  const own = managedBy(actor)
  return or(
    own.length > 0 ? inArray(memberships.organisation, own) : sql`false`,
    isModerator(actor) ? or(memberships.takeOver, sql`not ${managed}`) : undefined,
  )
}

/** One page of requests, oldest first. @param visible the predicate of `decidedBy` */
export async function listRequests(
  db: Db,
  visible: SQL | undefined,
  query: { organisation?: string | undefined; page: number; perPage: number },
) {
  const where = and(visible, isAsked, query.organisation ? eq(memberships.organisation, query.organisation) : undefined)
  const from = {
    organisation: {
      id: organisations.id,
      slug: organisations.slug,
      displayName: organisations.displayName,
      country: organisations.country,
      city: organisations.city,
    },
    own: { website: organisations.website, emailDomains: organisations.emailDomains },
    person: users.id,
    name: users.name,
    email: users.email,
    emailVerified: users.emailVerified,
    takeOver: memberships.takeOver,
    managed,
    message: memberships.message,
    askedAt: memberships.createdAt,
  }
  const [rows, totals] = await Promise.all([
    db
      .select(from)
      .from(memberships)
      .innerJoin(organisations, eq(organisations.id, memberships.organisation))
      .innerJoin(users, eq(users.id, memberships.person))
      .where(where)
      .orderBy(asc(memberships.createdAt), asc(users.id))
      .limit(query.perPage)
      .offset(offsetOf(query)),
    db
      .select({ total: count() })
      .from(memberships)
      .innerJoin(organisations, eq(organisations.id, memberships.organisation))
      .where(where),
  ])
  return {
    total: totals[0]?.total ?? 0,
    rows: rows.map(({ own, emailVerified, managed: kept, ...row }) => ({
      ...row,
      addressMatches: emailVerified && addressBelongs(row.email, own),
      decidedBy: row.takeOver || !kept ? ('moderators' as const) : ('managers' as const),
    })),
  }
}

import { and, asc, eq, sql } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import { isAdministrator } from '#platform/access/actor.ts'
import { users } from '#platform/auth/table.ts'
import { record } from '#platform/changes/record.ts'
import type { Db } from '#platform/db/database.ts'
import { invalidField, notFound, Problem } from '#platform/errors.ts'
import { contactChanged, membershipChanged, membershipEnded } from '../events.ts'
import type { OrganisationFacts } from '../policy.ts'
import type { MemberRole } from '../schema.ts'
import { memberships, shownOfPerson } from '../table.ts'

export const isActive = eq(memberships.state, 'active')
const those = (organisation: string, person: string) =>
  and(eq(memberships.organisation, organisation), eq(memberships.person, person))

/**
 * The people of an organisation, owners first.
 * @param full all of them with their addresses; else only those who are shown as contacts
 */
export async function listMembers(db: Db, organisation: string, full: boolean) {
  const rows = await db
    .select({
      person: users.id,
      name: users.name,
      email: users.email,
      role: memberships.role,
      contact: memberships.contact,
      since: sql<string>`coalesce(${memberships.decidedAt}, ${memberships.createdAt})`.mapWith(memberships.createdAt),
      ...shownOfPerson,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.person))
    .where(and(eq(memberships.organisation, organisation), isActive, full ? undefined : memberships.contact))
    .orderBy(sql`array_position(array['owner', 'manager', 'member'], ${memberships.role})`, asc(users.name))
  if (full) return rows
  return rows.filter(({ suspended }) => !suspended).map((row) => ({ ...row, email: null, role: null, since: null }))
}

/** @throws Problem `not-found` unless the person acts for the organisation */
export async function findMember(db: Db, organisation: string, person: string) {
  const [row] = await db
    .select()
    .from(memberships)
    .where(and(those(organisation, person), isActive))
    .for('update')
  if (!row) throw notFound()
  return row
}

/** Only owners make and unmake owners. @throws Problem `forbidden` */
export function guardOwners(act: Act, organisation: string, ...roles: MemberRole[]): void {
  const { actor } = act
  if (roles.includes('owner') && actor.standing.get(organisation) !== 'owner' && !isAdministrator(actor))
    throw new Problem('forbidden', 'organisations:errors.ownersOnly')
}

/**
 * Gives a person another role.
 * @throws Problem `not-found`; `forbidden` for a manager who makes or unmakes owners; at the end of the transaction
 * `conflict` when no owner would be left
 */
export async function changeRole(
  db: Db,
  act: Act,
  { id: organisation }: OrganisationFacts,
  person: string,
  role: MemberRole,
): Promise<void> {
  const member = await findMember(db, organisation, person)
  if (member.role === role) return
  guardOwners(act, organisation, member.role, role)
  await db.update(memberships).set({ role }).where(those(organisation, person))
  await record(db, act, membershipChanged, {
    chain: organisation,
    subject: organisation,
    payload: { organisation, person, role },
  })
}

/** Shows a person on the organisation's page as someone to talk to, or no longer. @throws Problem `not-found` */
export async function setContact(
  db: Db,
  act: Act,
  { id: organisation }: OrganisationFacts,
  person: string,
  contact: boolean,
): Promise<void> {
  await findMember(db, organisation, person)
  await db.update(memberships).set({ contact }).where(those(organisation, person))
  await record(db, act, contactChanged, {
    chain: organisation,
    subject: organisation,
    payload: { organisation, person, contact },
  })
}

/** @throws Problem `not-found`; `forbidden` for a manager who removes an owner; `conflict` for the last owner */
export async function removePerson(
  db: Db,
  act: Act,
  { id: organisation }: OrganisationFacts,
  person: string,
): Promise<void> {
  const member = await findMember(db, organisation, person)
  guardOwners(act, organisation, member.role)
  await endMembership(db, act, organisation, person)
}

/**
 * Stops acting for an organisation. The last owner hands over first, by naming a successor, unless nobody else is there.
 * @throws Problem `invalid` for a successor who does not act for it; `conflict` for a last owner who names none
 */
export async function leave(
  db: Db,
  act: Act,
  { id: organisation }: OrganisationFacts,
  successor: string | undefined,
): Promise<void> {
  const person = act.actor.id ?? ''
  const member = await findMember(db, organisation, person)
  if (successor) {
    if (member.role !== 'owner' || successor === person)
      throw invalidField('successor', 'organisations:errors.notASuccessor')
    const made = await db
      .update(memberships)
      .set({ role: 'owner' })
      .where(and(those(organisation, successor), isActive))
      .returning({ person: memberships.person })
    if (made.length === 0) throw invalidField('successor', 'organisations:errors.notASuccessor')
    await record(db, act, membershipChanged, {
      chain: organisation,
      subject: organisation,
      payload: { organisation, person: successor, role: 'owner' },
    })
  }
  await endMembership(db, act, organisation, person)
}

async function endMembership(db: Db, act: Act, organisation: string, person: string): Promise<void> {
  await db.delete(memberships).where(those(organisation, person))
  await record(db, act, membershipEnded, {
    chain: organisation,
    subject: organisation,
    payload: { organisation, person },
  })
}

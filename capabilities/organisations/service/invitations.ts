import { and, count, desc, eq, gt, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import { users } from '#platform/auth/table.ts'
import { record } from '#platform/changes/record.ts'
import { DAY } from '#platform/clock.ts'
import type { Db } from '#platform/db/database.ts'
import { notFound, Problem } from '#platform/errors.ts'
import type { Locale } from '#platform/i18n/locales.ts'
import { say } from '#platform/i18n/messages.ts'
import { hashed, newId, newSecret } from '#platform/ids.ts'
import { queueMail } from '#platform/mail/queue.ts'
import { invitationRevoked, invitationSent } from '../events.ts'
import type { InvitationDraft, MemberRole } from '../schema.ts'
import { invitations, memberships, organisations } from '../table.ts'
import { guardOwners, isActive } from './people.ts'
import { findOrganisation, type Organisation } from './profile.ts'
import { begin } from './requests.ts'

const VALID = 14 * DAY
const KEPT = 90 * DAY
const MOST_OPEN = 100

const columns = {
  id: invitations.id,
  organisation: {
    id: organisations.id,
    slug: organisations.slug,
    displayName: organisations.displayName,
    country: organisations.country,
    city: organisations.city,
  },
  email: invitations.email,
  role: invitations.role,
  invitedBy: users.name,
  createdAt: invitations.createdAt,
  expiresAt: invitations.expiresAt,
  acceptedAt: invitations.acceptedAt,
}

async function select(db: Db, now: Date, where: SQL | undefined) {
  const rows = await db
    .select(columns)
    .from(invitations)
    .innerJoin(organisations, eq(organisations.id, invitations.organisation))
    .leftJoin(users, eq(users.id, invitations.invitedBy))
    .where(where)
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
    .limit(MOST_OPEN)
  return rows.map(({ acceptedAt, ...row }) => ({
    ...row,
    state: acceptedAt
      ? ('accepted' as const)
      : row.expiresAt <= now.toISOString()
        ? ('expired' as const)
        : ('open' as const),
  }))
}

/** The invitations of an organisation that nobody accepted yet, newest first. */
export function listInvitations(db: Db, act: Act, organisation: string) {
  return select(db, act.now, and(eq(invitations.organisation, organisation), isNull(invitations.acceptedAt)))
}

/** The open invitations to the reader's own confirmed address. */
export async function invitationsTo(db: Db, { actor, now }: Act) {
  if (!actor.email || !actor.emailVerified) return []
  return select(
    db,
    now,
    and(
      eq(invitations.email, actor.email.toLowerCase()),
      isNull(invitations.acceptedAt),
      gt(invitations.expiresAt, now.toISOString()),
      isNull(organisations.suspendedAt),
    ),
  )
}

/**
 * Invites somebody by mail to act for an organisation, in the inviter's language. Inviting the same address again
 * replaces the earlier invitation, whose link then leads nowhere.
 * @returns the invitation's id
 * @throws Problem `conflict` for somebody who acts for it already; `too-many` with too many open ones; `forbidden` for a
 * manager who invites an owner
 */
export async function invite(db: Db, act: Act, row: Organisation, draft: InvitationDraft, locale: Locale) {
  const { email, role } = draft
  guardOwners(act, row.id, role)
  const [there] = await db
    .select({ person: users.id })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.person))
    .where(and(eq(memberships.organisation, row.id), isActive, eq(users.email, email)))
  if (there) throw new Problem('conflict', 'organisations:errors.alreadyMember')
  await db
    .delete(invitations)
    .where(and(eq(invitations.organisation, row.id), eq(invitations.email, email), isNull(invitations.acceptedAt)))
  const [open] = await db
    .select({ total: count() })
    .from(invitations)
    .where(and(eq(invitations.organisation, row.id), isNull(invitations.acceptedAt)))
  if ((open?.total ?? 0) >= MOST_OPEN)
    throw new Problem('too-many', 'organisations:errors.manyInvitations', { values: { count: MOST_OPEN } })
  const id = newId()
  const secret = newSecret()
  await db.insert(invitations).values({
    id,
    organisation: row.id,
    email,
    role,
    hash: hashed(secret),
    invitedBy: act.actor.id,
    createdAt: act.now.toISOString(),
    expiresAt: new Date(act.now.getTime() + VALID).toISOString(),
  })
  await record(db, act, invitationSent, {
    chain: row.id,
    subject: row.id,
    payload: { organisation: row.id, invitation: id, role },
  })
  const values = { organisation: row.displayName, inviter: act.actor.name, days: VALID / DAY }
  const text = (part: string) => say(locale, { key: `organisations:mail.invitation.${part}`, values })
  await queueMail(db, act, {
    to: email,
    locale,
    mail: {
      subject: text('subject'),
      paragraphs: [text('body'), say(locale, { key: `organisations:mail.invitation.as.${role}` }), text('rest')],
      action: { label: text('action'), url: `/invitations/${secret}` },
    },
  })
  return id
}

/** @throws Problem `not-found` */
export async function revokeInvitation(db: Db, act: Act, organisation: string, id: string): Promise<void> {
  const gone = await db
    .delete(invitations)
    .where(and(eq(invitations.organisation, organisation), eq(invitations.id, id), isNull(invitations.acceptedAt)))
    .returning({ id: invitations.id })
  if (gone.length === 0) throw notFound()
  await record(db, act, invitationRevoked, {
    chain: organisation,
    subject: organisation,
    payload: { organisation, invitation: id },
  })
}

/** One invitation of an organisation. @throws Problem `not-found` */
export async function findInvitation(db: Db, act: Act, id: string) {
  const [row] = await select(db, act.now, eq(invitations.id, id))
  if (!row) throw notFound()
  return row
}

/** What an invitation says, for whoever holds the link. @throws Problem `not-found` */
export async function readInvitation(db: Db, act: Act, secret: string) {
  const [row] = await select(db, act.now, and(eq(invitations.hash, hashed(secret)), isNull(organisations.suspendedAt)))
  if (!row) throw new Problem('not-found', 'organisations:errors.invitationGone')
  return row
}

/**
 * Accepts an invitation, by the secret in its link or by its id. Only for the address it was sent to: a link that was
 * passed on lets nobody else in.
 * @returns the organisation and the role given
 * @throws Problem `not-found` for a withdrawn or replaced one; `conflict` for an accepted or expired one; `forbidden` for
 * another address, or one that is not confirmed
 */
export async function acceptInvitation(
  db: Db,
  act: Act,
  by: { secret: string } | { id: string },
): Promise<{ organisation: string; role: MemberRole }> {
  const { actor, now } = act
  const [row] = await db
    .select()
    .from(invitations)
    .where('secret' in by ? eq(invitations.hash, hashed(by.secret)) : eq(invitations.id, by.id))
    .for('update')
  const own = row !== undefined && row.email === actor.email?.toLowerCase()
  // Whoever has only the id may not learn from the answer that it exists.
  if (!row || (!own && 'id' in by)) throw new Problem('not-found', 'organisations:errors.invitationGone')
  if (!own) throw new Problem('forbidden', 'organisations:errors.invitationToAnother')
  if ('id' in by && !actor.emailVerified) throw new Problem('forbidden', 'platform:errors.unverified')
  if (row.acceptedAt) throw new Problem('conflict', 'organisations:errors.invitationUsed')
  if (row.expiresAt <= now.toISOString()) throw new Problem('conflict', 'organisations:errors.invitationExpired')
  const organisation = await findOrganisation(db, row.organisation)
  if (organisation.suspendedAt) throw new Problem('not-found', 'organisations:errors.invitationGone')
  await begin(db, act, organisation, actor.id ?? '', row.role)
  await db
    .update(invitations)
    .set({ acceptedBy: actor.id, acceptedAt: now.toISOString() })
    .where(eq(invitations.id, row.id))
  return { organisation: row.organisation, role: row.role }
}

/** Says no to an invitation to one's own address. @throws Problem `not-found` */
export async function declineInvitation(db: Db, act: Act, id: string): Promise<void> {
  const [row] = (await invitationsTo(db, act)).filter((each) => each.id === id)
  if (!row) throw new Problem('not-found', 'organisations:errors.invitationGone')
  await revokeInvitation(db, act, row.organisation.id, id)
}

/** Forgets invitations long after they were accepted or expired. */
export async function forgetInvitations(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT).toISOString()
  await db
    .delete(invitations)
    .where(
      or(
        lt(invitations.acceptedAt, before),
        sql`${invitations.acceptedAt} is null and ${invitations.expiresAt} < ${before}`,
      ),
    )
}

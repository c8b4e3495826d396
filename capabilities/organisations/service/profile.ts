import { and, eq, getTableColumns } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import { type Change, record } from '#platform/changes/record.ts'
import type { Db } from '#platform/db/database.ts'
import { folded } from '#platform/db/folded.ts'
import { notFound, Problem, stale } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import {
  organisationChanged,
  organisationConfirmed,
  organisationCreated,
  organisationRestored,
  organisationSuspended,
  organisationVerified,
} from '../events.ts'
import type { OrganisationFacts } from '../policy.ts'
import type { OrganisationDraft } from '../schema.ts'
import { managed, memberships, organisations } from '../table.ts'
import { refusePublicMail } from './mail-domains.ts'
import { slugOf } from './slug.ts'

export type Organisation = typeof organisations.$inferSelect & OrganisationFacts

/** @throws Problem `not-found` */
export async function findOrganisation(db: Db, id: string): Promise<Organisation> {
  const [row] = await db
    .select({ ...getTableColumns(organisations), managed })
    .from(organisations)
    .where(eq(organisations.id, id))
  if (!row) throw notFound()
  return row
}

/** @throws Problem `not-found` */
export async function findOrganisationBySlug(db: Db, slug: string): Promise<Organisation> {
  const [row] = await db
    .select({ ...getTableColumns(organisations), managed })
    .from(organisations)
    .where(eq(organisations.slug, slug))
  if (!row) throw notFound()
  return row
}

/** What a list is searched in: names, place, competences, folded. */
export function searchableOf(draft: Partial<OrganisationDraft>): string {
  const parts = [draft.displayName, draft.legalName, draft.otherNames, draft.city, draft.competences, draft.services]
  return folded([...parts, draft.summary, draft.pic, draft.erasmusCode].flat().filter(Boolean).join(' '))
}

/**
 * Adds an organisation. A person who adds one becomes its owner and it counts as claimed; one added by the platform (an
 * import) is only listed.
 * @returns its id
 */
export async function createOrganisation(db: Db, act: Act, draft: OrganisationDraft, id = newId()): Promise<string> {
  refusePublicMail('emailDomains', draft.emailDomains)
  const now = act.now.toISOString()
  const owner = act.actor.kind === 'person' ? act.actor.id : null
  await db.insert(organisations).values({
    ...draft,
    id,
    slug: await slugOf(db, draft),
    searchable: searchableOf(draft),
    standing: owner ? 'claimed' : 'listed',
    lastConfirmedAt: owner ? now : null,
    createdAt: now,
    updatedAt: now,
  })
  if (owner)
    await db
      .insert(memberships)
      .values({ organisation: id, person: owner, role: 'owner', state: 'active', createdAt: now, decidedAt: now })
  await record(db, act, organisationCreated, { chain: id, subject: id, payload: { organisation: id } })
  return id
}

/**
 * Changes what is known of an organisation.
 * @param version the version the change was made from
 * @throws Problem `stale` when somebody changed it meanwhile; their version is in the details
 */
export async function changeOrganisation(
  db: Db,
  act: Act,
  row: Organisation,
  version: number,
  change: { [Name in keyof OrganisationDraft]?: OrganisationDraft[Name] | undefined },
): Promise<void> {
  refusePublicMail('change.emailDomains', change.emailDomains)
  const fields = Object.entries(change).flatMap(([name, value]) => (value === undefined ? [] : [name]))
  const next = { ...row, ...Object.fromEntries(fields.map((name) => [name, change[name as keyof OrganisationDraft]])) }
  if ((next.latitude === null) !== (next.longitude === null))
    throw new Problem('invalid', 'platform:errors.invalid', {
      fields: [{ field: 'change.longitude', said: { key: 'organisations:errors.halfPlace' } }],
    })
  const now = act.now.toISOString()
  const changed = await db
    .update(organisations)
    .set({
      ...change,
      searchable: searchableOf(next as OrganisationDraft),
      version: version + 1,
      updatedAt: now,
      lastConfirmedAt: now,
    })
    .where(and(eq(organisations.id, row.id), eq(organisations.version, version)))
    .returning({ id: organisations.id })
  if (changed.length === 0) throw stale(await findOrganisation(db, row.id))
  await record(db, act, organisationChanged, {
    chain: row.id,
    subject: row.id,
    payload: { organisation: row.id, fields },
  })
}

/** Says that all that is known of it still holds today. */
export async function confirmOrganisation(db: Db, act: Act, row: Organisation): Promise<void> {
  await db.update(organisations).set({ lastConfirmedAt: act.now.toISOString() }).where(eq(organisations.id, row.id))
  await record(db, act, organisationConfirmed, about(row))
}

/** A moderator has checked that the people who keep the profile belong to the organisation. */
export async function verifyOrganisation(db: Db, act: Act, row: Organisation): Promise<void> {
  await db.update(organisations).set({ standing: 'verified' }).where(eq(organisations.id, row.id))
  await record(db, act, organisationVerified, about(row))
}

/** Hides an organisation and all it posted until it is restored. */
export async function suspendOrganisation(db: Db, act: Act, row: Organisation, reason: string): Promise<void> {
  await db
    .update(organisations)
    .set({ suspendedAt: act.now.toISOString(), suspensionReason: reason })
    .where(eq(organisations.id, row.id))
  await record(db, act, organisationSuspended, { ...about(row), payload: { organisation: row.id, reason } })
}

export async function restoreOrganisation(db: Db, act: Act, row: Organisation): Promise<void> {
  await db.update(organisations).set({ suspendedAt: null, suspensionReason: null }).where(eq(organisations.id, row.id))
  await record(db, act, organisationRestored, about(row))
}

function about(row: Organisation): Change<{ organisation: typeof organisationCreated.schema.shape.organisation }> {
  return { chain: row.id, subject: row.id, payload: { organisation: row.id } }
}

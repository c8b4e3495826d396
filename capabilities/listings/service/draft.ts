import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import { isModerator } from '#platform/access/actor.ts'
import { record } from '#platform/changes/record.ts'
import type { Db } from '#platform/db/database.ts'
import { invalidField, notFound, Problem, stale } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { findOrganisation, type Organisation } from '../../organisations/service/profile.ts'
import { listingChanged, listingDrafted, listingRemoved } from '../events.ts'
import { conceals } from '../policy.ts'
import { type ListingChange, type ListingDraft, listingDraft } from '../schema.ts'
import { listings, listingVersions } from '../table.ts'
import { detachAll } from './attachments.ts'
import { findListing, type Listing, listingFields } from './find.ts'
import { languageOf } from './language.ts'
import { assertUnleaked } from './leak-check.ts'
import { about } from './news.ts'
import { ownerColumns } from './owners.ts'
import { searchableOf } from './search-text.ts'
import { assertStatus } from './standing.ts'

const fieldNames = Object.keys(listingDraft.shape) as (keyof ListingDraft)[]

/** What a person entered, as it stands in a row. */
function entered(row: ListingDraft): Record<string, unknown> {
  return Object.fromEntries(fieldNames.map((name) => [name, row[name]]))
}

/**
 * Keeps a need or an offer as a draft. The language is found from the text where it is not given.
 * @param owner the organisation that posts it
 */
export async function saveDraft(
  db: Db,
  act: Act,
  owner: Organisation,
  draft: ListingDraft,
  id = newId(),
): Promise<Listing> {
  assertSound(draft)
  const now = act.now.toISOString()
  const whole = { ...draft, language: draft.language ?? languageOf(proseOf(draft), owner.language) }
  const [row] = await db
    .insert(listings)
    .values({
      ...whole,
      ...ownerColumns(owner),
      id,
      reference: nextReference(act, draft),
      createdBy: personOf(act),
      searchable: searchableOf(whole),
      createdAt: now,
      updatedAt: now,
    })
    .returning(listingFields)
  if (!row) throw new Error('The listing was not kept')
  await keepVersion(db, act, id, 1, whole)
  await record(db, act, listingDrafted, about(row))
  return row
}

/**
 * Changes a listing. One that appears without its owner's name is checked for what gives the owner away; where listings
 * are looked at before they appear, a changed one waits again.
 * @param version the version the change was made from
 * @param acknowledged keys of findings of the leak check that identify nobody
 * @throws Problem `stale` when somebody changed it meanwhile, `invalid` when it would give its owner away
 */
export async function changeListing(
  db: Db,
  act: Act,
  row: Listing,
  version: number,
  change: ListingChange,
  acknowledged: readonly string[] = [],
): Promise<void> {
  if (row.version !== version) throw stale(await currentOf(db, row.id))
  assertStatus(row, 'edit')
  const fields = fieldNames.filter((name) => name in change && change[name as keyof ListingChange] !== undefined)
  const given = Object.fromEntries(fields.map((name) => [name, change[name as keyof ListingChange]]))
  const asked = { ...entered(row), ...given } as ListingDraft
  assertSound(asked, 'change.')
  const next = { ...row, ...asked, language: asked.language ?? languageOf(proseOf(asked), row.language) }
  next.acknowledgedLeaks = [...new Set([...row.acknowledgedLeaks, ...acknowledged])]
  const hidden = row.status === 'draft' || row.status === 'returned' || row.status === 'withdrawn'
  if (!hidden && conceals(next.visibility)) await assertUnleaked(db, next)
  const waits = act.platform.config.moderation === 'before' && !isModerator(act.actor)
  if (waits && row.status === 'published') next.status = 'review'
  const changed = await db
    .update(listings)
    .set({
      ...given,
      language: next.language,
      status: next.status,
      acknowledgedLeaks: next.acknowledgedLeaks,
      searchable: searchableOf(next),
      ...(waits || hidden || row.status === 'review' ? {} : { approvedVersion: version + 1 }),
      ...(next.deadline === row.deadline ? {} : { remindedDays: null }),
      version: version + 1,
      updatedAt: act.now.toISOString(),
    })
    // The status too: a draft that was published meanwhile has to pass the leak check.
    .where(and(eq(listings.id, row.id), eq(listings.version, version), eq(listings.status, row.status)))
    .returning({ id: listings.id })
  if (changed.length === 0) throw stale(await currentOf(db, row.id))
  await keepVersion(db, act, row.id, version + 1, next)
  await record(db, act, listingChanged, about(next, { fields }))
}

/** Makes a new draft with the texts of a listing, for the same organisation; dates and what was acknowledged are left out. */
export async function duplicateListing(db: Db, act: Act, row: Listing): Promise<Listing> {
  const copy = { ...entered(row), deadline: null, eoiDeadline: null, callDeadline: null } as ListingDraft
  return saveDraft(db, act, await findOrganisation(db, row.organisation), copy)
}

/**
 * Removes a draft for good.
 * @throws Problem `conflict` for a listing that is no draft any more
 */
export async function removeDraft(db: Db, act: Act, row: Listing): Promise<void> {
  assertStatus(row, 'remove')
  await detachAll(db, row)
  const removed = await db
    .delete(listings)
    .where(and(eq(listings.id, row.id), eq(listings.status, 'draft')))
    .returning({ id: listings.id })
  if (removed.length === 0) throw new Problem('conflict', 'listings:errors.notNow')
  await record(db, act, listingRemoved, about(row))
}

function assertSound(draft: ListingDraft, path = ''): void {
  if (draft.trlMin !== null && draft.trlMax !== null && draft.trlMin > draft.trlMax)
    throw invalidField(`${path}trlMax`, 'listings:errors.trlOrder')
}

function proseOf({ title, summary, description, advantages, expertiseSought }: ListingDraft): string {
  return [title, summary, description, advantages, expertiseSought].join('\n')
}

/** At least five digits, more when they run out. */
function nextReference(act: Act, { side }: ListingDraft): SQL<string> {
  const start = `${side === 'need' ? 'N' : 'O'}-${act.now.getUTCFullYear()}-`
  return sql`${start}::text || to_char(nextval('listing_references'), 'FM9999999900000')`
}

async function keepVersion(db: Db, act: Act, listing: string, version: number, row: ListingDraft): Promise<void> {
  await db.insert(listingVersions).values({
    listing,
    version,
    snapshot: entered(row),
    person: personOf(act),
    at: act.now.toISOString(),
  })
}

function personOf({ actor }: Act): string | null {
  return actor.kind === 'person' ? actor.id : null
}

/** A row as its editors may see it beside their own. */
async function currentOf(db: Db, id: string): Promise<Record<string, unknown>> {
  const row = await findListing(db, id).catch(() => null)
  if (!row) throw notFound()
  return { ...entered(row), version: row.version, status: row.status }
}

import type { MatchDocument } from '#engines/matching/document.ts'
import { createIndex, type MatchIndex } from '#engines/matching/index-store.ts'
import { innovationThesaurus } from '#engines/thesaurus/innovation-economy.ts'
import { beginning, type Cursor, eventsAfter, outboxHead, type Told } from '#platform/changes/relay.ts'
import type { Db } from '#platform/db/database.ts'
import { findListings, type Listing, publishedListings, publishedListingsOf } from '../../listings/service/find.ts'
import { type OrganisationProfile, organisationsAfter, organisationsAmong } from '../../organisations/service/many.ts'
import { listingDocument, type OwnerTraits, profileDocument } from './document.ts'

/** Rows read at once. */
const BATCH = 500
/** Events read at once. */
const NEWS = 500

/**
 * A copy of all published listings and organisations, searchable, that follows the outbox. It is loaded from a place in
 * the outbox that was noted before the first row was read, so nothing that changes meanwhile is missed; reading a row
 * again changes nothing.
 */
export class Replica {
  readonly index: MatchIndex = createIndex({ thesaurus: innovationThesaurus() })
  readonly #owners = new Map<string, OwnerTraits>()
  #cursor: Cursor = beginning
  #following: Promise<void> | undefined
  #next: Promise<void> | undefined
  loaded = false

  /** Where in the outbox it stands. */
  get cursor(): Cursor {
    return this.#cursor
  }

  /**
   * Reads everything once.
   * @param breathe called after each document, for a process that has others to serve meanwhile
   */
  async load(db: Db, breathe: () => Promise<void> | undefined = () => undefined): Promise<void> {
    this.#cursor = await outboxHead(db)
    for (let last: string | null = null; ; ) {
      const rows = await organisationsAfter(db, last, BATCH)
      for (const row of rows) {
        this.#keepProfile(row)
        await breathe()
      }
      if (rows.length < BATCH) break
      last = rows.at(-1)?.id ?? null
    }
    for (let last: string | null = null; ; ) {
      const rows = await publishedListings(db, last, BATCH)
      for (const row of rows) {
        this.#keepListing(row)
        await breathe()
      }
      if (rows.length < BATCH) break
      last = rows.at(-1)?.id ?? null
    }
    this.loaded = true
  }

  /** Takes up what was told since. Callers at the same time share one reading that begins after the last of them asked. */
  follow(db: Db): Promise<void> {
    if (!this.#following) {
      this.#following = this.#readOn(db).finally(() => {
        this.#following = undefined
      })
      return this.#following
    }
    this.#next ??= this.#following
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined
        return this.follow(db)
      })
    return this.#next
  }

  /** The document of a listing as it stands, published or not; undefined while its owner is away. */
  documentOf(row: Listing): MatchDocument | undefined {
    const owner = this.#owners.get(row.organisation)
    return owner && listingDocument(row, owner)
  }

  async #readOn(db: Db): Promise<void> {
    for (;;) {
      const events = await eventsAfter(db, this.#cursor, NEWS)
      const last = events.at(-1)
      if (!last) return
      await this.#takeUp(db, events)
      this.#cursor = { xid: last.xid, event: last.id }
    }
  }

  async #takeUp(db: Db, events: readonly Told[]): Promise<void> {
    const about = (kind: string) => [
      ...new Set(events.flatMap(({ name, subject }) => (name.startsWith(kind) && subject ? [subject] : []))),
    ]
    for (const organisation of about('organisation.')) await this.#readOrganisation(db, organisation)
    const ids = about('listing.')
    const rows = new Map((await findListings(db, ids)).map((row) => [row.id, row]))
    for (const id of ids) {
      const row = rows.get(id)
      if (row?.status === 'published') this.#keepListing(row)
      else this.index.remove(id)
    }
  }

  async #readOrganisation(db: Db, id: string): Promise<void> {
    const [row] = await organisationsAmong(db, [id])
    if (row) this.#keepProfile(row)
    else {
      this.#owners.delete(id)
      this.index.remove(id)
    }
    for (const listing of await publishedListingsOf(db, id)) this.#keepListing(listing)
  }

  #keepProfile(row: OrganisationProfile): void {
    const { country, nuts, organisationType, size, roleTags, languages } = row
    this.#owners.set(row.id, { country, nuts, organisationType, size, roleTags, languages })
    this.index.upsert(profileDocument(row))
  }

  #keepListing(row: Listing): void {
    const document = this.documentOf(row)
    if (document) this.index.upsert(document)
    else this.index.remove(row.id)
  }
}

import type { MatchDocument } from '#engines/matching/document.ts'
import { createIndex, type MatchIndex } from '#engines/matching/index-store.ts'
import { innovationThesaurus } from '#engines/thesaurus/innovation-economy.ts'
import { beginning, type Cursor, outboxHead } from '#platform/changes/relay.ts'
import type { Db } from '#platform/db/database.ts'
import { findListings, type Listing, publishedListings, publishedListingsOf } from '../../listings/service/find.ts'
import { type OrganisationProfile, organisationsAfter, organisationsAmong } from '../../organisations/service/many.ts'
import { listingDocument, type OwnerTraits, profileDocument } from './document.ts'
import { type News, newsAfter } from './news.ts'

/** Rows read at once. */
const BATCH = 200
/** Events read at once: what is told in between waits no longer than these take. */
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
  /** Events after the cursor that were taken up already. */
  readonly #ahead = new Set<number>()
  #following: Promise<boolean> | undefined
  #next: Promise<boolean> | undefined
  loaded = false

  /** Where in the outbox it stands. */
  get cursor(): Cursor {
    return this.#cursor
  }

  /**
   * Reads everything once.
   * @param breathe called between all steps, for a process that has others to serve meanwhile
   */
  async load(db: Db, breathe: () => Promise<void> | undefined = () => undefined): Promise<void> {
    for (const _ of innovationThesaurus().prepare()) await breathe()
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

  /**
   * Takes up some of what was told since. Callers at the same time share one reading that begins after the last of them
   * asked.
   * @returns whether there is more
   */
  follow(db: Db): Promise<boolean> {
    if (!this.#following) {
      this.#following = this.#readOn(db).finally(() => {
        this.#following = undefined
      })
      return this.#following
    }
    this.#next ??= this.#following
      .catch(() => false)
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

  async #readOn(db: Db): Promise<boolean> {
    const news = await newsAfter(db, this.#cursor, NEWS)
    const fresh = news.filter(({ id }) => !this.#ahead.has(id))
    if (fresh.length > 0) await this.#takeUp(db, fresh)
    for (const { id } of fresh) this.#ahead.add(id)
    const settled = news.filter((each) => each.settled)
    for (const { id } of settled) this.#ahead.delete(id)
    const last = settled.at(-1)
    if (last) this.#cursor = { xid: last.xid, event: last.id }
    return settled.length === NEWS
  }

  async #takeUp(db: Db, events: readonly News[]): Promise<void> {
    const about = (kind: string) => [
      ...new Set(events.flatMap(({ name, subject }) => (name.startsWith(kind) && subject ? [subject] : []))),
    ]
    const organisations = about('organisation.')
    const profiles = new Map((await organisationsAmong(db, organisations)).map((row) => [row.id, row]))
    for (const id of organisations) {
      const row = profiles.get(id)
      if (row) this.#keepProfile(row)
      else {
        this.#owners.delete(id)
        this.index.remove(id)
      }
    }
    for (const row of await publishedListingsOf(db, ...organisations)) this.#keepListing(row)
    const ids = about('listing.')
    const rows = new Map((await findListings(db, ids)).map((row) => [row.id, row]))
    for (const id of ids) {
      const row = rows.get(id)
      if (row?.status === 'published') this.#keepListing(row)
      else this.index.remove(id)
    }
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

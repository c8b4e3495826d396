import { sql } from 'drizzle-orm'
import type { Db } from '#platform/db/database.ts'
import type { Candidate } from '../schema.ts'
import { organisations } from '../table.ts'
import { ownHost, placeOf, wordsOf } from './names.ts'
import { plainSlug } from './slug.ts'

/** In the order in which they are believed. */
export const schemes = ['pic', 'ror', 'oid', 'vat', 'erasmusCode'] as const
export type Scheme = (typeof schemes)[number]

/** An organisation as far as recognising it again needs. */
export interface Known extends Record<Scheme, string | null> {
  id: string
  country: string
  place: string
  host: string | null
  /** The words of each of its names. */
  names: string[][]
}

type Recognisable = Pick<
  Candidate,
  Scheme | 'country' | 'city' | 'website' | 'legalName' | 'displayName' | 'otherNames'
>

export function knownOf(id: string, row: Recognisable): Known {
  const names = new Map(
    [row.legalName, row.displayName, ...row.otherNames].map((name) => {
      const words = wordsOf(name)
      return [[...words].sort().join(' '), words] as const
    }),
  )
  const { country, pic, ror, oid, vat, erasmusCode } = row
  const place = placeOf(row.city)
  return { id, country, place, host: ownHost(row.website), names: [...names.values()], pic, ror, oid, vat, erasmusCode }
}

/**
 * All organisations there are, ready to be recognised: by identifier, by website within the country, by the words of
 * their names within the country. A replica for the time of one import; the import adds what it makes.
 */
export class OrganisationIndex {
  readonly #identifiers = new Map<string, Known>()
  readonly #hosts = new Map<string, Known[]>()
  readonly #words = new Map<string, Known[]>()
  readonly #slugs = new Set<string>()
  readonly #counts = new Map<string, number>()
  readonly #all = new Map<string, Known>()

  /** Reads the organisations there are. */
  static async load(db: Db): Promise<OrganisationIndex> {
    const index = new OrganisationIndex()
    let after = '00000000-0000-0000-0000-000000000000'
    for (;;) {
      const rows = await db
        .select({
          id: organisations.id,
          slug: organisations.slug,
          country: organisations.country,
          city: organisations.city,
          website: organisations.website,
          legalName: organisations.legalName,
          displayName: organisations.displayName,
          otherNames: organisations.otherNames,
          pic: organisations.pic,
          ror: organisations.ror,
          oid: organisations.oid,
          vat: organisations.vat,
          erasmusCode: organisations.erasmusCode,
        })
        .from(organisations)
        .where(sql`${organisations.id} > ${after}`)
        .orderBy(organisations.id)
        .limit(5000)
      for (const { id, slug, ...row } of rows) {
        index.add(knownOf(id, row))
        index.#slugs.add(slug)
      }
      const last = rows.at(-1)
      if (!last || rows.length < 5000) return index
      after = last.id
    }
  }

  /** Takes up an organisation, or what is now known of one besides. */
  add(given: Known): void {
    const known = this.#all.get(given.id) ?? given
    if (known !== given) Object.assign(known, given)
    this.#all.set(known.id, known)
    for (const scheme of schemes) {
      const value = known[scheme]
      if (value) this.#identifiers.set(`${scheme}:${value}`, this.#identifiers.get(`${scheme}:${value}`) ?? known)
    }
    if (known.host) push(this.#hosts, `${known.country}:${known.host}`, known)
    for (const word of new Set(known.names.flat())) push(this.#words, `${known.country}:${word}`, known)
  }

  byIdentifier(scheme: Scheme, value: string | null): Known | undefined {
    return value ? this.#identifiers.get(`${scheme}:${value}`) : undefined
  }

  byHost(country: string, host: string | null): readonly Known[] {
    return (host && this.#hosts.get(`${country}:${host}`)) || []
  }

  byWord(country: string, word: string): readonly Known[] {
    return this.#words.get(`${country}:${word}`) ?? []
  }

  /**
   * Counts the words of what an import is about to bring, and from then on counts no more: how telling a word is shall
   * not depend on how far the import has come, nor on whether it is the first or the second time.
   */
  expect(coming: readonly Known[]): void {
    for (const [word, list] of this.#words) this.#counts.set(word, list.length)
    for (const known of coming) {
      if (schemes.some((scheme) => this.byIdentifier(scheme, known[scheme]))) continue
      for (const word of new Set(known.names.flat())) {
        const key = `${known.country}:${word}`
        this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1)
      }
    }
  }

  /** How telling a word is in a country: near 0 where every other name has it, 1 where only one has. */
  weight(country: string, word: string): number {
    return 1 / (1 + Math.round(Math.log2(this.#counts.get(`${country}:${word}`) ?? 1)))
  }

  /** An address on the site that nobody has, and from now on nobody else gets. */
  freeSlug(displayName: string): string {
    const stem = plainSlug(displayName)
    let slug = stem
    for (let number = 2; this.#slugs.has(slug); number++) slug = `${stem}-${number}`
    this.#slugs.add(slug)
    return slug
  }
}

function push(map: Map<string, Known[]>, key: string, known: Known): void {
  const list = map.get(key)
  if (!list) map.set(key, [known])
  else if (!list.includes(known)) list.push(known)
}

import type { MatchDocument, OrganisationSize, OrganisationType, Side, Visibility } from './document.ts'
import { withRoom } from './growable.ts'
import { SetTable, StringTable } from './string-table.ts'

export const SIDES: readonly Side[] = ['need', 'offer', 'profile']
export const VISIBILITIES: readonly Visibility[] = ['public', 'members', 'anonymous', 'match-only']
export const ORGANISATION_TYPES: readonly OrganisationType[] = ['HES', 'REC', 'PRC', 'PUB', 'OTH']
/** The first place stands for a size nobody gave. */
export const SIZES: readonly (OrganisationSize | null)[] = [null, 'micro', 'small', 'medium', 'large']

/**
 * What is known of each document besides its words, one column per fact, one row ("slot") per document. Rows are never
 * moved; a removed one is marked and left behind until the index is written anew.
 */
export class Facts {
  /** Rows in use, removed ones included. */
  rows = 0
  live = new Uint8Array(256)
  organisation = new Int32Array(256)
  side = new Uint8Array(256)
  kind = new Int32Array(256)
  language = new Int32Array(256)
  country = new Int32Array(256)
  organisationType = new Uint8Array(256)
  size = new Uint8Array(256)
  visibility = new Uint8Array(256)
  /** 0 where no readiness is given. */
  trlMin = new Uint8Array(256)
  trlMax = new Uint8Array(256)
  askedTrlMin = new Uint8Array(256)
  askedTrlMax = new Uint8Array(256)
  publishedAt = new Float64Array(256)
  /** Infinity where there is none. */
  deadline = new Float64Array(256)
  roleTags = new Int32Array(256)
  sectors = new Int32Array(256)
  wishedCountries = new Int32Array(256)
  wishedTypes = new Int32Array(256)
  wishedRoleTags = new Int32Array(256)
  wishedSizes = new Int32Array(256)
  wishedLanguages = new Int32Array(256)
  wishedCooperation = new Int32Array(256)

  readonly organisations: StringTable
  readonly kinds: StringTable
  readonly languages: StringTable
  readonly countries: StringTable
  readonly sets: SetTable

  /** @param like facts whose codes are to be shared */
  constructor(like?: Facts) {
    this.organisations = like?.organisations ?? new StringTable()
    this.kinds = like?.kinds ?? new StringTable()
    this.languages = like?.languages ?? new StringTable()
    this.countries = like?.countries ?? new StringTable()
    this.sets = like?.sets ?? new SetTable()
  }

  /** Writes a document's row. */
  add(document: MatchDocument, slot: number): void {
    this.rows = Math.max(this.rows, slot + 1)
    this.#makeRoom(this.rows)
    const { wishes } = document
    const askedTrl = wishes.trl ?? document.trl
    this.live[slot] = 1
    this.organisation[slot] = this.organisations.intern(document.organisation)
    this.side[slot] = SIDES.indexOf(document.side)
    this.kind[slot] = this.kinds.intern(document.kind)
    this.language[slot] = this.languages.intern(document.language)
    this.country[slot] = this.countries.intern(document.country)
    this.organisationType[slot] = ORGANISATION_TYPES.indexOf(document.organisationType)
    this.size[slot] = SIZES.indexOf(document.size)
    this.visibility[slot] = VISIBILITIES.indexOf(document.visibility)
    this.trlMin[slot] = document.trl?.min ?? 0
    this.trlMax[slot] = document.trl?.max ?? 0
    this.askedTrlMin[slot] = askedTrl?.min ?? 0
    this.askedTrlMax[slot] = askedTrl?.max ?? 0
    this.publishedAt[slot] = document.publishedAt
    this.deadline[slot] = document.deadline ?? Number.POSITIVE_INFINITY
    this.roleTags[slot] = this.sets.intern(document.roleTags)
    this.sectors[slot] = this.sets.intern(document.sectors)
    this.wishedCountries[slot] = this.sets.intern(wishes.countries)
    this.wishedTypes[slot] = this.sets.intern(wishes.partnerTypes)
    this.wishedRoleTags[slot] = this.sets.intern(wishes.roleTags)
    this.wishedSizes[slot] = this.sets.intern(wishes.sizes)
    this.wishedLanguages[slot] = this.sets.intern(wishes.languages)
    this.wishedCooperation[slot] = this.sets.intern(wishes.cooperationTypes)
  }

  /** Takes over a row of facts that share codes with these. */
  copy(from: Facts, slot: number, to: number): void {
    this.rows = Math.max(this.rows, to + 1)
    this.#makeRoom(this.rows)
    for (const column of COLUMNS) this[column][to] = from[column][slot] ?? 0
  }

  #makeRoom(rows: number): void {
    if (this.live.length >= rows) return
    const columns = this as Record<(typeof COLUMNS)[number], ReturnType<typeof withRoom>>
    for (const column of COLUMNS) columns[column] = withRoom(columns[column], rows)
  }
}

const COLUMNS = [
  'live',
  'organisation',
  'side',
  'kind',
  'language',
  'country',
  'organisationType',
  'size',
  'visibility',
  'trlMin',
  'trlMax',
  'askedTrlMin',
  'askedTrlMax',
  'publishedAt',
  'deadline',
  'roleTags',
  'sectors',
  'wishedCountries',
  'wishedTypes',
  'wishedRoleTags',
  'wishedSizes',
  'wishedLanguages',
  'wishedCooperation',
] as const satisfies readonly (keyof Facts)[]

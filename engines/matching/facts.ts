import type { MatchDocument, OrganisationSize, OrganisationType, Side, Visibility } from './document.ts'
import { withRoom } from './growable.ts'
import { SetTable, StringTable } from './string-table.ts'

export const SIDES: readonly Side[] = ['need', 'offer', 'profile']
export const VISIBILITIES: readonly Visibility[] = ['public', 'members', 'anonymous', 'match-only']
export const ORGANISATION_TYPES: readonly OrganisationType[] = ['HES', 'REC', 'PRC', 'PUB', 'OTH']
/** The first place stands for a size nobody gave. */
export const SIZES: readonly (OrganisationSize | null)[] = [null, 'micro', 'small', 'medium', 'large']

/** Words in a field beyond which a longer field is treated no differently. */
export const LONGEST_FIELD = 2047

/**
 * What is known of each document besides its words, one column per fact, one row ("slot") per document. Rows are never
 * moved; a removed one is marked and left behind until the index is compacted.
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
  /** Words per field, four to a row, in the order of FIELDS. */
  lengths = new Uint16Array(1024)

  readonly organisations = new StringTable()
  readonly kinds = new StringTable()
  readonly languages = new StringTable()
  readonly countries = new StringTable()
  readonly sets = new SetTable()

  /** Writes a document's row and returns its slot. */
  add(document: MatchDocument, lengths: readonly number[]): number {
    const slot = this.rows++
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
    for (let field = 0; field < 4; field++) {
      this.lengths[slot * 4 + field] = Math.min(lengths[field] ?? 0, LONGEST_FIELD)
    }
    return slot
  }

  #makeRoom(rows: number): void {
    if (this.live.length >= rows) return
    this.live = withRoom(this.live, rows)
    this.organisation = withRoom(this.organisation, rows)
    this.side = withRoom(this.side, rows)
    this.kind = withRoom(this.kind, rows)
    this.language = withRoom(this.language, rows)
    this.country = withRoom(this.country, rows)
    this.organisationType = withRoom(this.organisationType, rows)
    this.size = withRoom(this.size, rows)
    this.visibility = withRoom(this.visibility, rows)
    this.trlMin = withRoom(this.trlMin, rows)
    this.trlMax = withRoom(this.trlMax, rows)
    this.askedTrlMin = withRoom(this.askedTrlMin, rows)
    this.askedTrlMax = withRoom(this.askedTrlMax, rows)
    this.publishedAt = withRoom(this.publishedAt, rows)
    this.deadline = withRoom(this.deadline, rows)
    this.roleTags = withRoom(this.roleTags, rows)
    this.sectors = withRoom(this.sectors, rows)
    this.wishedCountries = withRoom(this.wishedCountries, rows)
    this.wishedTypes = withRoom(this.wishedTypes, rows)
    this.wishedRoleTags = withRoom(this.wishedRoleTags, rows)
    this.wishedSizes = withRoom(this.wishedSizes, rows)
    this.wishedLanguages = withRoom(this.wishedLanguages, rows)
    this.wishedCooperation = withRoom(this.wishedCooperation, rows)
    this.lengths = withRoom(this.lengths, rows * 4)
  }

  /** Moves the live rows together; `kept` are their slots, ascending. */
  compact(kept: Int32Array): void {
    const columns = [
      this.live,
      this.organisation,
      this.side,
      this.kind,
      this.language,
      this.country,
      this.organisationType,
      this.size,
      this.visibility,
      this.trlMin,
      this.trlMax,
      this.askedTrlMin,
      this.askedTrlMax,
      this.publishedAt,
      this.deadline,
      this.roleTags,
      this.sectors,
      this.wishedCountries,
      this.wishedTypes,
      this.wishedRoleTags,
      this.wishedSizes,
      this.wishedLanguages,
      this.wishedCooperation,
    ]
    for (const column of columns) for (let to = 0; to < kept.length; to++) column[to] = column[kept[to] ?? 0] ?? 0
    for (let to = 0; to < kept.length; to++) {
      const from = (kept[to] ?? 0) * 4
      this.lengths.copyWithin(to * 4, from, from + 4)
    }
    this.rows = kept.length
  }
}

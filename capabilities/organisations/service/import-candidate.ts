import { isCountryCode, normaliseCountry } from '../../vocabularies/countries.ts'
import { type Candidate, organisationDraft, type RowProblem, type RowRepair } from '../schema.ts'

/** What a parser makes of one row of a file. */
export interface ParsedRow {
  /** The line of the file it begins on, from 1. */
  line: number
  raw: Record<string, string>
  /** Null where the row cannot be taken in; a problem says why. */
  parsed: Candidate | null
  problems: RowProblem[]
  repairs: RowRepair[]
}

export const blank: Omit<Candidate, 'legalName' | 'displayName' | 'country'> = {
  otherNames: [],
  organisationType: 'OTH',
  roleTags: [],
  size: null,
  staff: null,
  nuts: null,
  city: '',
  address: '',
  latitude: null,
  longitude: null,
  website: null,
  foundedYear: null,
  pic: null,
  oid: null,
  erasmusCode: null,
  vat: null,
  ror: null,
  competences: [],
  contactEmail: null,
  charterFrom: null,
  charterUntil: null,
}

/** Problems that keep a row from being taken in; all others only leave a field blank. */
export const refusing: ReadonlySet<string> = new Set([
  'nameMissing',
  'countryMissing',
  'countryUnknown',
  'notARecord',
  'columns',
  'inactive',
  'withdrawn',
])

const draft = organisationDraft.partial()

/**
 * Holds a candidate to what an organisation may be: a field that does not fit is left blank and said to be so.
 * @returns null where the name or the country does not fit
 */
export function fitted(candidate: Candidate, problems: RowProblem[]): Candidate | null {
  const { charterFrom, charterUntil, ...fields } = candidate
  const result = draft.safeParse(fields)
  if (result.success) return candidate
  const kept: Record<string, unknown> = { ...candidate }
  for (const field of new Set(result.error.issues.map(({ path }) => String(path[0])))) {
    const value = kept[field]
    if (field === 'legalName' || field === 'displayName') {
      const name = String(value).trim()
      if (name.length < 2) {
        problems.push({ code: 'nameMissing' })
        return null
      }
      kept[field] = name.slice(0, field === 'legalName' ? 300 : 200)
    } else if (field === 'country') {
      problems.push({ code: 'countryUnknown', value: String(value) })
      return null
    } else if (field in blank) {
      problems.push({ code: 'fieldUnusable', field, value: String(value).slice(0, 200) })
      kept[field] = blank[field as keyof typeof blank]
    }
  }
  return kept as unknown as Candidate
}

/** A web address as people write it, whole: `www.fhv.at ` is `https://www.fhv.at/`. Null for what is none. */
export function websiteOf(text: string): string | null {
  const [first = ''] = text.trim().split(/[\s,;]+/)
  if (!first || !/\.[a-z]{2,}/i.test(first)) return null
  const whole = /^https?:\/\//i.test(first) ? first : `https://${first.replace(/^\w*:?\/+/, '')}`
  const address = URL.parse(whole)
  return address && address.href.length <= 300 && /^[\w.-]+$/.test(address.hostname) ? address.href : null
}

/** A country by its code, also as the European institutions write it (EL, UK), or by its name in a European language. */
export function countryOf(text: string): Candidate['country'] | undefined {
  const code = normaliseCountry(text)
  if (code) return code
  return countryNames().get(plain(text))
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}|[^\p{L}]/gu, '')
    .toLowerCase()

let names: Map<string, Candidate['country']> | undefined

function countryNames(): Map<string, Candidate['country']> {
  if (names) return names
  names = new Map()
  for (const locale of 'en fr de es it pt nl pl ro cs sk hu sv da fi nb el bg hr sl et lv lt tr uk'.split(' ')) {
    const display = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' })
    for (let a = 65; a <= 90; a++)
      for (let b = 65; b <= 90; b++) {
        const code = String.fromCharCode(a, b)
        const name = isCountryCode(code) ? display.of(code) : undefined
        if (name && isCountryCode(code) && !names.has(plain(name))) names.set(plain(name), code)
      }
  }
  for (const [name, code] of [
    ['turkey', 'TR'],
    ['czechrepublic', 'CZ'],
    ['macedonia', 'MK'],
    ['england', 'GB'],
    ['scotland', 'GB'],
    ['greatbritain', 'GB'],
    ['holland', 'NL'],
    ['usa', 'US'],
  ] as const)
    names.set(name, code)
  return names
}

/**
 * A day as lists write it. Where only the order tells the month, a list that pads its numbers (`30/06/2023`) begins with
 * the day, one that does not (`1/1/2021`, `10/26/2022`) with the month. Null for what is no day.
 */
export function dayOf(text: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(text.trim())
  const parts = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text.trim())
  if (!iso && !parts) return null
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : fromParts(parts?.[1] ?? '', parts?.[2] ?? '', parts?.[3] ?? '')
  const written = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  const instant = new Date(`${written}T00:00:00Z`)
  return Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== written ? null : written
}

function fromParts(one: string, other: string, year: string): [string, string, string] {
  const dayFirst = Number(one) > 12 || (Number(other) <= 12 && one.length === 2 && other.length === 2)
  return dayFirst ? [year, other, one] : [year, one, other]
}

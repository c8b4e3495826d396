import { Problem } from '#platform/errors.ts'
import type { Candidate, RowProblem, RowRepair } from '../schema.ts'
import { blank, countryOf, dayOf, fitted, type ParsedRow, websiteOf } from './import-candidate.ts'
import { calmed, calmedPlace } from './import-capitals.ts'
import { isDamaged, type Lexicon } from './import-repair.ts'
import { recordsOf, type Table } from './import-table.ts'

/** The beginning of an Erasmus code where it is not the ISO code of the country. */
const prefixes: Readonly<Record<string, string>> = {
  ...{ AT: 'A', BE: 'B', DE: 'D', ES: 'E', FR: 'F', IT: 'I', NO: 'N', PT: 'P', SE: 'S' },
  ...{ FI: 'SF', GR: 'G', IE: 'IRL', LU: 'LUX', GB: 'UK', RE: 'F' },
}

const header = ['erasmus code', 'pic', 'oid', 'legal name', 'country cd'] as const

/**
 * Parses the list of holders of the Erasmus Charter for Higher Education as the European Commission publishes it: rows
 * of no use on top, then the header, then a line for each institution.
 * @param lexicon takes up the intact words of the list and restores the damaged ones
 * @throws Problem `invalid` when it is not that list
 */
export function* parseEche(table: Table, lexicon: Lexicon): Generator<ParsedRow> {
  const found = recordsOf(table, (cells) => {
    const names = cells.map((cell) => cell.toLowerCase())
    return header.every((name) => names.includes(name))
  })
  if (!found) throw new Problem('invalid', 'organisations:errors.notEche')
  for (const { raw } of found.records) {
    const country = countryOf(raw['Country Cd'] ?? '')
    if (country) for (const field of ['Legal Name', 'City', 'Street']) lexicon.add(country, raw[field] ?? '')
  }
  for (const { line, width, raw } of found.records) {
    const problems: RowProblem[] = []
    const repairs: RowRepair[] = []
    if (width < header.length) problems.push({ code: 'columns' })
    const parsed = problems.length > 0 ? null : institution(raw, lexicon, problems, repairs)
    yield { line, raw, parsed, problems, repairs }
  }
}

function institution(
  raw: Record<string, string>,
  lexicon: Lexicon,
  problems: RowProblem[],
  repairs: RowRepair[],
): Candidate | null {
  const country = countryOf(raw['Country Cd'] ?? '')
  if (!country) {
    problems.push({ code: raw['Country Cd'] ? 'countryUnknown' : 'countryMissing', value: raw['Country Cd'] ?? '' })
    return null
  }
  const code = erasmusCode(raw['Erasmus Code'] ?? '', country)
  const text = (column: string, field: string, ...beside: string[]) => {
    const from = (raw[column] ?? '').replace(/[\s\u00a0]+/g, ' ').trim()
    if (!isDamaged(from)) return from
    const to = lexicon.repair(country, from, beside)
    if (to !== from) repairs.push({ field, from, to })
    if (isDamaged(to)) problems.push({ code: 'charactersLost', field, value: to })
    return to
  }
  const place = code?.slice(3).replace(/\d+$/, '') ?? ''
  const legalName = text('Legal Name', 'legalName', raw.City ?? '')
  const city = text('City', 'city', place, legalName)
  const website = websiteOf(raw['Website Url'] ?? '')
  if (raw['Website Url'] && !website)
    problems.push({ code: 'websiteUnreadable', field: 'website', value: raw['Website Url'] })
  if (legalName.length < 2) {
    problems.push({ code: 'nameMissing' })
    return null
  }
  const known = (column: string, pattern: RegExp) => (pattern.test(raw[column] ?? '') ? (raw[column] ?? null) : null)
  return fitted(
    {
      ...blank,
      legalName,
      displayName: calmed(legalName),
      organisationType: 'HES',
      roleTags: ['hei'],
      country,
      city: calmedPlace(city),
      address: [calmed(text('Street', 'address')), raw['Post Cd']].filter(Boolean).join(', '),
      website,
      pic: known('Pic', /^\d{9}$/),
      oid: known('OID', /^E\d{8}$/),
      erasmusCode: code,
      charterFrom: dayOf(raw['Erasmus Eche Start'] ?? ''),
      charterUntil: dayOf(raw['Erasmus Eche End'] ?? ''),
    },
    problems,
  )
}

/**
 * An Erasmus code in its usual form: the country in three places, filled up with spaces, then place and number:
 * `A  WIEN01`, `IRLDUBLIN01`. What stands between them in a file (no-break spaces, nothing) does not matter.
 */
export function erasmusCode(text: string, country: string): string | null {
  const given = text
    .toUpperCase()
    .replace(/[\s\u00a0\uFFFD?]+/g, ' ')
    .trim()
  const rest = /^(?:([A-Z]{1,3}) )?([A-Z-]*\d{2,4})$/.exec(given)
  if (!rest) return null
  const expected = prefixes[country] ?? country
  const [, written, place = ''] = rest
  if (written) return `${written.padEnd(3)}${place}`
  return place.startsWith(expected) ? `${expected.padEnd(3)}${place.slice(expected.length)}` : null
}

import { z } from 'zod'
import { Problem } from '#platform/errors.ts'
import type { Candidate, RowProblem } from '../schema.ts'
import { blank, countryOf, fitted, type ParsedRow, websiteOf } from './import-candidate.ts'
import { readText } from './import-text.ts'

const name = z.object({ value: z.string(), types: z.array(z.string()).default([]) })

/** What we read of a ROR record, in the short form of our files and in that of ROR's own data dump (schema 2). */
const record = z.object({
  id: z.string().regex(/^(https:\/\/ror\.org\/)?0[a-z0-9]{8}$/),
  names: z.array(name).min(1),
  types: z.array(z.string()).default([]),
  status: z.string().default('active'),
  established: z.number().nullable().default(null),
  links: z.array(z.union([z.string(), z.object({ type: z.string(), value: z.string() })])).default([]),
  country: z.string().nullish(),
  city: z.string().nullish(),
  lat: z.number().nullish(),
  lng: z.number().nullish(),
  locations: z
    .array(
      z.object({
        geonames_details: z.object({
          country_code: z.string().nullish(),
          name: z.string().nullish(),
          lat: z.number().nullish(),
          lng: z.number().nullish(),
        }),
      }),
    )
    .default([]),
})

type Kind = Pick<Candidate, 'organisationType' | 'roleTags'>

/** What an organisation of a ROR type is here; the first type that says something decides. */
const kinds: [string, Kind][] = [
  ['education', { organisationType: 'HES', roleTags: ['education-training'] }],
  ['facility', { organisationType: 'REC', roleTags: ['research'] }],
  ['company', { organisationType: 'PRC', roleTags: ['enterprise'] }],
  ['government', { organisationType: 'PUB', roleTags: ['public-authority'] }],
  ['nonprofit', { organisationType: 'OTH', roleTags: ['ngo'] }],
]
const other: Kind = { organisationType: 'OTH', roleTags: [] }
const MOST_NAMES = 20

/** Parses ROR records, one JSON object a line. @throws Problem `invalid` when no line is one */
export function* parseRor(bytes: Uint8Array): Generator<ParsedRow> {
  const { text } = readText(bytes)
  if (!/^\s*\{/.test(text)) throw new Problem('invalid', 'organisations:errors.notRor')
  let line = 0
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at)
    const written = text.slice(at, end < 0 ? undefined : end).trim()
    at = end < 0 ? text.length : end + 1
    line++
    if (written) yield parseRecord(line, written)
  }
}

function parseRecord(line: number, written: string): ParsedRow {
  const problems: RowProblem[] = []
  const read = record.safeParse(parsedJson(written))
  const row = read.success ? read.data : null
  const display = row && (row.names.find(({ types }) => types.includes('ror_display')) ?? row.names[0])?.value.trim()
  const raw = { id: row?.id ?? '', name: display ?? '', record: row ? '' : written.slice(0, 500) }
  if (!row || !display) problems.push({ code: 'notARecord' })
  else if (row.status === 'inactive' || row.status === 'withdrawn') problems.push({ code: row.status })
  const usable = row && display && problems.length === 0
  return { line, raw, parsed: usable ? organisation(row, display, problems) : null, problems, repairs: [] }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function organisation(row: z.infer<typeof record>, display: string, problems: RowProblem[]): Candidate | null {
  const place = row.locations[0]?.geonames_details
  const written = row.country ?? place?.country_code ?? ''
  const country = countryOf(written)
  if (!country) {
    problems.push({ code: written ? 'countryUnknown' : 'countryMissing', value: written })
    return null
  }
  const [latitude, longitude] = [row.lat ?? place?.lat ?? null, row.lng ?? place?.lng ?? null]
  const placed = latitude !== null && longitude !== null
  const links = row.links.flatMap((link) =>
    typeof link === 'string' ? [link] : link.type === 'website' ? [link.value] : [],
  )
  const others = row.names
    .map(({ value }) => value.trim())
    .filter((value) => value && value !== display && value.length <= 200)
  return fitted(
    {
      ...blank,
      ...(kinds.find(([type]) => row.types.includes(type))?.[1] ?? other),
      legalName: display,
      displayName: display,
      otherNames: [...new Set(others)].slice(0, MOST_NAMES),
      country,
      city: row.city ?? place?.name ?? '',
      latitude: placed ? latitude : null,
      longitude: placed ? longitude : null,
      website: websiteOf(links[0] ?? ''),
      foundedYear: row.established,
      ror: row.id.slice(-9),
    },
    problems,
  )
}

import { type CountryCode, countryName, normaliseCountry } from './countries.ts'
import { nutsLevel1Names } from './nuts-level-1.ts'
import { nutsLevel2Names } from './nuts-level-2.ts'
import { type Provenance, provenance } from './sources.ts'

/** The version of the classification the codes belong to: later ones renumbered regions of several countries. */
export const nutsVersion = '2013'

export type NutsLevel = 0 | 1 | 2

export type NutsRegion = Provenance & {
  readonly code: string
  readonly level: NutsLevel
  readonly country: CountryCode
  /** The name in the country's own languages; `undefined` where the region is the whole country. */
  readonly name?: string
}

/** How sure the entries of each level are; the names of Switzerland, Iceland, Montenegro and North Macedonia less so. */
const provenanceByLevel: Readonly<Record<NutsLevel, Provenance>> = {
  0: provenance('nuts-2013', 'published'),
  1: provenance('nuts-2013', 'unverified'),
  2: provenance('nuts-2013', 'published'),
}
const namesCorrectedHere = /^(CH|IS|ME|MK)/

const codesOfLevel2 = Object.keys(nutsLevel2Names)
const codesByLevel: Readonly<Record<NutsLevel, readonly string[]>> = {
  0: [...new Set(codesOfLevel2.map((code) => code.slice(0, 2)))],
  1: [...new Set(codesOfLevel2.map((code) => code.slice(0, 3)))],
  2: codesOfLevel2,
}

/** The country of a NUTS code of any version and level (EL and UK understood); `undefined` when there is none. */
export function nutsCountry(code: string): CountryCode | undefined {
  return /^[A-Z]{2}[0-9A-Z]{0,3}$/.test(code) ? normaliseCountry(code.slice(0, 2)) : undefined
}

function region(code: string, level: NutsLevel): NutsRegion | undefined {
  const country = nutsCountry(code)
  if (country === undefined) return undefined
  const name = level === 1 ? nutsLevel1Names[code] : nutsLevel2Names[code]
  const base = namesCorrectedHere.test(code) && level === 2 ? provenanceByLevel[1] : provenanceByLevel[level]
  return name === undefined ? { code, level, country, ...base } : { code, level, country, name, ...base }
}

/** Every region of the vocabulary by code, levels 0 to 2. Codes are those of NUTS: Greece is EL, United Kingdom UK. */
export const nutsRegions: ReadonlyMap<string, NutsRegion> = new Map(
  ([0, 1, 2] as const).flatMap((level) =>
    codesByLevel[level].flatMap((code): [string, NutsRegion][] => {
      const found = region(code, level)
      return found === undefined ? [] : [[code, found]]
    }),
  ),
)

/** The regions of a country at a level, in the order of their codes; empty for a country without NUTS regions here. */
export function nutsRegionsOf(country: CountryCode, level: NutsLevel): NutsRegion[] {
  return [...nutsRegions.values()].filter((one) => one.country === country && one.level === level)
}

/**
 * The name of a region: its own where the vocabulary has one, the country's (in the reader's language) where the region
 * is the whole country, and the code itself when the vocabulary does not know it.
 */
export function nutsName(code: string, locale: string): string {
  const found = nutsRegions.get(code)
  if (found === undefined) return code
  return found.name ?? countryName(found.country, locale)
}

/** The codes above a code, widest first: `['DE', 'DE2']` for `DE21`. */
export function nutsAncestors(code: string): string[] {
  return [2, 3, 4].filter((length) => length < code.length).map((length) => code.slice(0, length))
}

/** True when a region lies in another or is the same: `DE212` lies in `DE2`. */
export function nutsLiesIn(code: string, wider: string): boolean {
  return wider.length >= 2 && code.startsWith(wider)
}

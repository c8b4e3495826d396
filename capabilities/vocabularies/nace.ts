import { type Provenance, provenance } from './sources.ts'

/** Sections of NACE Rev. 2. */
// biome-ignore format: codes read better in rows
export const naceSectionIds = [
  'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S', 'T', 'U',
] as const
export type NaceSection = (typeof naceSectionIds)[number]

export type NaceEntry = Provenance & {
  /** First and last two-digit division of the section. */
  readonly divisions: readonly [first: number, last: number]
}

function section(first: number, last: number): NaceEntry {
  return { ...provenance('nace-rev-2', 'published'), divisions: [first, last] }
}

export const naceSections: Readonly<Record<NaceSection, NaceEntry>> = {
  A: section(1, 3),
  B: section(5, 9),
  C: section(10, 33),
  D: section(35, 35),
  E: section(36, 39),
  F: section(41, 43),
  G: section(45, 47),
  H: section(49, 53),
  I: section(55, 56),
  J: section(58, 63),
  K: section(64, 66),
  L: section(68, 68),
  M: section(69, 75),
  N: section(77, 82),
  O: section(84, 84),
  P: section(85, 85),
  Q: section(86, 88),
  R: section(90, 93),
  S: section(94, 96),
  T: section(97, 98),
  U: section(99, 99),
}

/**
 * The section a NACE Rev. 2 code belongs to: `C` for `C`, `C10`, `10.51` or `1051`; `undefined` for a code that does
 * not begin with a section or a division of Rev. 2.
 */
export function naceSectionOf(code: string): NaceSection | undefined {
  const match = /^\s*([A-Ua-u])?\s*(\d\d)?/.exec(code)
  const letter = match?.[1]?.toUpperCase()
  const division = match?.[2] === undefined ? undefined : Number(match[2])
  return naceSectionIds.find((id) => {
    if (letter !== undefined && letter !== id) return false
    if (division === undefined) return letter === id
    const [first, last] = naceSections[id].divisions
    return division >= first && division <= last
  })
}

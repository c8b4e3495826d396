import { type Provenance, provenance } from './sources.ts'

/** Sizes of enterprise, smallest first. The first three are the SMEs. */
export const sizeIds = ['micro', 'small', 'medium', 'large'] as const
export type Size = (typeof sizeIds)[number]

export const smeSizeIds = ['micro', 'small', 'medium'] as const
export type SmeSize = (typeof smeSizeIds)[number]

export type SizeEntry = Provenance & {
  /** The ceilings of the size: fewer staff than this, and turnover or balance sheet of at most this (euro a year). */
  readonly ceilings?: { readonly staffBelow: number; readonly turnover: number; readonly balanceSheet: number }
}

const definition = provenance('eu-sme-definition', 'stated')

const smeCeilings = {
  micro: { staffBelow: 10, turnover: 2_000_000, balanceSheet: 2_000_000 },
  small: { staffBelow: 50, turnover: 10_000_000, balanceSheet: 10_000_000 },
  medium: { staffBelow: 250, turnover: 50_000_000, balanceSheet: 43_000_000 },
} as const satisfies Record<SmeSize, SizeEntry['ceilings']>

export const sizes: Readonly<Record<Size, SizeEntry>> = {
  micro: { ...definition, ceilings: smeCeilings.micro },
  small: { ...definition, ceilings: smeCeilings.small },
  medium: { ...definition, ceilings: smeCeilings.medium },
  large: definition,
}

/**
 * The size that the figures of one year place an enterprise in; `undefined` as long as a missing figure could change
 * the answer.
 *
 * The figures must already include those of partner enterprises (in proportion) and linked enterprises (in full); the
 * rule that a size is gained or lost only after two consecutive years is left to the caller, who holds the years.
 *
 * @param figures staff in annual work units; turnover and balance sheet in euro
 */
export function sizeFromFigures(figures: {
  readonly staff: number
  readonly turnover?: number | undefined
  readonly balanceSheet?: number | undefined
}): Size | undefined {
  const { staff, turnover, balanceSheet } = figures
  for (const size of smeSizeIds) {
    const ceilings = smeCeilings[size]
    if (staff >= ceilings.staffBelow) continue
    if (turnover !== undefined && turnover <= ceilings.turnover) return size
    if (balanceSheet !== undefined && balanceSheet <= ceilings.balanceSheet) return size
    if (turnover === undefined || balanceSheet === undefined) return undefined
  }
  return 'large'
}

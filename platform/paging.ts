import { z } from 'zod'

/** Rows on one page where the reader does not say otherwise. */
export const PAGE_SIZE = 20
const DEEPEST = 10_000

/**
 * What every list takes, beside its own filters.
 * @param sorts the orders it offers; the first is the one without a choice
 */
export function pageQuery<const Sorts extends readonly [string, ...string[]]>(sorts: Sorts) {
  return {
    q: z.string().trim().max(200).optional().describe('Words to look for'),
    sort: z
      .enum(sorts)
      .default(sorts[0] as Sorts[number])
      .describe('Order of the rows'),
    page: z.number().int().min(1).max(DEEPEST).default(1).describe('Page, from 1'),
    perPage: z.number().int().min(1).max(100).default(PAGE_SIZE).describe('Rows on a page'),
  }
}

/** What every list answers: one page of rows and how many there are in all. */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.object({
    rows: z.array(row),
    total: z.number().int().describe('Rows on all pages'),
    page: z.number().int(),
    perPage: z.number().int(),
  })
}

/** Where a page begins. */
export function offsetOf({ page, perPage }: { page: number; perPage: number }): number {
  return (page - 1) * perPage
}

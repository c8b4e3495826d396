const dayLength = 86_400_000

function day(date: string): number {
  return Date.parse(`${date.slice(0, 10)}T00:00:00Z`)
}

/** Where a day lies between `from` (0) and the end of `to` (1), kept within. All as `YYYY-MM-DD`. */
export function dayShare(date: string, from: string, to: string): number {
  const length = day(to) + dayLength - day(from)
  return length <= 0 ? 0 : Math.min(1, Math.max(0, (day(date) - day(from)) / length))
}

/** A span of days, both ends included, as start and width between 0 and 1. */
export function spanShare(start: string, end: string, from: string, to: string): { start: number; width: number } {
  const left = dayShare(start, from, to)
  const after = new Date(day(end) + dayLength).toISOString()
  return { start: left, width: Math.max(0, dayShare(after, from, to) - left) }
}

const steps = [1, 3, 6, 12, 24, 60, 120]

/**
 * First days of months to mark between two days, at most `most`: every month, quarter, half-year, year, and so on,
 * counted from January.
 */
export function monthTicks(from: string, to: string, most = 12): { ticks: string[]; months: number } {
  const [fromYear = 0, fromMonth = 1] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 1] = to.split('-').map(Number)
  const first = fromYear * 12 + fromMonth - 1 + (from.slice(8, 10) > '01' ? 1 : 0)
  const last = toYear * 12 + toMonth - 1
  const months = steps.find((step) => Math.floor(last / step) - Math.ceil(first / step) < most) ?? 240
  const ticks: string[] = []
  for (let month = Math.ceil(first / months) * months; month <= last; month += months)
    ticks.push(`${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`)
  return { ticks, months }
}

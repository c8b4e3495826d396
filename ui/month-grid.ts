/** A day as `YYYY-MM-DD`, and whether it lies in the month shown. */
export interface GridDay {
  date: string
  inside: boolean
}

const dayLength = 86_400_000

/**
 * The weeks that touch a month, each of seven days.
 * @param month `YYYY-MM`
 * @param firstDay weekday a week starts with, 1 Monday to 7 Sunday
 */
export function monthGrid(month: string, firstDay = 1): GridDay[][] {
  const first = Date.parse(`${month}-01T00:00:00Z`)
  const weekday = new Date(first).getUTCDay() || 7
  let day = first - ((weekday - firstDay + 7) % 7) * dayLength
  const weeks: GridDay[][] = []
  do {
    const week: GridDay[] = []
    for (let column = 0; column < 7; column++, day += dayLength) {
      const date = new Date(day).toISOString().slice(0, 10)
      week.push({ date, inside: date.startsWith(month) })
    }
    weeks.push(week)
  } while (new Date(day).toISOString().startsWith(month))
  return weeks
}

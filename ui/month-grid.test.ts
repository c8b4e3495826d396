import { expect, it } from 'vitest'
import { monthGrid } from './month-grid.ts'

it('starts weeks on Monday and covers the month', () => {
  // 1 November 2026 is a Sunday, so it closes the first week.
  const weeks = monthGrid('2026-11')
  expect(weeks[0]?.map((day) => day.date)).toEqual([
    '2026-10-26',
    '2026-10-27',
    '2026-10-28',
    '2026-10-29',
    '2026-10-30',
    '2026-10-31',
    '2026-11-01',
  ])
  expect(weeks.length).toBe(6)
  expect(weeks.flat().filter((day) => day.inside).length).toBe(30)
})

it('needs only four weeks when February starts one', () => {
  // 1 February 2027 is a Monday.
  expect(monthGrid('2027-02').length).toBe(4)
})

it('can start weeks on Sunday, and knows leap days', () => {
  const weeks = monthGrid('2028-02', 7)
  expect(weeks[0]?.[0]?.date).toBe('2028-01-30')
  expect(
    weeks
      .flat()
      .filter((day) => day.inside)
      .at(-1)?.date,
  ).toBe('2028-02-29')
})

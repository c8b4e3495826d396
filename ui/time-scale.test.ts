import { expect, it } from 'vitest'
import { dayShare, monthTicks, spanShare } from './time-scale.ts'

it('places days between the first and the end of the last', () => {
  expect(dayShare('2026-01-01', '2026-01-01', '2026-01-10')).toBe(0)
  expect(dayShare('2026-01-06', '2026-01-01', '2026-01-10')).toBe(0.5)
  expect(dayShare('2025-01-01', '2026-01-01', '2026-01-10')).toBe(0)
  expect(dayShare('2027-01-01', '2026-01-01', '2026-01-10')).toBe(1)
})

it('gives a span both of its days, and cuts what lies outside', () => {
  expect(spanShare('2026-01-01', '2026-01-10', '2026-01-01', '2026-01-10')).toEqual({ start: 0, width: 1 })
  expect(spanShare('2026-01-10', '2026-01-10', '2026-01-01', '2026-01-10').width).toBeCloseTo(0.1, 10)
  expect(spanShare('2025-06-01', '2026-01-05', '2026-01-01', '2026-01-10')).toEqual({ start: 0, width: 0.5 })
})

it('marks months, then quarters, then years as the time grows', () => {
  expect(monthTicks('2026-01-15', '2026-04-30')).toEqual({
    ticks: ['2026-02-01', '2026-03-01', '2026-04-01'],
    months: 1,
  })
  expect(monthTicks('2026-01-01', '2027-12-31')).toEqual({
    ticks: [
      '2026-01-01',
      '2026-04-01',
      '2026-07-01',
      '2026-10-01',
      '2027-01-01',
      '2027-04-01',
      '2027-07-01',
      '2027-10-01',
    ],
    months: 3,
  })
  expect(monthTicks('2020-01-01', '2030-12-31').months).toBe(12)
  expect(monthTicks('1990-01-01', '2089-12-31').ticks.length).toBeLessThanOrEqual(12)
})

import { expect, it } from 'vitest'
import { initials, pick } from './monogram.ts'

it('takes the first two words that say something', () => {
  expect(initials('Universität Graz')).toBe('UG')
  expect(initials('University of the Arts')).toBe('UA')
  expect(initials('Chambre de commerce et d’industrie')).toBe('CC')
  expect(initials('Zoë')).toBe('Z')
})

it('keeps letters of every script', () => {
  expect(initials('Ελληνική Εταιρεία')).toBe('ΕΕ')
  expect(initials('Český Ústav')).toBe('ČÚ')
  expect(initials('3D Lab')).toBe('3L')
})

it('falls back to small words, then to a question mark', () => {
  expect(initials('La')).toBe('L')
  expect(initials('  – ')).toBe('?')
})

it('picks the same kind for the same seed, within range, and uses all kinds', () => {
  const picks = Array.from({ length: 200 }, (_, index) => pick(`name ${index}`, 6))
  expect(picks).toEqual(Array.from({ length: 200 }, (_, index) => pick(`name ${index}`, 6)))
  expect(new Set(picks)).toEqual(new Set([0, 1, 2, 3, 4, 5]))
})

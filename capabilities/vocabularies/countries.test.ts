import { describe, expect, test } from 'vitest'
import { countriesForForms, countryIds, countryName, europeanCountryIds, normaliseCountry } from './countries.ts'

test('holds the 249 codes of ISO 3166-1 and Kosovo, each once, each with a name', () => {
  expect(new Set(countryIds).size).toBe(250)
  expect(countryIds).toHaveLength(250)
  for (const locale of ['en', 'fr']) {
    expect(countryIds.filter((code) => countryName(code, locale) === code)).toEqual([])
  }
})

describe('normaliseCountry', () => {
  test.each([
    ['EL', 'GR'],
    [' uk ', 'GB'],
    ['xk', 'XK'],
    ['DE', 'DE'],
    ['', undefined],
    ['EU', undefined],
    ['ZZ', undefined],
    ['constructor', undefined],
  ])('%j is %s', (text, expected) => {
    expect(normaliseCountry(text)).toBe(expected)
  })
})

test('names follow the reader and understand aliases', () => {
  expect(countryName('EL', 'fr')).toBe('Grèce')
  expect(countryName('UK', 'en')).toBe('United Kingdom')
  expect(countryName('XK', 'en')).toBe('Kosovo')
  expect(countryName('Atlantis', 'en')).toBe('Atlantis')
})

test('forms offer Europe first, and every country once', () => {
  const { europe, elsewhere } = countriesForForms('fr')
  expect(europe.map((choice) => choice.code).sort()).toEqual([...europeanCountryIds].sort())
  expect([...europe, ...elsewhere].map((choice) => choice.code).sort()).toEqual([...countryIds].sort())
  const names = europe.map((choice) => choice.name)
  expect(names.indexOf('Allemagne')).toBeLessThan(names.indexOf('Belgique'))
  expect(names.indexOf('Espagne')).toBeLessThan(names.indexOf('Estonie'))
})

import { describe, expect, test } from 'vitest'
import { ecosystemIds, ecosystems, findEcosystem } from './ecosystems.ts'
import { euLanguageIds, languageIds, languageName } from './languages.ts'
import { naceSectionIds, naceSectionOf, naceSections } from './nace.ts'
import { nutsAncestors, nutsCountry, nutsLiesIn, nutsName, nutsRegions, nutsRegionsOf } from './nuts.ts'
import { roleTagIds, roleTags, withBroaderTags } from './role-tags.ts'
import { sizeFromFigures } from './sizes.ts'
import { isTrl } from './trl.ts'

describe('ecosystems', () => {
  test('are 14, found by name, alias or id', () => {
    expect(ecosystemIds).toHaveLength(14)
    for (const id of ecosystemIds) {
      for (const name of [id, ecosystems[id].name, ...ecosystems[id].aliases]) expect(findEcosystem(name)).toBe(id)
    }
    expect(findEcosystem('MOBILITY – Transport – Automotive')).toBe('mobility')
    expect(findEcosystem('Aerospace and Defence')).toBe('aerospace-defence')
    expect(findEcosystem('Astrology')).toBeUndefined()
  })
})

describe('NUTS', () => {
  test('every region hangs below the one above it', () => {
    for (const code of nutsRegions.keys()) {
      for (const ancestor of nutsAncestors(code)) expect(nutsRegions.has(ancestor), `${code} in ${ancestor}`).toBe(true)
    }
  })

  test('regions know their country under its ISO code', () => {
    expect(nutsCountry('EL30')).toBe('GR')
    expect(nutsCountry('UKN0')).toBe('GB')
    expect(nutsCountry('DE212')).toBe('DE')
    expect(nutsCountry('London')).toBeUndefined()
    expect(nutsRegionsOf('GR', 2)).toHaveLength(13)
    expect(nutsRegionsOf('DE', 1)).toHaveLength(16)
    expect(nutsRegionsOf('US', 1)).toEqual([])
  })

  test('names: own, else the country, else the code', () => {
    expect(nutsName('ES61', 'en')).toBe('Andalucía')
    expect(nutsName('IE0', 'fr')).toBe('Irlande')
    expect(nutsName('EL', 'en')).toBe('Greece')
    expect(nutsName('FRK2', 'en')).toBe('FRK2')
  })

  test('a region lies in the wider ones', () => {
    expect(nutsAncestors('DE212')).toEqual(['DE', 'DE2', 'DE21'])
    expect(nutsLiesIn('DE21', 'DE2')).toBe(true)
    expect(nutsLiesIn('DE21', 'DE21')).toBe(true)
    expect(nutsLiesIn('DE21', 'DE3')).toBe(false)
  })
})

describe('NACE', () => {
  test('sections hold their divisions in order, without overlap', () => {
    let previous = 0
    for (const id of naceSectionIds) {
      const [first, last] = naceSections[id].divisions
      expect(first).toBeGreaterThan(previous)
      expect(last).toBeGreaterThanOrEqual(first)
      previous = last
    }
  })

  test.each([
    ['C', 'C'],
    ['C10', 'C'],
    ['10.51', 'C'],
    ['6201', 'J'],
    ['A10', undefined],
    ['04', undefined],
    ['', undefined],
  ])('%j belongs to %s', (code, expected) => {
    expect(naceSectionOf(code)).toBe(expected)
  })
})

describe('sizes', () => {
  test.each([
    [{ staff: 9, turnover: 2_000_000 }, 'micro'],
    [{ staff: 9, turnover: 3_000_000, balanceSheet: 2_000_000 }, 'micro'],
    [{ staff: 9, turnover: 3_000_000, balanceSheet: 3_000_000 }, 'small'],
    [{ staff: 10, turnover: 1 }, 'small'],
    [{ staff: 249, turnover: 60_000_000, balanceSheet: 43_000_000 }, 'medium'],
    [{ staff: 249, turnover: 60_000_000, balanceSheet: 43_000_001 }, 'large'],
    [{ staff: 250 }, 'large'],
    [{ staff: 20 }, undefined],
    [{ staff: 20, turnover: 11_000_000 }, undefined],
  ])('%j is %s', (figures, expected) => {
    expect(sizeFromFigures(figures)).toBe(expected)
  })
})

describe('role tags', () => {
  test('a narrower tag brings its wider one', () => {
    expect(withBroaderTags(['vet', 'sme'])).toEqual(['vet', 'education-training', 'enterprise', 'sme'])
    expect(withBroaderTags(['ngo'])).toEqual(['ngo'])
  })

  test('wider tags are at the top: none is under another', () => {
    for (const tag of roleTagIds) {
      const { broader } = roleTags[tag]
      if (broader !== undefined) expect(roleTags[broader].broader).toBeUndefined()
    }
  })
})

test('technology readiness levels are the whole numbers from 1 to 9', () => {
  expect([0, 1, 9, 10, 1.5, '3', null].map(isTrl)).toEqual([false, true, true, false, false, false, false])
})

test('languages: the 24 of the Union and more, each once, each with a name', () => {
  expect(euLanguageIds).toHaveLength(24)
  expect(new Set(languageIds).size).toBe(languageIds.length)
  for (const locale of ['en', 'fr']) {
    expect(languageIds.filter((code) => languageName(code, locale) === code)).toEqual([])
  }
  expect(languageName('de', 'fr')).toBe('allemand')
  expect(languageName('not a code', 'en')).toBe('not a code')
})

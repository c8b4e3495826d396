import { describe, expect, test } from 'vitest'
import { isCountryCode } from './countries.ts'
import { eu27Ids } from './eu-memberships.ts'
import { countryGroupIds, countryGroups, groupsOf, isMemberOn, membershipOn, membersOn } from './groups.ts'

test('memberships are well formed: known countries, ISO days in order, no two at once', () => {
  for (const group of countryGroupIds) {
    for (const membership of countryGroups[group]) {
      expect(isCountryCode(membership.country)).toBe(true)
      expect(membership.from).toMatch(/^\d{4}-\d\d-\d\d$/)
      if (membership.until !== undefined) expect(membership.until > membership.from).toBe(true)
      const overlapping = countryGroups[group].filter(
        (other) =>
          other.country === membership.country &&
          other.from <= (membership.until ?? '9999') &&
          membership.from <= (other.until ?? '9999'),
      )
      expect(overlapping, `${group} ${membership.country}`).toEqual([membership])
    }
  }
})

describe('European Union', () => {
  test('has 28 members until the United Kingdom leaves, 27 after', () => {
    expect(membersOn('eu', '2020-01-31')).toHaveLength(28)
    expect(membersOn('eu', '2020-02-01')).toEqual([...eu27Ids].sort())
    expect(eu27Ids).toHaveLength(27)
  })

  test('Croatia joins on 1 July 2013', () => {
    expect(isMemberOn('eu', 'HR', '2013-06-30')).toBe(false)
    expect(isMemberOn('eu', 'HR', '2013-07-01')).toBe(true)
  })
})

describe('Erasmus+ programme countries', () => {
  test('2021-2026: the member states and IS LI NO MK TR RS', () => {
    const expected = [...eu27Ids, 'IS', 'LI', 'NO', 'MK', 'TR', 'RS'].sort()
    expect(membersOn('erasmus-programme', '2021-01-01')).toEqual(expected)
    expect(membersOn('erasmus-programme', '2026-12-31')).toEqual(expected)
  })

  test('2014-2018: 28 member states and IS LI NO TR MK; Serbia from 2019', () => {
    expect(membersOn('erasmus-programme', '2014-01-01')).toEqual(
      [...eu27Ids, 'GB', 'IS', 'LI', 'NO', 'TR', 'MK'].sort(),
    )
    expect(isMemberOn('erasmus-programme', 'RS', '2018-12-31')).toBe(false)
    expect(isMemberOn('erasmus-programme', 'RS', '2019-01-01')).toBe(true)
  })

  test('the United Kingdom counts to the end of 2020, though no longer a member state', () => {
    expect(isMemberOn('erasmus-programme', 'GB', '2020-12-31')).toBe(true)
    expect(isMemberOn('erasmus-programme', 'GB', '2021-01-01')).toBe(false)
    expect(membershipOn('erasmus-programme', 'GB', '2027-02-01')?.state).toBe('pending')
  })

  test('Switzerland is no programme country from 2014 on, and pending from 2027', () => {
    for (let year = 2014; year <= 2027; year += 1) {
      expect(isMemberOn('erasmus-programme', 'CH', `${year}-06-30`)).toBe(false)
    }
    expect(membershipOn('erasmus-programme', 'CH', '2026-12-31')).toBeUndefined()
    expect(membershipOn('erasmus-programme', 'CH', '2027-01-01')?.state).toBe('pending')
  })
})

describe('Horizon Europe', () => {
  test('Switzerland is associated from 2025, with retroactive effect', () => {
    expect(isMemberOn('horizon-associated', 'CH', '2024-04-16')).toBe(false)
    expect(isMemberOn('horizon-associated', 'CH', '2025-04-16')).toBe(true)
    expect(membershipOn('horizon-associated', 'CH', '2025-04-16')?.state).toBe('retroactive')
  })

  test('the United Kingdom is associated from 2024, with its exception said', () => {
    expect(isMemberOn('horizon-associated', 'GB', '2023-12-31')).toBe(false)
    expect(membershipOn('horizon-associated', 'GB', '2024-01-01')?.note).toBe('gb-eic-fund')
  })

  test('an association to Pillar II is no association to the whole', () => {
    expect(membersOn('horizon-associated-pillar-2', '2024-06-01')).toEqual(['CA', 'NZ'])
    expect(isMemberOn('horizon-associated', 'CA', '2024-06-01')).toBe(false)
  })

  test('widening: named countries only, and Morocco not before its association', () => {
    expect(isMemberOn('widening', 'PL', '2025-04-10')).toBe(true)
    expect(isMemberOn('widening', 'DE', '2025-04-10')).toBe(false)
    expect(isMemberOn('widening', 'MA', '2025-04-10')).toBe(false)
  })
})

test('Eurostars: member states and ten more', () => {
  expect(membersOn('eurostars', '2025-03-13')).toEqual(
    [...eu27Ids, 'CA', 'IS', 'IL', 'NO', 'SG', 'ZA', 'KR', 'CH', 'TR', 'GB'].sort(),
  )
})

test('Alpine countries include Switzerland and Liechtenstein', () => {
  expect(membersOn('alpine', '2024-05-01')).toEqual(['AT', 'CH', 'DE', 'FR', 'IT', 'LI', 'SI'])
})

test('the groups of a country follow the day', () => {
  expect(groupsOf('CH', '2024-06-01')).toEqual(['eurostars', 'alpine'])
  expect(groupsOf('CH', '2025-06-01')).toEqual(['horizon-associated', 'eurostars', 'alpine'])
})

import { describe, expect, test } from 'vitest'
import { agreementTypeIds } from './agreement-types.ts'
import { cooperationTypeIds } from './cooperation-types.ts'
import { developmentStageIds } from './development-stages.ts'
import { ecosystemIds } from './ecosystems.ts'
import { eqfLevels } from './eqf.ts'
import { countryGroupIds } from './groups.ts'
import { iprStatusIds } from './ipr-status.ts'
import { descriptionKeys, labelKeys } from './label-keys.ts'
import { listingKindIds, partneringProfileIds } from './listing-kinds.ts'
import { membershipNoteIds, membershipStateIds } from './memberships.ts'
import en from './messages/en.json' with { type: 'json' }
import fr from './messages/fr.json' with { type: 'json' }
import { naceSectionIds } from './nace.ts'
import { organisationTypeIds } from './organisation-types.ts'
import { partnerTypeIds } from './partner-types.ts'
import { roleCategoryIds, roleTagIds } from './role-tags.ts'
import { sdgIds } from './sdgs.ts'
import { sizeIds } from './sizes.ts'
import { confidenceIds, sourceIds } from './sources.ts'
import { trlLevels } from './trl.ts'

const idsBySection: Readonly<Record<string, readonly (string | number)[]>> = {
  agreementType: agreementTypeIds,
  confidence: confidenceIds,
  cooperationType: cooperationTypeIds,
  countryGroup: countryGroupIds,
  developmentStage: developmentStageIds,
  developmentStageDescription: developmentStageIds,
  ecosystem: ecosystemIds,
  eqf: eqfLevels,
  eqfDescription: eqfLevels,
  iprStatus: iprStatusIds,
  listingKind: listingKindIds,
  listingKindDescription: listingKindIds,
  membershipNote: membershipNoteIds,
  membershipState: membershipStateIds,
  naceSection: naceSectionIds,
  organisationType: organisationTypeIds,
  partneringProfile: partneringProfileIds,
  partnerType: partnerTypeIds,
  roleCategory: roleCategoryIds,
  roleTag: roleTagIds,
  roleTagDescription: roleTagIds,
  sdg: sdgIds,
  size: sizeIds,
  sizeDescription: sizeIds,
  source: sourceIds,
  trl: trlLevels,
  trlDescription: trlLevels,
}

describe.each([
  ['en', en as Record<string, Record<string, string>>],
  ['fr', fr as Record<string, Record<string, string>>],
])('messages in %s', (_language, messages) => {
  test('has the sections of the vocabularies and no others', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(idsBySection).sort())
  })

  test.each(Object.entries(idsBySection))('%s: a label for every id, and for nothing else', (section, ids) => {
    const labels = messages[section] ?? {}
    expect(Object.keys(labels).sort()).toEqual(ids.map(String).sort())
    expect(Object.entries(labels).filter(([, label]) => label.trim() === '')).toEqual([])
  })

  test('labels within a vocabulary can be told apart', () => {
    for (const [section, labels] of Object.entries(messages)) {
      expect(new Set(Object.values(labels)).size, section).toBe(Object.keys(labels).length)
    }
  })
})

test('every vocabulary with texts has a function for its keys', () => {
  const sections = [...Object.keys(labelKeys), ...Object.keys(descriptionKeys).map((name) => `${name}Description`)]
  expect(sections.sort()).toEqual(Object.keys(idsBySection).sort())
  expect(labelKeys.ecosystem('agri-food')).toBe('vocabularies:ecosystem.agri-food')
  expect(descriptionKeys.trl(3)).toBe('vocabularies:trlDescription.3')
})

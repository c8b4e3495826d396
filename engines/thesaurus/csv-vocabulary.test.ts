import { describe, expect, it } from 'vitest'
import { csvVocabulary } from './csv-vocabulary.ts'
import { createThesaurus } from './thesaurus.ts'

describe('csvVocabulary', () => {
  it('reads labels, synonyms and links, and texts by them', () => {
    const text =
      '\uFEFFid,language,label,altLabels,broader\r\n' +
      'work,en,occupation,,\r\n' +
      'cheese,en,cheesemaker,"cheese maker\nmaker of ""cheese""",work\r\n' +
      'cheese,de,Käser,Käserin|Käsemeister,work\r\n'
    const { concepts, findings } = csvVocabulary('esco', text)
    expect(concepts).toEqual([
      { id: 'work', area: 'esco', labels: { en: ['occupation'] }, broader: [], related: [] },
      {
        id: 'cheese',
        area: 'esco',
        labels: {
          en: ['cheesemaker', 'cheese maker', 'maker of "cheese"'],
          de: ['Käser', 'Käserin', 'Käsemeister'],
        },
        broader: ['work'],
        related: [],
      },
    ])
    expect(findings).toEqual([])
    expect(createThesaurus(concepts).read('Käsermeister oder Käserin', 'de').mentions[0]?.concepts).toEqual(['cheese'])
  })

  it('takes semicolons, tells of links to nothing and refuses a table without the columns', () => {
    const { findings } = csvVocabulary('own', 'id;language;label;broader\na;sv;kök, bad;nowhere\n')
    expect(findings).toEqual([{ code: 'broken-link', concept: 'a', link: 'broader', target: 'nowhere' }])
    expect(() => csvVocabulary('own', 'id,name\na,b\n')).toThrow('columns missing: language, label')
  })
})

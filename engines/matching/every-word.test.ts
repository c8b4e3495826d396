import { describe, expect, it } from 'vitest'
import { fixtureThesaurus as thesaurus } from './fixture/fixture-thesaurus.ts'
import { plainDocument } from './fixture/plain-document.ts'
import { createIndex } from './index-store.ts'

const now = Date.UTC(2026, 5, 1)
const index = createIndex({ thesaurus })
for (const [id, language, title] of [
  ['both', 'en', 'battery storage for valves'],
  ['storage', 'de', 'Speicher mit Pumpen und Ventilen'],
  ['compound', 'de', 'Batteriespeicher'],
  ['apart', 'fr', 'stockage par batterie'],
  ['solar', 'fr', 'énergie solaire'],
  ['film', 'de', 'Dünnschicht'],
] as const) {
  index.upsert(plainDocument({ id, language, title }))
}

const found = (text: string, everyWord = true) =>
  index
    .search({ text }, { now, everyWord, limit: 5000 })
    .matches.map(({ id }) => id)
    .sort()

describe('a search that insists on every word', () => {
  it('finds only what has them all', () => {
    expect(found('storage valves', false)).toEqual(['apart', 'both', 'compound', 'storage'])
    expect(found('storage valves')).toEqual(['both'])
  })

  it('finds a word whose stem is the same in another language', () => {
    expect(found('pumps')).toEqual(['storage'])
  })

  it('finds a word by its concept in another language, and by a narrower one', () => {
    expect(found('Sonnenstrom')).toEqual(['film', 'solar'])
  })

  it('does not take a broader concept for a narrower one', () => {
    expect(found('photovoltaics')).toEqual(['film'])
  })

  it('finds a compound by all its parts in any language, never by one', () => {
    expect(found('Batteriespeicher')).toEqual(['apart', 'both', 'compound'])
    expect(found('Wasserspeicher')).toEqual([])
    expect(found('Laborspeicher')).toEqual([])
  })

  it('does not insist on words that only join others', () => {
    expect(found('the storage of the battery')).toEqual(['apart', 'both', 'compound'])
  })

  it('says which words were found', () => {
    const why = index.explain({ text: 'storage valves' }, 'compound', { now, everyWord: true })
    expect(why?.eligible).toBe(false)
    expect(why?.constraints.find(({ code }) => code === 'every-word')).toEqual({
      code: 'every-word',
      by: 'filter',
      outcome: 'failed',
      asked: ['storage', 'valves'],
      found: ['storage'],
    })
  })
})

import MiniSearch from 'minisearch'
import manifest from '../../../package.json' with { type: 'json' }
import type { OpenEngine } from '../engine.ts'

export const open: OpenEngine = ({ side, countries }) => {
  const engine = new MiniSearch<{ id: number; text: string; side: string; country: string }>({
    fields: ['text'],
    storeFields: ['side', 'country'],
    tokenize: (text) => text.split(' '),
  })
  const wanted = new Set(countries)
  const filter = (found: Record<string, unknown>) => found.side === side && wanted.has(String(found.country))
  let next = 0
  return {
    version: `MiniSearch ${manifest.devDependencies.minisearch}`,
    add(documents) {
      engine.addAll(documents.map((document) => ({ id: next++, ...document })))
    },
    finish: () => undefined,
    search: (words, filtered) =>
      engine
        .search(words.join(' '), { combineWith: 'OR', ...(filtered ? { filter } : {}) })
        .slice(0, 10)
        .map(({ id }) => Number(id)),
  }
}

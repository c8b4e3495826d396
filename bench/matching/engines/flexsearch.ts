import { Document } from 'flexsearch'
import manifest from '../../../package.json' with { type: 'json' }
import type { OpenEngine } from '../engine.ts'

// It ranks by how many words are found and where in the text, not by BM25. Its tags cannot say "one of these countries",
// so a document that the filter lets through is given one tag for that: less work than the others do.
export const open: OpenEngine = ({ side, countries }) => {
  const engine = new Document({
    tokenize: 'strict',
    document: { id: 'id', index: ['text'], tag: ['passes'] },
  })
  const wanted = new Set(countries)
  let next = 0
  return {
    version: `FlexSearch ${manifest.devDependencies.flexsearch}`,
    add(documents) {
      for (const document of documents) {
        const passes = document.side === side && wanted.has(document.country) ? 'yes' : 'no'
        engine.add({ id: next++, text: document.text, passes })
      }
    },
    finish: () => undefined,
    search(words, filtered) {
      const found = engine.search(words.join(' '), {
        limit: 10,
        suggest: true,
        ...(filtered ? { tag: { passes: 'yes' } } : {}),
      })
      return (found[0]?.result ?? []).map(Number)
    },
  }
}

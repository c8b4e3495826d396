import { create, insertMultiple, search } from '@orama/orama'
import manifest from '../../../package.json' with { type: 'json' }
import type { OpenEngine } from '../engine.ts'

export const open: OpenEngine = ({ side, countries }) => {
  const engine = create({ schema: { text: 'string', side: 'enum', country: 'enum' } as const })
  const where = { side: { eq: side }, country: { in: countries } }
  let next = 0
  return {
    version: `Orama ${manifest.devDependencies['@orama/orama']}`,
    async add(documents) {
      await insertMultiple(
        engine,
        documents.map((document) => ({ id: String(next++), ...document })),
        documents.length,
      )
    },
    finish: () => undefined,
    async search(words, filtered) {
      // A threshold of 1 is "any of the words"; `exact` would ask for the phrase.
      const found = await search(engine, {
        term: words.join(' '),
        threshold: 1,
        limit: 10,
        ...(filtered ? { where } : {}),
      })
      return found.hits.map(({ id }) => Number(id))
    },
  }
}

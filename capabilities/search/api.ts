import { z } from 'zod'
import { offsetOf } from '#platform/paging.ts'
import { read } from '#platform/procedure.ts'
import { searchPolicy } from './policy.ts'
import { searchAnswer, searchQuery, suggestion, suggestionQuery } from './schema.ts'
import { findEverything, interleaved, meaningIndex, presentFound } from './service/find.ts'
import { suggestFor } from './service/suggest.ts'

export const searchApi = {
  query: read(searchPolicy, 'query', {
    path: 'GET /search',
    summary: 'Search needs, offers and organisations, in any language',
    description:
      'Finds what has the words, in whatever language, or what answers for them. The rights are those of the lists. People cannot be searched.',
    input: searchQuery,
    output: searchAnswer,
    run: async ({ db, input, actor, now, platform, allow }) => {
      allow()
      const index = await meaningIndex(platform)
      const found = await findEverything(db, index, actor, now, input)
      const all = interleaved(found)
      const start = offsetOf(input)
      const { page, perPage } = input
      return {
        rows: await presentFound(db, actor, all.slice(start, start + perPage)),
        total: all.length,
        page,
        perPage,
        counts: { need: found.need.length, offer: found.offer.length, organisation: found.organisation.length },
        complete: index !== null,
      }
    },
  }),

  suggest: read(searchPolicy, 'suggest', {
    path: 'GET /search/suggestions',
    summary: 'Suggest titles and names of what everybody may see while somebody is typing',
    input: suggestionQuery,
    output: z.array(suggestion),
    run: async ({ db, input, allow }) => {
      allow()
      return suggestFor(db, input.q)
    },
  }),
}

import { z } from 'zod'
import { read, write } from '#platform/procedure.ts'
import { ownSearches, savedSearchPolicy } from '../policy.ts'
import { searchChange, searchDraft, searchPage, searchQuery, searchView } from '../schema.ts'
import {
  changeSearch,
  findSearch,
  listSearches,
  removeSearch,
  saveSearch,
  viewSearch,
} from '../service/saved-searches.ts'

const byId = z.strictObject({ id: z.uuid() })

export const savedSearches = {
  list: read(savedSearchPolicy, 'own', {
    path: 'GET /saved-searches',
    summary: 'List one’s own saved searches',
    input: searchQuery,
    output: searchPage,
    run: async ({ db, input, actor, allow }) => {
      allow()
      return { ...(await listSearches(db, ownSearches(actor), input)), page: input.page, perPage: input.perPage }
    },
  }),

  get: read(savedSearchPolicy, 'read', {
    path: 'GET /saved-searches/{id}',
    summary: 'Show one of one’s own saved searches',
    input: byId,
    output: searchView,
    run: async ({ db, input, allow }) => {
      allow(await findSearch(db, input.id))
      return viewSearch(db, input.id)
    },
  }),

  create: write(savedSearchPolicy, 'own', {
    path: 'POST /saved-searches',
    summary: 'Save a search of needs and offers, to be told of what is new',
    input: searchDraft,
    output: searchView,
    run: async ({ input, allow, ...act }) => {
      allow()
      return viewSearch(act.db, await saveSearch(act.db, act, act.actor.id ?? '', input))
    },
  }),

  change: write(savedSearchPolicy, 'change', {
    path: 'PATCH /saved-searches/{id}',
    summary: 'Change the name, the filters or the rhythm of a saved search',
    input: searchChange,
    output: searchView,
    run: async ({ input, allow, ...act }) => {
      const row = await findSearch(act.db, input.id)
      allow(row)
      await changeSearch(act.db, act, row, input.version, input.change)
      return viewSearch(act.db, row.id)
    },
  }),

  remove: write(savedSearchPolicy, 'remove', {
    path: 'DELETE /saved-searches/{id}',
    summary: 'Remove a saved search',
    input: byId,
    output: z.object({ removed: z.uuid() }),
    run: async ({ input, allow, ...act }) => {
      const row = await findSearch(act.db, input.id)
      allow(row)
      await removeSearch(act.db, act, row)
      return { removed: row.id }
    },
  }),
}

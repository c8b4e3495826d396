import { z } from 'zod'
import { defineEvent } from '#platform/changes/record.ts'
import { marks } from './schema.ts'

/** An organisation kept a match in mind or set it aside; null: took that back. */
export const matchMarked = defineEvent(
  'match.marked',
  z.object({
    organisation: z.uuid(),
    listing: z.uuid().nullable(),
    candidate: z.uuid(),
    mark: z.enum(marks).nullable(),
  }),
)
/** All listings were gone through for pairs. */
export const matchesRefreshed = defineEvent('match.refreshed', z.object({ refresh: z.uuid(), found: z.number().int() }))
export const refreshBegun = defineEvent('match.refresh-begun', z.object({ refresh: z.uuid() }))

/** Never what is looked for: that is for the person alone. */
const ofSearch = z.object({ search: z.uuid() })
export const searchSaved = defineEvent('saved-search.created', ofSearch)
export const searchChanged = defineEvent('saved-search.changed', ofSearch.extend({ fields: z.array(z.string()) }))
export const searchRemoved = defineEvent('saved-search.removed', ofSearch)

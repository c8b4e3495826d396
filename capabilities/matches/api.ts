import { matches } from './api/matches.ts'
import { savedSearches } from './api/saved-searches.ts'

/** What fits whom. */
export const matchesApi = { ...matches }

/** Searches of the board that tell of what is new. */
export const savedSearchesApi = { ...savedSearches }

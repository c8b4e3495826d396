import type { RouterClient } from '@orpc/server'
import { administrationApi } from '#capabilities/administration/api.ts'
import { expressionsOfInterestApi } from '#capabilities/expressions-of-interest/api.ts'
import { listingsApi } from '#capabilities/listings/api.ts'
import { matchesApi, savedSearchesApi } from '#capabilities/matches/api.ts'
import { notificationsApi } from '#capabilities/notifications/api.ts'
import { organisationsApi } from '#capabilities/organisations/api.ts'
import { peopleApi } from '#capabilities/people/api.ts'
import { reportsApi } from '#capabilities/reports/api.ts'
import { searchApi } from '#capabilities/search/api.ts'

/**
 * Every operation of the product. From this one tree come the client that the pages use, the REST API with its OpenAPI
 * document, the MCP tools and the command line: a line added here adds them all.
 */
export const router = {
  expressionsOfInterest: expressionsOfInterestApi,
  administration: administrationApi,
  listings: listingsApi,
  matches: matchesApi,
  notifications: notificationsApi,
  organisations: organisationsApi,
  people: peopleApi,
  reports: reportsApi,
  savedSearches: savedSearchesApi,
  search: searchApi,
}

/** The API as pages, the command line and tests call it: in the same process, under the same policy. */
export type Client = RouterClient<typeof router>

import { organisationsApi } from '#capabilities/organisations/api.ts'

/**
 * Every operation of the product. From this one tree come the client that the pages use, the REST API with its OpenAPI
 * document, the MCP tools and the command line: a line added here adds them all.
 */
export const router = {
  organisations: organisationsApi,
}

export type Router = typeof router

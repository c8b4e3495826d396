import { z } from 'zod'
import type { Actor } from '#platform/access/actor.ts'
import { read } from '#platform/procedure.ts'
import { knownOwners, listedListings, listingPolicy, ownListings } from '../policy.ts'
import {
  facetQuery,
  listingFacets,
  listingHistory,
  listingPage,
  listingQuery,
  listingView,
  ownListingPage,
  ownListingQuery,
} from '../schema.ts'
import { countFacets } from '../service/facets.ts'
import { findListing, findListingByReference } from '../service/find.ts'
import { historyOf } from '../service/history.ts'
import { listListings, listOwnListings, type Reach } from '../service/list.ts'
import { presentCards, presentView } from '../service/present.ts'

const boardOf = (actor: Actor, within: (predicate: Reach['visible']) => Reach['visible']): Reach => ({
  visible: within(listedListings(actor)),
  known: knownOwners(actor),
})

export const reading = {
  list: read(listingPolicy, 'list', {
    path: 'GET /listings',
    summary: 'List needs and offers',
    description:
      'Published needs and offers. Match-only ones are in no list. A filter that tells who the owner is (organisation, ' +
      'near) leaves out anonymous ones.',
    input: listingQuery,
    output: listingPage,
    run: async ({ db, input, actor, within }) => {
      const { rows, total } = await listListings(db, boardOf(actor, within), input)
      return { rows: await presentCards(db, actor, rows), total, page: input.page, perPage: input.perPage }
    },
  }),

  facets: read(listingPolicy, 'list', {
    path: 'GET /listings/facets',
    summary: 'Count needs and offers for each value of each filter',
    input: facetQuery,
    output: listingFacets,
    run: ({ db, input, actor, within }) => countFacets(db, boardOf(actor, within), input),
  }),

  mine: read(listingPolicy, 'mine', {
    path: 'GET /listings/mine',
    summary: 'List the needs and offers of one’s own organisations, in every status',
    input: ownListingQuery,
    output: ownListingPage,
    run: async ({ db, input, actor, allow }) => {
      allow()
      const { rows, total, byStatus } = await listOwnListings(db, ownListings(actor, input.organisation), input)
      return { rows: await presentCards(db, actor, rows), total, byStatus, page: input.page, perPage: input.perPage }
    },
  }),

  get: read(listingPolicy, 'read', {
    path: 'GET /listings/{id}',
    summary: 'Show a need or an offer',
    input: z.strictObject({ id: z.uuid() }),
    output: listingView,
    run: async ({ db, input, actor, allow }) => {
      const row = await findListing(db, input.id)
      allow(row)
      return presentView(db, actor, row)
    },
  }),

  getByReference: read(listingPolicy, 'read', {
    path: 'GET /listings/by-reference/{reference}',
    summary: 'Show a need or an offer by its reference, such as N-2026-00042',
    input: z.strictObject({ reference: z.string().max(20) }),
    output: listingView,
    run: async ({ db, input, actor, allow }) => {
      const row = await findListingByReference(db, input.reference)
      allow(row)
      return presentView(db, actor, row)
    },
  }),

  history: read(listingPolicy, 'history', {
    path: 'GET /listings/{id}/history',
    summary: 'Show what was changed in a need or an offer, and by whom',
    input: z.strictObject({ id: z.uuid() }),
    output: listingHistory,
    run: async ({ db, input, allow }) => {
      allow(await findListing(db, input.id))
      return historyOf(db, input.id)
    },
  }),
}

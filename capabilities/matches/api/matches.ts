import { z } from 'zod'
import { isModerator } from '#platform/access/actor.ts'
import { notFound } from '#platform/errors.ts'
import { read, write } from '#platform/procedure.ts'
import { listingPolicy } from '../../listings/policy.ts'
import { actsFor, organisationPolicy } from '../../organisations/policy.ts'
import { matchPolicy, ownNeeds, ownOffers, visibleCandidates } from '../policy.ts'
import {
  type Mark,
  marking,
  marks,
  minePage,
  mineQuery,
  ofListingAnswer,
  ofListingQuery,
  ofOrganisationAnswer,
  ofOrganisationQuery,
  pairAnswer,
  pairQuery,
  refreshView,
  stateView,
} from '../schema.ts'
import { bodyOf, countPublished, findAsking, publishedOf } from '../service/asking.ts'
import { candidatesOf, candidatesOfOrganisation, explainPair, ownOf, presentCandidates } from '../service/candidates.ts'
import { markMatch, marksOf, unmarkMatch } from '../service/marks.ts'
import { matchingReplica, matchingState } from '../service/matching.ts'
import { listMatches } from '../service/mine.ts'
import { newestRefresh, startRefresh } from '../service/refresh.ts'

const ready = 'ready' as const
const warming = 'warming' as const

/** Says what one’s organisation thinks of a match. */
function marksAs(verb: string, summary: string, mark: Mark | null) {
  return write(matchPolicy, 'mark', {
    path: `POST /matches/${verb}` as 'POST /matches/save',
    summary,
    input: marking,
    output: z.object({ mark: z.enum(marks).nullable() }),
    run: async ({ input, allow, ...act }) => {
      const { db, actor } = act
      const body = await bodyOf(db, input.organisation)
      if (!organisationPolicy.sees(actor, body)) throw notFound()
      allow(body)
      const candidate = await findAsking(db, input.candidate)
      if (!listingPolicy.sees(actor, candidate)) throw notFound()
      if (input.listing !== null && (await findAsking(db, input.listing)).organisation !== body.id) throw notFound()
      if (mark) await markMatch(db, act, input, mark)
      else await unmarkMatch(db, act, input)
      return { mark }
    },
  })
}

export const matches = {
  ofListing: read(matchPolicy, 'read', {
    path: 'GET /matches/of-listing/{id}',
    summary: 'Find what fits one of one’s own needs or offers, best first, with why',
    description:
      'Dismissed ones are left out, match-only ones too unless they were opened to the reader. The parts of a score add up to it.',
    input: ofListingQuery,
    output: ofListingAnswer,
    run: async ({ db, input, actor, now, locale, platform, allow }) => {
      const row = await findAsking(db, input.id)
      allow(row)
      const own = ownOf(row)
      const replica = await matchingReplica(platform)
      if (!replica)
        return { state: warming, finding: 'nothing-asked' as const, own, rows: [], weaker: 0, organisations: [] }
      return { state: ready, own, ...(await candidatesOf(db, replica, { actor, now, locale }, row, input)) }
    },
  }),

  ofOrganisation: read(matchPolicy, 'ofOrganisation', {
    path: 'GET /matches/of-organisation/{organisation}',
    summary: 'Find what fits an organisation as a whole: its needs, its offers and its profile',
    input: ofOrganisationQuery,
    output: ofOrganisationAnswer,
    run: async ({ db, input, actor, now, locale, platform, allow }) => {
      const body = await bodyOf(db, input.organisation)
      if (!organisationPolicy.sees(actor, body)) throw notFound()
      allow(body)
      const replica = await matchingReplica(platform)
      if (!replica) return { state: warming, rows: [], weaker: 0, organisations: [] }
      const own = await publishedOf(db, body.id)
      const reader = { actor, now, locale }
      return { state: ready, ...(await candidatesOfOrganisation(db, replica, reader, body.id, own, input)) }
    },
  }),

  explain: read(matchPolicy, 'explain', {
    path: 'GET /matches/explain',
    summary: 'Explain why a need, an offer or an organisation answers a need or an offer, or why not',
    input: pairQuery,
    output: pairAnswer,
    run: async ({ db, input, actor, now, locale, platform, allow }) => {
      const asking = await findAsking(db, input.listing)
      allow(asking)
      const own = actsFor(actor, asking.organisation)
      const replica = await matchingReplica(platform)
      const reader = { actor, now, locale }
      const knowsOwners = own || isModerator(actor)
      const { row, ...answer } = await explainPair(db, replica, reader, asking, input.candidate, knowsOwners)
      const said = own && row ? await marksOf(db, asking.organisation, asking.id) : undefined
      const may = said && organisationPolicy.actions.post(actor, await bodyOf(db, asking.organisation))
      return {
        state: replica ? ready : warming,
        own: ownOf(asking),
        ...answer,
        mark: said?.get(input.candidate) ?? null,
        markAs: may ? asking.organisation : null,
      }
    },
  }),

  mine: read(matchPolicy, 'mine', {
    path: 'GET /matches/mine',
    summary: 'List what fits the needs and offers of one’s own organisations',
    input: mineQuery,
    output: minePage,
    run: async ({ db, input, actor, now, locale, platform, allow }) => {
      allow()
      const reach = { ownNeeds: ownNeeds(actor), ownOffers: ownOffers(actor), candidates: visibleCandidates(actor) }
      const [replica, { candidates, total, counts }, listings] = await Promise.all([
        matchingReplica(platform),
        listMatches(db, reach, input),
        countPublished(db, [...actor.standing.keys()]),
      ])
      const rows = await presentCandidates(db, replica, { actor, now, locale }, candidates)
      const { page, perPage } = input
      return { state: replica ? ready : warming, rows, total, counts, listings, page, perPage }
    },
  }),

  save: marksAs('save', 'Keep a match in mind', 'saved'),
  dismiss: marksAs('dismiss', 'Set a match aside: it does not come back', 'dismissed'),
  undo: marksAs('undo', 'Take back what was said of a match', null),

  state: read(matchPolicy, 'state', {
    path: 'GET /matches/state',
    summary: 'Show how the matching index stands and how far the newest going through all listings has come',
    input: z.strictObject({}),
    output: stateView,
    run: async ({ db, platform, allow }) => {
      allow()
      return { ...(await matchingState(platform)), refresh: (await newestRefresh(db)) ?? null }
    },
  }),

  refresh: write(matchPolicy, 'refresh', {
    path: 'POST /matches/refresh',
    summary: 'Look for the pairs of all published needs and offers anew',
    input: z.strictObject({}),
    output: refreshView,
    run: async ({ db, allow, ...act }) => {
      allow()
      return startRefresh(db, { ...act })
    },
  }),
}

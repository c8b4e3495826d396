import { z } from 'zod'
import type { Act } from '#platform/access/act.ts'
import type { Db } from '#platform/db/database.ts'
import { read, write } from '#platform/procedure.ts'
import { listingPolicy } from '../policy.ts'
import { acknowledged, listingView, outcomes, ownListingPage, waitingQuery } from '../schema.ts'
import { findListing, type Listing } from '../service/find.ts'
import { listWaitingListings } from '../service/list.ts'
import { presentCards, presentView } from '../service/present.ts'
import {
  approveListing,
  fulfilListing,
  pauseListing,
  publishListing,
  renewListing,
  resumeListing,
  returnListing,
  withdrawListing,
} from '../service/standing.ts'

type Verb = 'publish' | 'pause' | 'resume' | 'fulfil' | 'withdraw' | 'renew' | 'approve' | 'return'

/** A verb on one listing that answers with the listing as it stands then. */
function deed<Shape extends z.ZodRawShape>(
  action: 'publish' | 'pause' | 'resume' | 'fulfil' | 'withdraw' | 'renew' | 'review' | 'sendBack',
  verb: Verb,
  summary: string,
  more: Shape,
  run: (db: Db, act: Act, row: Listing, input: z.output<z.ZodObject<Shape>>) => Promise<void>,
) {
  return write(listingPolicy, action, {
    path: `POST /listings/{id}/${verb}`,
    summary,
    input: z.strictObject({ ...more, id: z.uuid() }),
    output: listingView,
    run: async ({ input, allow, ...act }) => {
      // The generic shape hides from the compiler that an id is always among the input.
      const { id } = input as { id: string }
      const row = await findListing(act.db, id)
      allow(row)
      await run(act.db, act, row, input as z.output<z.ZodObject<Shape>>)
      return presentView(act.db, act.actor, await findListing(act.db, id))
    },
  })
}

export const standing = {
  publish: deed(
    'publish',
    'publish',
    'Let a need or an offer appear, or wait for a moderator where that is the rule',
    { acknowledged },
    (db, act, row, input) => publishListing(db, act, row, input.acknowledged),
  ),
  pause: deed('pause', 'pause', 'Hide a need or an offer for a while', {}, pauseListing),
  resume: deed('resume', 'resume', 'Show a paused need or offer again', {}, resumeListing),
  withdraw: deed('withdraw', 'withdraw', 'Take a need or an offer back', {}, withdrawListing),
  renew: deed('renew', 'renew', 'Let a need or an offer hold for a year from now', {}, renewListing),
  fulfil: deed(
    'fulfil',
    'fulfil',
    'Close a need or an offer and say what became of it',
    { outcome: z.enum(outcomes), note: z.string().trim().max(2000).default('') },
    (db, act, row, input) => fulfilListing(db, act, row, input.outcome, input.note),
  ),
  review: {
    list: read(listingPolicy, 'queue', {
      path: 'GET /listings/review',
      summary: 'List the needs and offers that wait for a moderator, the longest waiting first',
      input: waitingQuery,
      output: ownListingPage.omit({ byStatus: true }),
      run: async ({ db, input, actor, allow }) => {
        allow()
        const { rows, total } = await listWaitingListings(db, input)
        return { rows: await presentCards(db, actor, rows), total, page: input.page, perPage: input.perPage }
      },
    }),
    approve: deed('review', 'approve', 'Let a need or an offer appear that waits for it', {}, approveListing),
    return: deed(
      'sendBack',
      'return',
      'Send a need or an offer back to its owner with the reason',
      { reason: z.string().trim().min(10).max(1000).describe('What to change, in a sentence') },
      (db, act, row, input) => returnListing(db, act, row, input.reason),
    ),
  },
}

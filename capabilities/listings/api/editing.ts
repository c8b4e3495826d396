import { z } from 'zod'
import { read, write } from '#platform/procedure.ts'
import { listingPolicy } from '../policy.ts'
import { leak, leakTexts, listingChange, listingDraft, listingView } from '../schema.ts'
import { changeListing, duplicateListing, removeDraft, saveDraft } from '../service/draft.ts'
import { findListing } from '../service/find.ts'
import { leaksIn } from '../service/leak-check.ts'
import { posterOf } from '../service/owners.ts'
import { presentNew, presentView } from '../service/present.ts'

const byId = z.strictObject({ id: z.uuid() })

export const editing = {
  create: write(listingPolicy, 'create', {
    path: 'POST /listings',
    summary: 'Keep a need or an offer as a draft',
    description: 'The side, one sentence as the title and the organisation are enough. Publish it afterwards.',
    input: listingDraft,
    output: listingView,
    run: async ({ input, allow, ...act }) => {
      const owner = await posterOf(act.db, input.organisation)
      allow(owner)
      return presentNew(act.actor, await saveDraft(act.db, act, owner, input), owner)
    },
  }),

  change: write(listingPolicy, 'edit', {
    path: 'PATCH /listings/{id}',
    summary: 'Change a need or an offer',
    input: listingChange,
    output: listingView,
    run: async ({ input, allow, ...act }) => {
      const row = await findListing(act.db, input.id)
      allow(row)
      await changeListing(act.db, act, row, input.version, input.change, input.acknowledged)
      return presentView(act.db, act.actor, await findListing(act.db, input.id))
    },
  }),

  checkLeaks: read(listingPolicy, 'create', {
    path: 'POST /listings/check-leaks',
    summary: 'Find what in the texts of an anonymous need or offer would give its owner away',
    description: 'Saves nothing. Knows the names, people, places, addresses and numbers of the organisation.',
    input: z.strictObject({ organisation: z.uuid(), texts: leakTexts }),
    output: z.object({ findings: z.array(leak) }),
    run: async ({ db, input, allow }) => {
      allow(await posterOf(db, input.organisation))
      return { findings: await leaksIn(db, input.organisation, input.texts) }
    },
  }),

  duplicate: write(listingPolicy, 'duplicate', {
    path: 'POST /listings/{id}/duplicate',
    summary: 'Make a new draft with the texts of a need or an offer',
    input: byId,
    output: listingView,
    run: async ({ input, allow, ...act }) => {
      const row = await findListing(act.db, input.id)
      allow(row)
      return presentView(act.db, act.actor, await duplicateListing(act.db, act, row))
    },
  }),

  remove: write(listingPolicy, 'remove', {
    path: 'DELETE /listings/{id}',
    summary: 'Remove a draft for good',
    input: byId,
    output: z.object({ removed: z.uuid() }),
    run: async ({ input, allow, ...act }) => {
      const row = await findListing(act.db, input.id)
      allow(row)
      await removeDraft(act.db, act, row)
      return { removed: input.id }
    },
  }),
}

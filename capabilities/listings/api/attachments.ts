import { z } from 'zod'
import { notFound } from '#platform/errors.ts'
import { read, write } from '#platform/procedure.ts'
import { knowsOwner, listingPolicy } from '../policy.ts'
import { listingAttachment } from '../schema.ts'
import { attach, attachmentsOf, detach, readAttachment } from '../service/attachments.ts'
import { findListing } from '../service/find.ts'

const one = z.strictObject({ id: z.uuid().describe('The listing'), file: z.uuid() })

/** Files may tell whose a listing is, so whoever may not know that finds none. */
export const attachments = {
  list: read(listingPolicy, 'read', {
    path: 'GET /listings/{id}/attachments',
    summary: 'List the files of a need or an offer',
    input: z.strictObject({ id: z.uuid() }),
    output: z.array(listingAttachment),
    run: async ({ db, input, actor, allow }) => {
      const row = await findListing(db, input.id)
      allow(row)
      return knowsOwner(actor, row) ? attachmentsOf(db, row) : []
    },
  }),

  get: read(listingPolicy, 'read', {
    path: 'GET /listings/{id}/attachments/{file}',
    summary: 'Download a file of a need or an offer',
    input: one,
    output: z.file(),
    run: async ({ db, input, allow, ...act }) => {
      const row = await findListing(db, input.id)
      allow(row)
      if (!knowsOwner(act.actor, row)) throw notFound()
      const { file, headers } = await readAttachment(db, act, row, input.file)
      for (const [name, value] of Object.entries(headers)) act.answerHeaders.set(name, value)
      return file
    },
  }),

  add: write(listingPolicy, 'edit', {
    path: 'POST /listings/{id}/attachments',
    summary: 'Hang a file on a need or an offer',
    input: z.strictObject({ id: z.uuid(), file: z.file() }),
    output: listingAttachment,
    run: async ({ input, allow, ...act }) => {
      const row = await findListing(act.db, input.id)
      allow(row)
      return attach(act.db, act, row, input.file)
    },
  }),

  remove: write(listingPolicy, 'edit', {
    path: 'DELETE /listings/{id}/attachments/{file}',
    summary: 'Take a file away from a need or an offer',
    input: one,
    output: z.object({ removed: z.uuid() }),
    run: async ({ input, allow, ...act }) => {
      const row = await findListing(act.db, input.id)
      allow(row)
      await detach(act.db, act, row, input.file)
      return { removed: input.file }
    },
  }),
}

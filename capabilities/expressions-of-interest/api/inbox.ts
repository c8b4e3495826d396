import { z } from 'zod'
import { notFound } from '#platform/errors.ts'
import { read, write } from '#platform/procedure.ts'
import { expressionPolicy, seesOrganisation, visibleExpressions } from '../policy.ts'
import {
  byId,
  countsQuery,
  expressionCounts,
  expressionDraft,
  expressionPage,
  expressionQuery,
  expressionView,
  replyPromise,
  replyRecord,
} from '../schema.ts'
import { dueFrom } from '../service/clock.ts'
import { findExpression } from '../service/find.ts'
import { countExpressions, listExpressions } from '../service/list.ts'
import { findBody } from '../service/parties.ts'
import { replyRecords } from '../service/reply-record.ts'
import { sendExpression } from '../service/send.ts'
import { presentCards, presentView } from './present.ts'

export const inbox = {
  list: read(expressionPolicy, 'own', {
    path: 'GET /expressions-of-interest',
    summary: 'List expressions of interest in one’s own needs and offers, and of one’s own',
    input: expressionQuery,
    output: expressionPage,
    run: async ({ db, input, allow, ...reader }) => {
      allow()
      const { actor } = reader
      const { rows, total } = await listExpressions(db, actor, visibleExpressions(actor), input)
      return { rows: await presentCards(db, reader, rows), total, page: input.page, perPage: input.perPage }
    },
  }),

  counts: read(expressionPolicy, 'own', {
    path: 'GET /expressions-of-interest/counts',
    summary: 'Count one’s own expressions of interest: open, to be answered, unread, agreed',
    input: countsQuery,
    output: expressionCounts,
    run: async ({ db, input, actor, allow }) => {
      allow()
      return countExpressions(db, actor, visibleExpressions(actor), input.organisation)
    },
  }),

  promise: read(expressionPolicy, 'record', {
    path: 'GET /expressions-of-interest/promise',
    summary: 'Tell by when an expression of interest that is sent now will be answered',
    input: z.strictObject({}),
    output: replyPromise,
    run: async ({ now, platform, allow }) => {
      allow()
      const days = platform.config.replyDays
      return { days, dueAt: dueFrom(now, days).toISOString() }
    },
  }),

  replyRecord: read(expressionPolicy, 'record', {
    path: 'GET /expressions-of-interest/reply-record',
    summary: 'Show how an organisation answers expressions of interest',
    input: z.strictObject({ organisation: z.uuid() }),
    output: replyRecord,
    run: async ({ db, input, actor, now, allow }) => {
      allow()
      const organisation = await findBody(db, input.organisation)
      if (!seesOrganisation(actor, organisation)) throw notFound()
      const answer = (await replyRecords(db, [organisation.id], now)).get(organisation.id)
      if (!answer) throw notFound()
      return answer
    },
  }),

  get: read(expressionPolicy, 'read', {
    path: 'GET /expressions-of-interest/{id}',
    summary: 'Show an expression of interest with its conversation',
    input: byId,
    output: expressionView,
    run: async ({ db, input, allow, ...reader }) => {
      const row = await findExpression(db, input.id)
      allow(row)
      return presentView(db, reader, row)
    },
  }),

  send: write(expressionPolicy, 'send', {
    path: 'POST /expressions-of-interest',
    summary: 'Express an organisation’s interest in a need or an offer',
    input: expressionDraft,
    output: expressionView,
    run: async ({ input, allow, ...act }) => {
      allow(await findBody(act.db, input.organisation))
      const id = await sendExpression(act.db, act, input)
      return presentView(act.db, act, await findExpression(act.db, id))
    },
  }),
}

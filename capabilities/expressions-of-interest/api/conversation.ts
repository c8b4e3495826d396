import { z } from 'zod'
import { read, write } from '#platform/procedure.ts'
import { expressionPolicy } from '../policy.ts'
import { expressionView, fileById, replying, reportingThread, seeing } from '../schema.ts'
import { markSeen, readFile, reply } from '../service/converse.ts'
import { findExpression, holdExpression } from '../service/find.ts'
import { reportExpression } from '../service/report.ts'
import { presentView } from './present.ts'

export const conversation = {
  reply: write(expressionPolicy, 'reply', {
    path: 'POST /expressions-of-interest/{id}/reply',
    summary: 'Write to the other side',
    description:
      'An owner who is not revealed is warned of what would give it away; send the findings’ keys as `acknowledged` where ' +
      'they identify nobody.',
    input: replying,
    output: expressionView,
    run: async ({ input, allow, ...act }) => {
      const row = await holdExpression(act.db, input.id)
      allow(row)
      await reply(act.db, act, row, input)
      return presentView(act.db, act, await findExpression(act.db, row.id))
    },
  }),

  markSeen: write(expressionPolicy, 'see', {
    path: 'POST /expressions-of-interest/{id}/seen',
    summary: 'Note that one’s side has seen all there is',
    input: seeing,
    output: z.object({ seen: z.uuid() }),
    run: async ({ input, allow, ...act }) => {
      const row = await findExpression(act.db, input.id)
      allow(row)
      await markSeen(act.db, act, row, input.as)
      return { seen: row.id }
    },
  }),

  file: read(expressionPolicy, 'read', {
    path: 'GET /expressions-of-interest/{id}/files/{file}',
    summary: 'Download a file of a conversation',
    input: fileById,
    output: z.file(),
    run: async ({ db, input, allow, ...act }) => {
      const row = await findExpression(db, input.id)
      allow(row)
      const { file, headers } = await readFile(db, act, row, input.file)
      for (const [name, value] of Object.entries(headers)) act.answerHeaders.set(name, value)
      return file
    },
  }),

  report: write(expressionPolicy, 'report', {
    path: 'POST /expressions-of-interest/{id}/report',
    summary: 'Ask a moderator to look at a conversation',
    input: reportingThread,
    output: z.object({ reported: z.uuid() }),
    run: async ({ input, allow, ...act }) => {
      const row = await holdExpression(act.db, input.id)
      allow(row)
      await reportExpression(act.db, act, row, input)
      return { reported: row.id }
    },
  }),
}

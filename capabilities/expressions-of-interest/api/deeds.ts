import type { z } from 'zod'
import type { Act } from '#platform/access/act.ts'
import type { Db } from '#platform/db/database.ts'
import { write } from '#platform/procedure.ts'
import { expressionPolicy } from '../policy.ts'
import { byId, confirming, declining, expressionView, moving, proposing } from '../schema.ts'
import { confirmAgreement, proposeAgreement } from '../service/agreement.ts'
import { type Expression, findExpression, holdExpression } from '../service/find.ts'
import { decline, moveStage, reveal, withdraw } from '../service/stages.ts'
import { presentView } from './present.ts'

/** A step in a conversation that answers with the conversation as it stands then. */
function deed<Input extends z.ZodType<{ id: string }>>(
  action: 'move' | 'propose' | 'confirm' | 'decline' | 'withdraw' | 'reveal',
  path: `/${string}`,
  summary: string,
  input: Input,
  run: (db: Db, act: Act, row: Expression, input: z.output<Input>) => Promise<void>,
) {
  return write(expressionPolicy, action, {
    path: `POST /expressions-of-interest/{id}${path}`,
    summary,
    input,
    output: expressionView,
    run: async ({ input: given, allow, ...act }) => {
      const row = await holdExpression(act.db, given.id)
      allow(row)
      await run(act.db, act, row, given)
      return presentView(act.db, act, await findExpression(act.db, row.id))
    },
  })
}

export const deeds = {
  moveStage: deed('move', '/stage', 'Note that the two sides are in conversation, or have met', moving, moveStage),
  proposeAgreement: deed(
    'propose',
    '/agreement',
    'Propose what was agreed on; the other side confirms it',
    proposing,
    proposeAgreement,
  ),
  confirmAgreement: deed(
    'confirm',
    '/agreement/confirm',
    'Confirm the agreement that the other side proposed',
    confirming,
    confirmAgreement,
  ),
  decline: deed('decline', '/decline', 'Say no, and why', declining, decline),
  withdraw: deed('withdraw', '/withdraw', 'Take one’s own expression of interest back', byId, withdraw),
  reveal: deed('reveal', '/reveal', 'Say who one is, as the owner of an anonymous need or offer', byId, reveal),
}

import { z } from 'zod'
import { defineEvent } from '#platform/changes/record.ts'
import { agreementTypeIds } from '../vocabularies/agreement-types.ts'
import { declineKinds, sides, stages } from './schema.ts'

/** What every event tells; never what was written. */
const about = z.object({
  expression: z.uuid(),
  listing: z.uuid(),
  from: z.uuid().describe('The organisation that is interested'),
  to: z.uuid().describe('The listing’s owner; the sender’s side may not know it'),
})
const side = z.enum(sides)

export const expressionSent = defineEvent('expression.sent', about)
export const expressionReplied = defineEvent('expression.replied', about.extend({ side, message: z.uuid() }))
export const expressionMoved = defineEvent(
  'expression.stage-moved',
  about.extend({
    side,
    stage: z.enum(stages),
    byAnswer: z.boolean().describe('With the owner’s first deed, which tells of itself'),
  }),
)
export const agreementProposed = defineEvent(
  'expression.agreement-proposed',
  about.extend({ side, agreementType: z.enum(agreementTypeIds), version: z.number().int() }),
)
export const expressionAgreed = defineEvent(
  'expression.agreed',
  about.extend({ side, agreementType: z.enum(agreementTypeIds) }),
)
export const expressionDeclined = defineEvent(
  'expression.declined',
  about.extend({ kind: z.enum(declineKinds), bySystem: z.boolean().describe('As the listing was fulfilled') }),
)
export const expressionWithdrawn = defineEvent('expression.withdrawn', about)
export const expressionRevealed = defineEvent('expression.revealed', about)
/** Nobody of the owner's has answered so far. */
export const expressionReminded = defineEvent(
  'expression.reminded',
  about.extend({ step: z.enum(['half', 'soon', 'escalate']) }),
)
/** Nobody of the owner's has answered in time. */
export const expressionLapsed = defineEvent('expression.lapsed', about)

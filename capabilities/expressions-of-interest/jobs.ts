import { cronJob, follows, type Job } from '#platform/jobs/jobs.ts'
import { listingFulfilled } from '../listings/events.ts'
import { moderators } from '../people/service/administration.ts'
import {
  agreementProposed,
  expressionAgreed,
  expressionDeclined,
  expressionLapsed,
  expressionMoved,
  expressionReminded,
  expressionReplied,
  expressionRevealed,
  expressionSent,
  expressionWithdrawn,
} from './events.ts'
import { findExpression, findMessage } from './service/find.ts'
import { handlers, standIns } from './service/people.ts'
import { keepPromises } from './service/promise.ts'
import { declineWaiting } from './service/stages.ts'
import { quoted, tellModerators, tellOwner, tellSender } from './service/tell.ts'

const open = 'expressions-of-interest:mail.open'
const answer = 'expressions-of-interest:mail.answer'

export const jobs: readonly Job[] = [
  cronJob('keep-reply-promises', '7 * * * *', keepPromises),

  follows('tell-of-expression', expressionSent, async (db, act, payload, { actor, at }) => {
    const row = await findExpression(db, payload.expression)
    await tellOwner(db, act, row, 'received', {
      kind: 'expression',
      mail: 'immediate',
      letter: {
        paragraphs: ['expressions-of-interest:mail.answerBy'],
        quote: quoted(row.seeks, row.brings, row.unclear),
        action: answer,
      },
      except: actor,
      at,
    })
  }),

  follows('tell-of-reply', expressionReplied, async (db, act, { expression, message, side }, { actor, at }) => {
    const row = await findExpression(db, expression)
    const { body } = await findMessage(db, expression, message)
    const tell = side === 'owner' ? tellSender : tellOwner
    await tell(db, act, row, 'replied', {
      kind: 'conversation',
      mail: 'immediate',
      letter: { quote: quoted(body), action: answer },
      except: actor,
      at,
      occasion: message,
    })
  }),

  follows('tell-of-stage', expressionMoved, async (db, act, { expression, side, stage, byAnswer }, { actor, at }) => {
    if (byAnswer || (stage !== 'in-conversation' && stage !== 'met')) return
    const row = await findExpression(db, expression)
    const tell = side === 'owner' ? tellSender : tellOwner
    await tell(db, act, row, stage, { kind: 'conversation', mail: 'digest', except: actor, at })
  }),

  follows('tell-of-proposal', agreementProposed, async (db, act, { expression, side, version }, { actor, at }) => {
    const row = await findExpression(db, expression)
    // Another proposal has taken its place, and is told by itself.
    if (row.version !== version || row.agreementBy !== side) return
    const tell = side === 'owner' ? tellSender : tellOwner
    await tell(db, act, row, 'proposed', {
      kind: 'agreement',
      mail: 'immediate',
      letter: {
        paragraphs: ['expressions-of-interest:mail.confirm'],
        quote: quoted(row.agreementSummary),
        action: open,
      },
      except: actor,
      at,
      occasion: String(version),
    })
  }),

  follows('tell-of-agreement', expressionAgreed, async (db, act, { expression }, { actor, at }) => {
    const row = await findExpression(db, expression)
    const telling = {
      kind: 'agreement',
      mail: 'immediate',
      letter: { quote: quoted(row.agreementSummary), action: open },
      except: actor,
      at,
    } as const
    await tellSender(db, act, row, 'agreed', telling)
    await tellOwner(db, act, row, 'agreed', telling)
  }),

  follows('tell-of-decline', expressionDeclined, async (db, act, { expression, kind }, { actor, at }) => {
    const row = await findExpression(db, expression)
    await tellSender(db, act, row, 'declined', {
      kind: 'conversation',
      mail: 'immediate',
      letter: {
        paragraphs: [`expressions-of-interest:declined.${kind}`, 'expressions-of-interest:mail.goOn'],
        ...(row.declineText ? { quote: quoted(row.declineText) } : {}),
        action: open,
      },
      except: actor,
      at,
    })
  }),

  follows('tell-of-withdrawal', expressionWithdrawn, async (db, act, { expression }, { actor, at }) => {
    const row = await findExpression(db, expression)
    await tellOwner(db, act, row, 'withdrawn', { kind: 'conversation', mail: 'digest', except: actor, at })
  }),

  follows('tell-of-reveal', expressionRevealed, async (db, act, { expression }, { actor, at }) => {
    const row = await findExpression(db, expression)
    await tellSender(db, act, row, 'revealed', {
      kind: 'conversation',
      mail: 'immediate',
      letter: { action: open },
      except: actor,
      at,
    })
  }),

  follows('tell-of-reply-due', expressionReminded, async (db, act, { expression, step }, { at }) => {
    const row = await findExpression(db, expression)
    if (row.firstReplyAt !== null || row.stage !== 'received') return
    const telling = {
      kind: 'reply-due',
      mail: 'immediate',
      letter: { paragraphs: ['expressions-of-interest:mail.whyAnswer'], quote: quoted(row.seeks), action: answer },
      at,
    } as const
    if (step !== 'escalate') return tellOwner(db, act, row, step, telling, await handlers(db, row))
    const persons = await standIns(db, row)
    if (persons.length > 0) return tellOwner(db, act, row, 'escalated', telling, persons)
    await tellModerators(db, act, row, 'escalated', { kind: 'moderation', mail: 'immediate', at }, await moderators(db))
  }),

  follows('tell-of-lapse', expressionLapsed, async (db, act, { expression }, { at }) => {
    const row = await findExpression(db, expression)
    await tellSender(db, act, row, 'lapsed', {
      kind: 'conversation',
      mail: 'immediate',
      letter: {
        paragraphs: ['expressions-of-interest:mail.lapsed', 'expressions-of-interest:mail.goOn'],
        action: open,
      },
      at,
    })
    await tellOwner(db, act, row, 'lapsed', { kind: 'reply-due', mail: 'digest', at })
  }),

  follows('decline-expressions-of-fulfilled-listing', listingFulfilled, async (db, act, { listing, outcome }) => {
    if (outcome !== 'not-met') await declineWaiting(db, act, listing)
  }),
]

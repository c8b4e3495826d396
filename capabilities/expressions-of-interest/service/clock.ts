import { DAY, HOUR } from '#platform/clock.ts'
import { type ClockState, openStages } from '../schema.ts'
import type { Expression } from './find.ts'

/** half: half of the time is over; soon: two days are left; escalate: one day is left; lapse: the time is over. */
export type Strike = 'half' | 'soon' | 'escalate' | 'lapse'

/** When the answer to what is sent at an instant is due. */
export function dueFrom(sentAt: Date, days: number): Date {
  return new Date(sentAt.getTime() + days * DAY)
}

/**
 * When the clock of a reply promise strikes, in order. A strike that would come before half of the time is over falls
 * away, or for the escalation moves there: a promise of one day escalates after half a day.
 */
export function strikes(sentAt: Date, dueAt: Date): { strike: Strike; at: Date }[] {
  const due = dueAt.getTime()
  const half = (sentAt.getTime() + due) / 2
  const soon = due - 2 * DAY
  const escalate = Math.max(due - DAY, half)
  return [
    ...(half < escalate ? [{ strike: 'half' as const, at: half }] : []),
    ...(soon > half ? [{ strike: 'soon' as const, at: soon }] : []),
    { strike: 'escalate' as const, at: escalate },
    { strike: 'lapse' as const, at: due },
  ].map(({ strike, at }) => ({ strike, at: new Date(at) }))
}

/** When the clock strikes next, after an instant. */
export function nextStrike(sentAt: Date, dueAt: Date, after: Date): Date | null {
  return strikes(sentAt, dueAt).find(({ at }) => at > after)?.at ?? null
}

/** The last strike up to an instant: where several were slept through, only the last one counts. */
export function lastStrike(sentAt: Date, dueAt: Date, until: Date): Strike | null {
  return strikes(sentAt, dueAt).findLast(({ at }) => at <= until)?.strike ?? null
}

/** Whether the owner owes an answer. */
export function awaitsReply({ stage, firstReplyAt }: Pick<Expression, 'stage' | 'firstReplyAt'>): boolean {
  return firstReplyAt === null && openStages.some((open) => open === stage)
}

/** How the promise stands. */
export function clockOf(row: Expression, now: Date) {
  const due = new Date(row.replyDueAt).getTime()
  const running = awaitsReply(row)
  return {
    state: stateOf(row, running),
    dueAt: row.replyDueAt,
    repliedAt: row.firstReplyAt,
    hoursLeft: running ? Math.max(0, Math.floor((due - now.getTime()) / HOUR)) : null,
  }
}

function stateOf(row: Expression, running: boolean): ClockState {
  if (row.firstReplyAt !== null) return row.firstReplyAt <= row.replyDueAt ? 'kept' : 'late'
  if (running) return 'running'
  return row.stage === 'withdrawn' ? 'stopped' : 'missed'
}

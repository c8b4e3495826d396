import { inArray } from 'drizzle-orm'
import type { Act } from '#platform/access/act.ts'
import { record } from '#platform/changes/record.ts'
import { DAY, HOUR, MINUTE } from '#platform/clock.ts'
import type { Db } from '#platform/db/database.ts'
import { namedId } from '#platform/ids.ts'
import { demonstrationListing } from '../listings/demo.ts'
import { findListing, type Listing } from '../listings/service/find.ts'
import { revealTo } from '../listings/service/grants.ts'
import { demonstrationOrganisation } from '../organisations/demo.ts'
import { demonstrationAccounts, demonstrationPerson, personAct } from '../people/demo.ts'
import type { ReportDraft } from '../reports/schema.ts'
import type { AgreementType } from '../vocabularies/agreement-types.ts'
import type { LanguageCode } from '../vocabularies/languages.ts'
import threads from './demo/threads.json' with { type: 'json' }
import {
  expressionAgreed,
  expressionDeclined,
  expressionLapsed,
  expressionMoved,
  expressionReplied,
  expressionRevealed,
  expressionSent,
  expressionWithdrawn,
} from './events.ts'
import { concealsFrom } from './policy.ts'
import { openStages, type Side, type Stage } from './schema.ts'
import { nextStrike } from './service/clock.ts'
import { findExpression } from './service/find.ts'
import { about } from './service/news.ts'
import { reportExpression } from './service/report.ts'
import { searchableOf } from './service/send.ts'
import { expressionMessages, expressionSteps, expressions } from './table.ts'

/** A conversation of the demonstration, as its file writes it. */
interface DemonstrationThread {
  /** Key of the need or offer. */
  listing: string
  /** Key of the organisation that is interested. */
  from: string
  seeks: string
  brings: string
  unclear: string
  language: LanguageCode
  stage: Stage
  agreementType: AgreementType | null
  declineReason: string | null
  /** Whether the owner of an anonymous listing has said who it is. */
  revealed: boolean
  sentDaysAgo: number
  messages: { from: Side; daysAgo: number; body: string }[]
  /** What one who takes part asks the moderators to look at. */
  report?: ReportDraft & { by: string; daysAgo: number }
}

/** Something that happened in a conversation, and when. */
interface Moment {
  at: Date
  side: Side | null
  message?: { id: string; body: string }
  stage?: Stage
}

const keyOf = ({ listing, from }: DemonstrationThread) => `expression:${listing}:${from}`

export const demo = {
  name: 'expressions-of-interest',
  after: ['organisations', 'listings', 'people'],
  async seed(db: Db, act: Act): Promise<void> {
    const all = threads as DemonstrationThread[]
    const ids = all.map((thread) => namedId(keyOf(thread)))
    const there = await db.select({ id: expressions.id }).from(expressions).where(inArray(expressions.id, ids))
    const known = new Set(there.map(({ id }) => id))
    for (const thread of all) if (!known.has(namedId(keyOf(thread)))) await seedThread(db, act, thread)
  },
}

async function seedThread(db: Db, act: Act, thread: DemonstrationThread): Promise<void> {
  const listing = await findListing(db, demonstrationListing(thread.listing))
  const fromOrganisation = demonstrationOrganisation(thread.from)
  const id = namedId(keyOf(thread))
  const people = { sender: personOf(fromOrganisation), owner: personOf(listing.organisation) }
  const moments = momentsOf(thread, listing, act.now)
  const base = { id, listing: listing.id, fromOrganisation, toOrganisation: listing.organisation }
  await db.insert(expressions).values({
    ...base,
    createdBy: people.sender,
    seeks: thread.seeks,
    brings: thread.brings,
    unclear: thread.unclear,
    language: thread.language,
    searchable: searchableOf(thread, listing),
    concealed: concealsFrom(fromOrganisation, listing),
    ...outcomeOf(thread, moments, act),
  })
  for (const { at, side, message, stage } of moments) {
    const then = { ...act, now: at }
    const when = at.toISOString()
    const person = side && people[side]
    if (message && side) {
      const row = { id: message.id, expression: id, side, author: person, body: message.body, createdAt: when }
      await db.insert(expressionMessages).values(row)
      await record(db, then, expressionReplied, about(base, { side, message: message.id }))
      if (thread.revealed && stage === 'in-conversation') {
        await revealTo(db, then, listing.id, fromOrganisation)
        await record(db, then, expressionRevealed, about(base))
      }
    }
    if (!stage) continue
    await db
      .insert(expressionSteps)
      .values({ id: namedId(`${keyOf(thread)}:${stage}`), expression: id, stage, side, person, at: when })
    await tell(db, then, thread, base, side, stage)
  }
  if (thread.report) {
    const { by, daysAgo, ...wrong } = thread.report
    await reportExpression(db, personAct(act, by, daysAgo), await findExpression(db, id), wrong)
  }
}

function personOf(organisation: string): string | null {
  const account = demonstrationAccounts.find((one) => demonstrationOrganisation(one.organisation) === organisation)
  return account ? demonstrationPerson(account.key) : null
}

/** What happened, in order: nothing before the listing appeared, nothing at the same time, nothing yet to come. */
function momentsOf(thread: DemonstrationThread, listing: Listing, now: Date): Moment[] {
  const appeared = new Date(listing.publishedAt ?? listing.createdAt).getTime()
  let last = appeared
  const next = (time: number) => {
    last = Math.max(time, last + MINUTE)
    return new Date(Math.min(last, now.getTime()))
  }
  const sent: Moment = {
    at: next(now.getTime() - thread.sentDaysAgo * DAY - 12 * HOUR),
    side: 'sender',
    stage: 'received',
  }
  let answered = false
  const written = thread.messages.map(({ from: side, daysAgo, body }, place): Moment => {
    const begins: boolean = side === 'owner' && !answered
    answered ||= begins
    const at = next(now.getTime() - daysAgo * DAY - (10 - place) * HOUR)
    const message = { id: namedId(`${keyOf(thread)}:message:${place}`), body }
    return { at, side, message, ...(begins ? { stage: 'in-conversation' as const } : {}) }
  })
  const { stage } = thread
  if (stage === 'received' || (stage === 'in-conversation' && answered)) return [sent, ...written]
  const side = stage === 'lapsed' ? null : stage === 'withdrawn' || stage === 'agreed' ? 'sender' : 'owner'
  const wait = stage === 'lapsed' ? 10 * DAY : HOUR
  return [sent, ...written, { at: next(last + wait), side, stage }]
}

/** The columns that follow from what happened. */
function outcomeOf(thread: DemonstrationThread, moments: readonly Moment[], act: Act) {
  const { stage } = thread
  const iso = (moment: Moment | undefined) => moment?.at.toISOString() ?? null
  const lastOf = (side: Side) => iso(moments.findLast((moment) => moment.side === side))
  const first = moments[0]?.at ?? act.now
  const last = moments.at(-1)?.at.toISOString() ?? act.now.toISOString()
  const due = new Date(first.getTime() + act.platform.config.replyDays * DAY)
  const answer = iso(moments.find(({ side }) => side === 'owner'))
  const agreed = stage === 'agreed'
  return {
    stage,
    revealedAt: thread.revealed ? answer : null,
    agreementType: agreed ? (thread.agreementType ?? 'other') : null,
    agreementBy: agreed ? ('owner' as const) : null,
    agreementProposedAt: agreed ? last : null,
    agreedAt: agreed ? last : null,
    declineKind: stage === 'declined' ? ('other' as const) : null,
    declineText: stage === 'declined' ? (thread.declineReason ?? '') : '',
    replyDueAt: due.toISOString(),
    firstReplyAt: answer,
    clockAt: stage === 'received' && answer === null ? (nextStrike(first, due, act.now) ?? due).toISOString() : null,
    ownerNewsAt: lastOf('sender'),
    ownerSeenAt: lastOf('owner'),
    senderNewsAt: lastOf('owner'),
    senderSeenAt: lastOf('sender'),
    createdAt: first.toISOString(),
    updatedAt: last,
    closedAt: openStages.some((open) => open === stage) ? null : last,
  }
}

type Base = Parameters<typeof about>[0]

async function tell(
  db: Db,
  then: Act,
  thread: DemonstrationThread,
  base: Base,
  side: Side | null,
  stage: Stage,
): Promise<void> {
  switch (stage) {
    case 'received':
      return record(db, then, expressionSent, about(base))
    case 'agreed': {
      const agreementType = thread.agreementType ?? 'other'
      return record(db, then, expressionAgreed, about(base, { side: 'sender' as const, agreementType }))
    }
    case 'declined':
      return record(db, then, expressionDeclined, about(base, { kind: 'other' as const, bySystem: false }))
    case 'lapsed':
      return record(db, then, expressionLapsed, about(base))
    case 'withdrawn':
      return record(db, then, expressionWithdrawn, about(base))
    default:
      return record(
        db,
        then,
        expressionMoved,
        about(base, { side: side ?? 'owner', stage, byAnswer: stage === 'in-conversation' }),
      )
  }
}

import type { z } from 'zod'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/db/database.ts'
import type { Locale } from '#platform/i18n/locales.ts'
import { say } from '#platform/i18n/messages.ts'
import { expressionRightsOf, knowsOwner, sidesOf } from '../policy.ts'
import {
  type ExpressionCard,
  type ExpressionView,
  type expressionView,
  type NextStep,
  openStages,
  type Party,
  type Side,
} from '../schema.ts'
import { awaitsReply, clockOf } from '../service/clock.ts'
import { filesOfMessages } from '../service/converse.ts'
import { type Expression, messagesOf, nameOf, stepsOf } from '../service/find.ts'
import { type Surroundings, surroundingsOf } from '../service/parties.ts'

/** For whom an answer is made, and when. */
export interface Reader {
  actor: Actor
  locale: Locale
  now: Date
}

/** One of the two organisations: which it is only where the reader may know that. */
function partyOf({ organisations }: Surroundings, id: string, known: boolean): Party {
  const found = organisations.get(id)
  if (!found) throw new Error(`The organisation ${id} of an expression of interest is missing`)
  const { country, organisationType, size } = found
  return { country, organisationType, size, organisation: known ? found : null }
}

function lineOf({ listings }: Surroundings, id: string | null): ExpressionView['ownListing'] {
  const found = id ? listings.get(id) : undefined
  return found ? { ...found } : null
}

function isUnread(row: Expression, sides: readonly Side[]): boolean {
  const news = (at: string | null, seen: string | null) => at !== null && (seen === null || at > seen)
  return sides.some((side) =>
    side === 'owner' ? news(row.ownerNewsAt, row.ownerSeenAt) : news(row.senderNewsAt, row.senderSeenAt),
  )
}

function cardOf({ actor, locale, now }: Reader, row: Expression, around: Surroundings): ExpressionCard {
  const listing = lineOf(around, row.listing)
  if (!listing) throw new Error(`The listing ${row.listing} of an expression of interest is missing`)
  const sides = sidesOf(actor, row)
  const next = nextOf(row, sides[0])
  return {
    id: row.id,
    stage: row.stage,
    sides,
    listing,
    from: partyOf(around, row.fromOrganisation, true),
    to: partyOf(around, row.toOrganisation, knowsOwner(actor, row)),
    seeks: row.seeks,
    language: row.language,
    agreementType: row.agreementType,
    clock: clockOf(row, now),
    awaitingReply: awaitsReply(row),
    unread: isUnread(row, sides),
    next: next && { step: next, sentence: say(locale, { key: `expressions-of-interest:next.${next}` }) },
    sentAt: row.createdAt,
    updatedAt: row.updatedAt,
  }
}

/** Expressions of a list: one question for all they refer to. */
export async function presentCards(db: Db, reader: Reader, rows: readonly Expression[]): Promise<ExpressionCard[]> {
  const around = await surroundingsOf(db, rows)
  return rows.map((row) => cardOf(reader, row, around))
}

/**
 * An expression as one reader may see it: to the sender's side, the owner's people have no names until the owner says who
 * it is.
 */
export async function presentView(db: Db, reader: Reader, row: Expression): Promise<z.input<typeof expressionView>> {
  const { actor, locale } = reader
  // One after the other: after a change this runs in its transaction, and a connection answers one question at a time.
  const around = await surroundingsOf(db, [row])
  const messages = await messagesOf(db, row.id)
  const steps = await stepsOf(db, row.id)
  const sentBy = await nameOf(db, row.createdBy)
  const files = await filesOfMessages(
    db,
    messages.map(({ id }) => id),
  )
  const known = knowsOwner(actor, row)
  const named = (side: Side | null, name: string | null) => (known || side === 'sender' ? name : null)
  return {
    ...cardOf(reader, row, around),
    brings: row.brings,
    unclear: row.unclear,
    ownListing: lineOf(around, row.ownListing),
    sentBy,
    ownerKnown: row.ownerKnown,
    messages: messages.map(({ id, side, authorName, body, createdAt }) => ({
      id,
      side,
      author: named(side, authorName),
      body,
      files: files.filter((file) => file.attachedId === id),
      seen: createdAt <= ((side === 'owner' ? row.senderSeenAt : row.ownerSeenAt) ?? ''),
      createdAt,
    })),
    steps: steps.map(({ stage, side, personName, at }) => ({ stage, side, person: named(side, personName), at })),
    agreement: agreementOf(row),
    decline: row.declineKind && {
      kind: row.declineKind,
      sentence: say(locale, { key: `expressions-of-interest:declined.${row.declineKind}` }),
      text: row.declineText,
    },
    version: row.version,
    can: expressionRightsOf(actor, row),
  }
}

function agreementOf(row: Expression): ExpressionView['agreement'] {
  if (!row.agreementType || !row.agreementBy || !row.agreementProposedAt) return null
  return {
    type: row.agreementType,
    summary: row.agreementSummary,
    proposedBy: row.agreementBy,
    proposedAt: row.agreementProposedAt,
    agreedAt: row.agreedAt,
  }
}

/** What a side had best do now; null for a reader who is on none. */
export function nextOf(row: Expression, side: Side | undefined): NextStep | null {
  if (!side) return null
  if (row.stage === 'agreed') return 'done'
  if (!openStages.some((stage) => stage === row.stage)) return 'closed'
  if (awaitsReply(row)) return side === 'owner' ? 'reply' : 'wait'
  if (row.agreementBy) return row.agreementBy === side ? 'wait-for-confirmation' : 'confirm'
  if (side === 'owner' && !row.ownerKnown) return 'reveal'
  return row.stage === 'met' ? 'agree' : 'meet'
}

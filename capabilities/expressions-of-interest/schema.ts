import { z } from 'zod'
import { pageOf, pageQuery } from '#platform/paging.ts'
import { leak, sides as listingSides, ownerIdentity } from '../listings/schema.ts'
import { reporting } from '../reports/schema.ts'
import { agreementTypeIds } from '../vocabularies/agreement-types.ts'
import { countryIds } from '../vocabularies/countries.ts'
import { languageIds } from '../vocabularies/languages.ts'
import { organisationTypeIds } from '../vocabularies/organisation-types.ts'
import { sizeIds } from '../vocabularies/sizes.ts'

/** Of whom a deed comes: those who expressed interest, or those who posted the listing. */
export const sides = ['sender', 'owner'] as const
export type Side = (typeof sides)[number]

export const stages = ['received', 'in-conversation', 'met', 'agreed', 'declined', 'lapsed', 'withdrawn'] as const
export type Stage = (typeof stages)[number]

/** Stages in which something is still to come of it. */
export const openStages = ['received', 'in-conversation', 'met'] as const satisfies readonly Stage[]

export const declineKinds = [
  'not-a-fit',
  'timing',
  'capacity',
  'already-found',
  'location',
  'confidential',
  'other',
] as const
export type DeclineKind = (typeof declineKinds)[number]

/** What a reader had best do now. */
export const nextSteps = [
  'reply',
  'wait',
  'reveal',
  'meet',
  'agree',
  'confirm',
  'wait-for-confirmation',
  'done',
  'closed',
] as const
export type NextStep = (typeof nextSteps)[number]

/**
 * running: an answer is due; kept: it came in time; late: it came too late; missed: none came; stopped: taken back before
 * an answer was due.
 */
export const clockStates = ['running', 'kept', 'late', 'missed', 'stopped'] as const
export type ClockState = (typeof clockStates)[number]

const text = (least: number, most: number) => z.string().trim().min(least).max(most)
const acknowledged = z
  .array(z.string().max(500))
  .max(200)
  .default([])
  .describe('Keys of findings of the leak check that identify nobody')
const as = z
  .enum(sides)
  .optional()
  .describe('For one who acts for both organisations: which of them; otherwise left out')

/** What a person enters to express interest in a need or an offer. */
export const expressionDraft = z.strictObject({
  listing: z.uuid().describe('The need or offer'),
  organisation: z.uuid().describe('The organisation that is interested'),
  seeks: text(10, 4000).describe('What cooperation is sought'),
  brings: text(10, 4000).describe('What the organisation brings'),
  unclear: z.string().trim().max(2000).default('').describe('What is unclear or missing'),
  language: z
    .enum(languageIds)
    .nullable()
    .default(null)
    .describe('Language it is written in; null: found from the text'),
  ownListing: z.uuid().nullable().default(null).describe('The organisation’s own offer or need that answers it'),
})
export type ExpressionDraft = z.infer<typeof expressionDraft>

const one = { id: z.uuid().describe('The expression of interest') }
export const byId = z.strictObject(one)
export const fileById = z.strictObject({ ...one, file: z.uuid() })
export const seeing = z.strictObject({ ...one, as })

export const replying = z.strictObject({
  ...one,
  body: text(1, 5000),
  files: z.array(z.file()).max(5).default([]).describe('Not from an owner who is not revealed'),
  acknowledged,
  as,
})
export type Reply = z.infer<typeof replying>

export const moving = z.strictObject({ ...one, stage: z.enum(['in-conversation', 'met']), as })

export const proposing = z.strictObject({
  ...one,
  agreementType: z.enum(agreementTypeIds),
  summary: text(10, 2000).describe('What was agreed, in a few sentences'),
  closeListing: z.boolean().default(false).describe('The owner’s wish to close the need or offer as fulfilled with it'),
  acknowledged,
  as,
})
export type Proposal = z.infer<typeof proposing>

export const confirming = z.strictObject({
  ...one,
  version: z.number().int().min(1).describe('The version in which the proposal was read'),
  closeListing: z.boolean().default(false).describe('The owner’s wish to close the need or offer as fulfilled with it'),
  as,
})
export type Confirmation = z.infer<typeof confirming>

export const declining = z.strictObject({
  ...one,
  kind: z.enum(declineKinds).describe('Why; the sender reads a kind sentence for it'),
  text: z.string().trim().max(2000).default('').describe('More on why; needed where the kind is "other"'),
  acknowledged,
})
export type Decline = z.infer<typeof declining>

export const reportingThread = z.strictObject({ ...one, ...reporting })

export const expressionRights = z.object({
  read: z.boolean(),
  reply: z.boolean(),
  move: z.boolean().describe('To “in conversation” or “met”'),
  propose: z.boolean().describe('Propose an agreement, or another one'),
  confirm: z.boolean().describe('Confirm the agreement that the other side proposed'),
  decline: z.boolean(),
  withdraw: z.boolean(),
  reveal: z.boolean(),
  report: z.boolean(),
})

/** One of the two organisations, as far as the reader may know it. */
export const party = z.object({
  country: z.enum(countryIds),
  organisationType: z.enum(organisationTypeIds),
  size: z.enum(sizeIds).nullable(),
  organisation: ownerIdentity.nullable().describe('Null where the reader may not know which it is'),
})
export type Party = z.infer<typeof party>

const listingLine = z.object({
  id: z.uuid(),
  reference: z.string(),
  side: z.enum(listingSides),
  title: z.string(),
  language: z.enum(languageIds),
})

export const clock = z.object({
  state: z.enum(clockStates),
  dueAt: z.iso.datetime(),
  repliedAt: z.iso.datetime().nullable(),
  hoursLeft: z.number().int().nullable().describe('While it runs: whole hours left, 0 in the last one'),
})

/** An expression of interest in a list. */
export const expressionCard = z.object({
  id: z.uuid(),
  stage: z.enum(stages),
  sides: z.array(z.enum(sides)).describe('On which side the reader is; empty for a moderator'),
  listing: listingLine,
  from: party.describe('Who is interested'),
  to: party.describe('Who posted the need or offer'),
  seeks: z.string(),
  language: z.enum(languageIds),
  agreementType: z.enum(agreementTypeIds).nullable(),
  clock,
  awaitingReply: z.boolean(),
  unread: z.boolean(),
  next: z
    .object({ step: z.enum(nextSteps), sentence: z.string().describe('In the reader’s language') })
    .nullable()
    .describe('Null for a moderator'),
  sentAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type ExpressionCard = z.infer<typeof expressionCard>

export const threadFile = z.object({
  id: z.uuid(),
  name: z.string(),
  type: z.string().describe('Media type'),
  bytes: z.number().int(),
})

export const threadMessage = z.object({
  id: z.uuid(),
  side: z.enum(sides),
  author: z.string().nullable().describe('Name; null where the reader may not know it, or the person is gone'),
  body: z.string(),
  files: z.array(threadFile),
  seen: z.boolean().describe('Whether the other side has seen it'),
  createdAt: z.iso.datetime(),
})

export const stageStep = z.object({
  stage: z.enum(stages),
  side: z.enum(sides).nullable().describe('Null: the platform, by the clock'),
  person: z.string().nullable(),
  at: z.iso.datetime(),
})

/** An expression of interest as its page shows it. */
export const expressionView = expressionCard.extend({
  brings: z.string(),
  unclear: z.string(),
  ownListing: listingLine.nullable(),
  sentBy: z.string().nullable(),
  ownerKnown: z.boolean().describe('Whether the sender’s side knows who posted the need or offer'),
  messages: z.array(threadMessage),
  steps: z.array(stageStep),
  agreement: z
    .object({
      type: z.enum(agreementTypeIds),
      summary: z.string(),
      proposedBy: z.enum(sides),
      proposedAt: z.iso.datetime(),
      agreedAt: z.iso.datetime().nullable().describe('Null: the other side has not confirmed yet'),
    })
    .nullable(),
  decline: z
    .object({ kind: z.enum(declineKinds), sentence: z.string().describe('In the reader’s language'), text: z.string() })
    .nullable(),
  version: z.number().int().describe('Send it back with a confirmation'),
  /** What the reader may do here. */
  can: expressionRights,
})
export type ExpressionView = z.infer<typeof expressionView>

/** in: interest in one's own needs and offers; out: interest of one's own; reported: for moderators. */
export const boxes = ['in', 'out', 'reported'] as const

export const expressionQuery = z.strictObject({
  ...pageQuery(['newest', 'due']),
  box: z.enum(boxes).optional(),
  stage: z.array(z.enum(stages)).default([]),
  organisation: z.uuid().optional().describe('One of the reader’s own organisations'),
  listing: z.uuid().optional(),
  awaitingReply: z.boolean().default(false).describe('Only those the owner has not answered yet'),
  unread: z.boolean().default(false).describe('Only those with something new for the reader'),
})
export type ExpressionQuery = z.infer<typeof expressionQuery>

export const expressionPage = pageOf(expressionCard)

export const countsQuery = z.strictObject({
  organisation: z.uuid().optional().describe('One of the reader’s own organisations; all of them where left out'),
})

export const expressionCounts = z.object({
  in: z.number().int().describe('Open, in one’s own needs and offers'),
  out: z.number().int().describe('Open, of one’s own'),
  owed: z.number().int().describe('One’s own replies that are due'),
  unread: z.number().int().describe('With something new'),
  agreed: z.number().int(),
})

/** What is promised to whoever expresses interest now. */
export const replyPromise = z.object({
  days: z.number().int().describe('Days within which an answer is due'),
  dueAt: z.iso.datetime().describe('When the answer to one sent now would be due'),
})

/** How an organisation answers, over the last 365 days; numbers only where enough answers were due to tell. */
export const replyRecord = z.object({
  organisation: z.uuid(),
  enough: z.boolean().describe('Whether three answers or more were due; otherwise too few to say'),
  due: z.number().int().nullable().describe('Expressions of interest it had to answer'),
  inTimePercent: z.number().int().nullable().describe('Answered within the promise, in percent of those due'),
  medianHours: z.number().nullable().describe('Hours until the first answer, the median; null where none was answered'),
})
export type ReplyRecord = z.infer<typeof replyRecord>

/** In the details of a refused reply: what would give an anonymous owner away. */
export const leakDetails = z.object({ findings: z.array(leak) })

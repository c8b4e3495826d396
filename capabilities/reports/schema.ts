import { z } from 'zod'
import { pageOf, pageQuery } from '#platform/paging.ts'
import { languageIds } from '../vocabularies/languages.ts'

/** What can be reported: a need or an offer, or a conversation by one who takes part in it. */
export const subjects = ['listing', 'expression'] as const
export type ReportSubject = (typeof subjects)[number]

export const reasons = ['spam', 'misleading', 'offensive', 'private', 'unlawful', 'other'] as const
export type ReportReason = (typeof reasons)[number]

export const reportStates = ['open', 'settled'] as const

const sentence = z.string().trim().min(10).max(1000)

/** What a person enters to report something, whatever it is. */
export const reporting = {
  reason: z.enum(reasons).describe('private: personal data or a secret of somebody else'),
  text: sentence.describe('What is wrong, in a sentence, for the moderators alone'),
}
export type ReportDraft = z.infer<z.ZodObject<typeof reporting>>

export const reportView = z.object({
  id: z.uuid(),
  about: z.enum(subjects),
  subject: z.uuid(),
  title: z.string().describe('What it was called when it was reported'),
  language: z.enum(languageIds).describe('Language of the title'),
  link: z.string().nullable().describe('Its page; null for a conversation that moderators may not read any more'),
  reason: z.enum(reasons),
  text: z.string(),
  reporter: z.uuid().nullable(),
  reporterName: z.string().nullable().describe('While the account is there'),
  createdAt: z.iso.datetime(),
  settledAt: z.iso.datetime().nullable().describe('When it was dealt with; null: it waits'),
  settledByName: z.string().nullable(),
  note: z.string().describe('What was done, for other moderators'),
  can: z.object({ settle: z.boolean() }),
})
export type ReportView = z.infer<typeof reportView>

export const reportQuery = z.strictObject({
  ...pageQuery(['oldest', 'newest']),
  state: z.enum(reportStates).default('open').describe('open: waits for a moderator; settled: was dealt with'),
  about: z.array(z.enum(subjects)).default([]),
  reason: z.array(z.enum(reasons)).default([]),
})
export type ReportQuery = z.infer<typeof reportQuery>

export const reportPage = pageOf(reportView).extend({
  byState: z.record(z.enum(reportStates), z.number().int()).describe('How many there are in each state, over all'),
})

export const settling = z.strictObject({
  id: z.uuid(),
  note: sentence.describe('What was done, for other moderators; whoever reported it does not read it'),
})

import { z } from 'zod'
import { pageOf, pageQuery } from '#platform/paging.ts'

/**
 * queued: waits for its turn or its next try; sent: the mail server took it; kept: stays here, as no mail is sent;
 * failed: refused for good.
 */
export const mailStates = ['queued', 'sent', 'kept', 'failed'] as const

export const mailLine = z.object({
  id: z.uuid(),
  to: z.string(),
  subject: z.string(),
  locale: z.string().describe('Language it is written in'),
  state: z.enum(mailStates),
  attempts: z.number().int().describe('How often it was tried'),
  lastError: z.string().nullable(),
  createdAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
})
export type MailLine = z.infer<typeof mailLine>

export const mailView = mailLine.extend({
  text: z.string().nullable().describe('Null unless the message is kept: a link in it could let somebody else in'),
  html: z.string().nullable(),
})
export type MailView = z.infer<typeof mailView>

export const mailQuery = z.strictObject({
  ...pageQuery(['newest']),
  state: z.array(z.enum(mailStates)).default([]),
})
export type MailQuery = z.infer<typeof mailQuery>
export const mailPage = pageOf(mailLine)
export const byId = z.strictObject({ id: z.uuid() })

import { z } from 'zod'
import { pageOf, pageQuery } from '#platform/paging.ts'

/**
 * What news is about, as people choose what they want by mail. A capability that has news of another kind adds its kind
 * here, and what it is called in the messages (`kind.…`).
 */
export const notificationKinds = [
  'expression',
  'conversation',
  'reply-due',
  'agreement',
  'match',
  'listing',
  'membership',
  'alliance',
  'meeting',
  'booking',
  'task',
  'news',
  'moderation',
] as const
export type NotificationKind = (typeof notificationKinds)[number]

/** immediate: at once; digest: with the next gathering mail. */
export const mailings = ['immediate', 'digest'] as const
export type Mailing = (typeof mailings)[number]

/** The most that is counted: more is "99 and more". */
export const UNREAD_AT_MOST = 100

export const notificationView = z.object({
  id: z.uuid(),
  kind: z.enum(notificationKinds),
  sentence: z.string().describe('In the reader’s language'),
  link: z.string().describe('A page of the site'),
  subjectType: z.string(),
  subject: z.uuid().nullable(),
  organisation: z.uuid().nullable().describe('The organisation for which the reader gets it'),
  createdAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
})
export type NotificationView = z.infer<typeof notificationView>

const { q: _q, ...page } = pageQuery(['newest'])
export const notificationQuery = z.strictObject({
  ...page,
  unread: z.boolean().default(false).describe('Only what was not read yet'),
  kind: z.array(z.enum(notificationKinds)).default([]),
})
export type NotificationQuery = z.infer<typeof notificationQuery>

export const notificationPage = pageOf(notificationView)

export const unreadCount = z.object({
  count: z.number().int().describe(`How many were not read; at most ${UNREAD_AT_MOST} are counted`),
})

export const marking = z.strictObject({
  ids: z.array(z.uuid()).max(100).default([]).describe('Those that were read'),
  all: z.boolean().default(false).describe('Every one'),
})

export const unsubscribing = z.strictObject({ token: z.string().max(300).describe('From the link in the mail') })

export const subscription = z.object({
  kind: z.enum(notificationKinds).nullable().describe('The kind of mail the link stops; null: all of it'),
  stopped: z.boolean().describe('Whether it is stopped already'),
})

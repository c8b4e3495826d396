import { z } from 'zod'
import type { Locale } from '#platform/i18n/locales.ts'
import { say } from '#platform/i18n/messages.ts'
import { read, write } from '#platform/procedure.ts'
import { notificationPolicy, ownNotifications } from './policy.ts'
import {
  marking,
  type NotificationView,
  notificationPage,
  notificationQuery,
  subscription,
  unreadCount,
  unsubscribing,
} from './schema.ts'
import { countUnread, listNotifications, markRead, type Notification } from './service/inbox.ts'
import { readStopToken } from './service/unsubscribe.ts'
import { isStopped, stopMail } from './service/wishes.ts'

function present(locale: Locale, row: Notification): NotificationView {
  return { ...row, sentence: say(locale, { key: row.key, values: row.values }) }
}

export const notificationsApi = {
  list: read(notificationPolicy, 'own', {
    path: 'GET /notifications',
    summary: 'List one’s own notifications, newest first',
    input: notificationQuery,
    output: notificationPage,
    run: async ({ db, input, actor, locale, allow }) => {
      allow()
      const { rows, total } = await listNotifications(db, ownNotifications(actor), input)
      return { rows: rows.map((row) => present(locale, row)), total, page: input.page, perPage: input.perPage }
    },
  }),

  unread: read(notificationPolicy, 'own', {
    path: 'GET /notifications/unread',
    summary: 'Count one’s own unread notifications',
    input: z.strictObject({}),
    output: unreadCount,
    run: async ({ db, actor, allow }) => {
      allow()
      return { count: await countUnread(db, ownNotifications(actor)) }
    },
  }),

  markRead: write(notificationPolicy, 'own', {
    path: 'POST /notifications/read',
    summary: 'Mark notifications as read, some or all',
    input: marking,
    output: unreadCount,
    run: async ({ input, allow, ...act }) => {
      allow()
      const own = ownNotifications(act.actor)
      await markRead(act.db, act, own, input)
      return { count: await countUnread(act.db, own) }
    },
  }),

  subscription: read(notificationPolicy, 'unsubscribe', {
    path: 'GET /notifications/subscription',
    summary: 'Show what the link at the end of a mail stops',
    input: unsubscribing,
    output: subscription,
    run: async ({ db, input, platform, allow }) => {
      allow()
      const stop = readStopToken(platform.config.secret, input.token)
      return { kind: stop.kind, stopped: await isStopped(db, stop) }
    },
  }),

  unsubscribe: write(notificationPolicy, 'unsubscribe', {
    path: 'POST /notifications/unsubscribe',
    summary: 'Stop mail of the kind that a link at the end of a mail names, without signing in',
    input: unsubscribing,
    output: subscription,
    run: async ({ input, allow, ...act }) => {
      allow()
      const stop = readStopToken(act.platform.config.secret, input.token)
      await stopMail(act.db, act, stop)
      return { kind: stop.kind, stopped: await isStopped(act.db, stop) }
    },
  }),
}

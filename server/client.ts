import { createRouterClient } from '@orpc/server'
import type { Actor, Door } from '#platform/access/actor.ts'
import type { Locale } from '#platform/i18n/locales.ts'
import type { Platform } from '#platform/platform.ts'
import { type Client, router } from './api.ts'

export interface Caller {
  platform: Platform
  actor: Actor
  door: Door
  locale?: Locale
  headers?: Headers
  /** Collects the headers that operations want to set on the answer. */
  answerHeaders?: Headers
  idempotencyKey?: string | undefined
}

/** The API for one caller. */
export function clientFor(caller: Caller): Client {
  return createRouterClient(router, {
    context: {
      ...caller,
      locale: caller.locale ?? 'en',
      headers: caller.headers ?? new Headers(),
      answerHeaders: caller.answerHeaders ?? new Headers(),
    },
  })
}

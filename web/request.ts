import { createContext, type RouterContextProvider } from 'react-router'
import type { Client } from '#server/api.ts'

/** What a page may know of the person who reads it. */
export interface Reader {
  id: string
  name: string
  emailVerified: boolean
  moderator: boolean
  administrator: boolean
  /** The organisations the person acts for, with their role. */
  organisations: { id: string; role: string }[]
}

/** What the server hands to every loader and action. */
export interface PageRequest {
  /** The API, called as the reader, in the same process. */
  api: Client
  reader: Reader | null
  locale: string
  theme: 'light' | 'dark' | null
  /** For the scripts of this answer (Content-Security-Policy). */
  nonce: string
  origin: string
  /** The present instant, ISO 8601. */
  now: string
  demo: boolean
  /** What the other site is called where one can sign in as well; null where there is none. */
  elsewhere: string | null
  /** Mail is not sent but kept, to be read on the site: in development and in the demonstration. */
  keepsMail: boolean
  /**
   * A text for what is no page and so has no translation of its own, such as a feed.
   * @param key `listings:feed.title`
   * @param language one to use instead of the reader's, where the site speaks it
   */
  say(key: string, values?: Record<string, string | number>, language?: string | null): string
  /** The OpenAPI document of the whole API. */
  openApi(): Promise<object>
  /** Headers for the answer, such as a session's cookie. */
  answerHeaders: Headers
}

/** The server fills it in; it reads the key from the built entry, so that both mean the same one. */
export const pageRequest = createContext<PageRequest>()

/** The request that a loader or action answers. */
export function requestOf(context: Readonly<RouterContextProvider>): PageRequest {
  return context.get(pageRequest)
}

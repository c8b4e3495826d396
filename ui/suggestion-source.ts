import { createContext } from 'react'

/** One thing that goes on from what is being typed. */
export interface Suggestion {
  title: string
  /** Language of the title. */
  language: string
  /** Its page. */
  address: string
  kind: string
}

/** Where the site's search boxes get what to suggest. */
export interface SuggestionSource {
  /** Answers `?q=` with suggestions as JSON. */
  url: string
  /** What each kind is called. */
  kinds: Readonly<Record<string, string>>
}

/** Set once, around all pages. Without it search boxes suggest nothing. */
export const SuggestionContext = createContext<SuggestionSource | null>(null)

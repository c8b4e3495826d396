/** The languages the thesaurus speaks, as ISO 639-1 codes, in the order its data is written. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'ro', 'tr', 'sv'] as const

export type Language = (typeof LANGUAGES)[number]

/** What a text was found to be written in; `unknown` when it is too short or in another language. */
export type DetectedLanguage = Language | 'unknown'

const known: ReadonlySet<string> = new Set(LANGUAGES)

/** True when `code` is one of the eight languages with an analyser of its own. */
export function isLanguage(code: string): code is Language {
  return known.has(code)
}

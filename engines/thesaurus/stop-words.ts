import words from './data/stop-words.json' with { type: 'json' }
import { foldDiacritics } from './fold.ts'
import type { Language } from './languages.ts'

/** The words of each language that say nothing about the subject, lower case, as written and without diacritics. */
export const STOP_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: bothSpellings(words.en),
  de: bothSpellings(words.de),
  fr: bothSpellings(words.fr),
  es: bothSpellings(words.es),
  it: bothSpellings(words.it),
  ro: bothSpellings(words.ro),
  tr: bothSpellings(words.tr),
  sv: bothSpellings(words.sv),
}

const AS_WRITTEN = new Map(Object.entries(words).map(([language, list]) => [language, new Set(list.split(' '))]))

function bothSpellings(list: string): ReadonlySet<string> {
  return new Set(list.split(' ').flatMap((word) => [word, foldDiacritics(word)]))
}

/**
 * Whether a lower-case word joins others rather than says something. One that is a stop word only when its diacritics
 * are left out is none where it is a word of its own, among `ownWords`: Turkish `su` is water, `şu` is that.
 */
export function isStopWord(form: string, language: Language, ownWords: ReadonlySet<string>): boolean {
  return STOP_WORDS[language].has(form) && !(ownWords.has(form) && !AS_WRITTEN.get(language)?.has(form))
}

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

function bothSpellings(list: string): ReadonlySet<string> {
  return new Set(list.split(' ').flatMap((word) => [word, foldDiacritics(word)]))
}

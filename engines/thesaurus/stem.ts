import snowball from 'snowball-stemmers'
import { foldDiacritics, isAscii } from './fold.ts'
import type { Language } from './languages.ts'
import { turkishStem } from './turkish-stem.ts'

/** Snowball algorithms (Porter, https://snowballstem.org) by language; Turkish has a stemmer of our own. */
const ALGORITHMS: Record<Exclude<Language, 'tr'>, string> = {
  en: 'english',
  de: 'german',
  fr: 'french',
  es: 'spanish',
  it: 'italian',
  ro: 'romanian',
  sv: 'swedish',
}

/**
 * Endings whose accent a suffix rule of the stemmer needs, typed without it. Only endings that are hardly ever right
 * without the accent are listed.
 */
const ENDINGS: Partial<Record<Language, readonly [RegExp, string][]>> = {
  es: [
    [/([cst])ion$/, '$1ión'],
    [/logia(s?)$/, 'logía$1'],
  ],
  it: [[/([a-z]{3})ita$/, '$1ità']],
  ro: [
    [/atie$/, 'ație'],
    [/atii$/, 'ații'],
  ],
}

// German typed without umlauts; after a vowel or q the pair is no umlaut (Bauer, Quelle). As in Snowball's german2.
const TYPED_UMLAUT = /(?<![aeiouäöüq])([aou])e/g
const UMLAUT: Record<string, string> = { a: 'ä', o: 'ö', u: 'ü' }

// Romanian was long typed with cedillas; the letters with a comma below are the right ones and the stemmer knows only
// the cedillas.
const COMMA_BELOW = /[țș]/g
const CEDILLA: Record<string, string> = { ț: 'ţ', ș: 'ş' }

function asStemmerExpects(word: string, language: Language): string {
  if (language === 'de') {
    return word.replace(TYPED_UMLAUT, (_, vowel: string) => UMLAUT[vowel] ?? vowel)
  }
  let spelt = word
  if (isAscii(spelt)) for (const [ending, accented] of ENDINGS[language] ?? []) spelt = spelt.replace(ending, accented)
  return language === 'ro' ? spelt.replace(COMMA_BELOW, (letter) => CEDILLA[letter] ?? letter) : spelt
}

const stemmers = new Map<Language, { stem(word: string): string }>()

/**
 * The stem of a lower-case word, without diacritics, so that a word gives the same stem whether its diacritics were
 * typed or not (as far as the endings allow it).
 */
export function stem(word: string, language: Language): string {
  if (/\p{N}/u.test(word)) return foldDiacritics(word)
  if (language === 'tr') return turkishStem(foldDiacritics(word))
  let stemmer = stemmers.get(language)
  if (stemmer === undefined) {
    stemmer = snowball.newStemmer(ALGORITHMS[language])
    stemmers.set(language, stemmer)
  }
  return foldDiacritics(stemmer.stem(asStemmerExpects(word.normalize('NFC'), language)))
}

import { type CompoundSplitter, compoundSplitter, writesCompounds } from './compounds.ts'
import { foldDiacritics, isAscii, lowerCase } from './fold.ts'
import { isLanguage, type Language } from './languages.ts'
import { stem } from './stem.ts'
import { isStopWord } from './stop-words.ts'

/** What is known of one word form. Instances are shared between all its occurrences. */
export interface Word {
  /** Folded stem; the same for the same word typed with or without diacritics. */
  stem: string
  /** Stems of the parts of a compound, else null. */
  parts: readonly string[] | null
  /** True for words that say nothing about the subject. */
  stop: boolean
}

export interface WordAnalyser {
  readonly language: string
  /** The word behind a surface form as it stands in a text; one in capitals is an acronym and never a stop word. */
  word(surface: string): Word
}

const ACRONYM = /^\p{Lu}{2,}$/u

/** Word forms remembered of a language before the memory is emptied; bounds it at some megabytes. */
const REMEMBERED = 8_000

/**
 * An analyser for one language. For a language other than the eight, words are only lower-cased and folded.
 * `labelWords` are well-spelt words of that language (from the labels of a thesaurus): they give back the diacritics
 * someone left out. `compoundParts` are the simple words compounds are split into.
 */
export function wordAnalyser(
  language: string,
  labelWords: Iterable<string> = [],
  compoundParts: Iterable<string> = [],
): WordAnalyser {
  const remembered = new Map<string, Word>()
  if (!isLanguage(language)) return { language, word: remember((form) => plainWord(form)) }

  const forms = [...labelWords].map((word) => lowerCase(word, language))
  const known: Known = { spelling: spellings(forms), words: new Set(forms) }
  const split = writesCompounds(language) ? compoundSplitter(language, compoundParts) : null
  return { language, word: remember((form) => analysedWord(form, language, known, split)) }

  function remember(analyse: (form: string) => Word): (surface: string) => Word {
    return (surface) => {
      let word = remembered.get(surface)
      if (word === undefined) {
        word = analyse(lowerCase(surface.normalize('NFC'), language))
        // IT, US and MES are no pronouns.
        if (ACRONYM.test(surface)) word = { ...word, stop: false }
        if (remembered.size >= REMEMBERED) remembered.clear()
        remembered.set(surface, word)
      }
      return word
    }
  }
}

/** The well-spelt words of a language, lower case. */
interface Known {
  /** Without diacritics -> with them. */
  spelling: ReadonlyMap<string, string>
  words: ReadonlySet<string>
}

function plainWord(form: string): Word {
  return { stem: foldDiacritics(form), parts: null, stop: isLoneLetter(form) }
}

function analysedWord(
  form: string,
  language: Language,
  { spelling, words }: Known,
  split: CompoundSplitter | null,
): Word {
  const spelt = isAscii(form) ? (spelling.get(form) ?? form) : form
  const parts = split?.(foldDiacritics(spelt)) ?? null
  return {
    stem: stem(spelt, language),
    parts: parts === null ? null : parts.map((part) => stem(part, language)),
    stop: isStopWord(form, language, words) || isLoneLetter(form),
  }
}

function isLoneLetter(form: string): boolean {
  return form.length === 1 && !/\p{N}/u.test(form)
}

// Where two words differ only in their diacritics neither is restored: nobody can tell which was meant.
function spellings(forms: Iterable<string>): Map<string, string> {
  const spelt = new Map<string, string>()
  const plain = new Set<string>()
  for (const form of forms) {
    const folded = foldDiacritics(form)
    if (folded === form) plain.add(form)
    else if (spelt.has(folded) && spelt.get(folded) !== form) plain.add(folded)
    else spelt.set(folded, form)
  }
  for (const form of plain) spelt.delete(form)
  return spelt
}

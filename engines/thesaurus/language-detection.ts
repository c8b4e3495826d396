import otherLanguages from './data/other-languages.json' with { type: 'json' }
import profiles from './data/trigrams.json' with { type: 'json' }
import { lowerCase } from './fold.ts'
import { type DetectedLanguage, LANGUAGES } from './languages.ts'
import { STOP_WORDS } from './stop-words.ts'
import { LEVELS, trigramProfile, trigrams } from './trigrams.ts'

export interface Detection {
  language: DetectedLanguage
  /** 0..1: how sure the answer is; 0 when it is `unknown`. */
  confidence: number
}

/** Words beyond which more text tells nothing new. */
const WORDS_READ = 200

/** Evidence of one trigram, in nats: what the most frequent level earns above a trigram the language has not. */
const TRIGRAM_EVIDENCE = 2.4

/** Neighbouring trigrams share letters, so each counts for less than a witness of its own. */
const TRIGRAM_SHARE = 0.35

/** Evidence of a function word, in nats, shared out among the languages that have it. */
const FUNCTION_WORD_EVIDENCE = 3

/** Evidence for a language of a word whose letters beyond a to z are all its own, in nats. */
const OWN_LETTER_EVIDENCE = 1

/** Evidence against a language in which a letter of the word does not occur, in nats. */
const FOREIGN_LETTER_EVIDENCE = 3

/** Below this share of the evidence no language is named. */
const LEAST_CONFIDENCE = 0.65

/** Letters beyond a to z that each language writes. */
const LETTERS: Record<string, string> = {
  en: '',
  de: 'äöüß',
  fr: 'àâæçéèêëîïôœùûüÿ',
  es: 'áéíñóúü',
  it: 'àèéìíîòóù',
  ro: 'ăâîșțşţ',
  tr: 'çğıöşüâîû',
  sv: 'åäöé',
  nl: 'éëïöü',
  pt: 'áâãàçéêíóôõú',
  pl: 'ąćęłńóśźż',
  cs: 'áčďéěíňóřšťúůýž',
  hu: 'áéíóöőúüű',
  da: 'æøåé',
  no: 'æøåé',
  fi: 'äö',
}

/** A language as the witnesses know it. */
interface Witness {
  language: DetectedLanguage
  functionWords: ReadonlySet<string>
  letters: ReadonlySet<string>
}

// The neighbours of the eight are known just well enough not to be taken for one of them.
const WITNESSES: readonly Witness[] = [
  ...LANGUAGES.map((language) => ({
    language,
    functionWords: STOP_WORDS[language],
    letters: new Set(LETTERS[language]),
  })),
  ...Object.entries(otherLanguages).map(([language, { functionWords }]) => ({
    language: 'unknown' as const,
    functionWords: new Set(functionWords.split(' ')),
    letters: new Set(LETTERS[language]),
  })),
]

const TRIGRAMS = trigramEvidence([
  ...LANGUAGES.map((language) => profiles[language]),
  ...Object.values(otherLanguages).map(({ words }) => trigramProfile(words.split(' '))),
])

function trigramEvidence(languages: readonly (readonly string[])[]): ReadonlyMap<string, Float64Array> {
  const evidence = new Map<string, Float64Array>()
  languages.forEach((levels, at) => {
    levels.forEach((row, level) => {
      for (let start = 0; start + 3 <= row.length; start += 3) {
        const trigram = row.slice(start, start + 3)
        const known = evidence.get(trigram) ?? new Float64Array(languages.length)
        known[at] = TRIGRAM_EVIDENCE * (1 - (0.7 * level) / LEVELS)
        evidence.set(trigram, known)
      }
    })
  })
  return evidence
}

/**
 * The language `text` is written in, of the eight the thesaurus speaks, or `unknown` when it is too short to tell or
 * in another. Function words, the letters of the alphabet and the trigrams of the words are the witnesses
 * (Cavnar and Trenkle, "N-Gram-Based Text Categorization", 1994, for the last); their evidence is added up.
 */
export function detectLanguage(text: string): Detection {
  const words =
    text
      .slice(0, WORDS_READ * 20)
      .normalize('NFC')
      .match(/\p{L}{2,}/gu)
      ?.slice(0, WORDS_READ) ?? []
  const evidence = new Float64Array(WITNESSES.length)
  for (const surface of words) {
    const word = lowerCase(surface, 'en')
    weighLetters(word, evidence)
    weighFunctionWord(word, lowerCase(surface, 'tr'), evidence)
    for (const trigram of trigrams(word)) {
      TRIGRAMS.get(trigram)?.forEach((found, at) => {
        evidence[at] = (evidence[at] ?? 0) + found * TRIGRAM_SHARE
      })
    }
  }
  return verdict(evidence)
}

function weighLetters(word: string, evidence: Float64Array): void {
  const beyond = [...word].filter((letter) => letter < 'a' || letter > 'z')
  if (beyond.length === 0) return
  WITNESSES.forEach(({ letters }, at) => {
    const own = beyond.every((letter) => letters.has(letter))
    evidence[at] = (evidence[at] ?? 0) + (own ? OWN_LETTER_EVIDENCE : -FOREIGN_LETTER_EVIDENCE)
  })
}

// A word that several languages have (de, en, la) speaks for each of them the less.
function weighFunctionWord(word: string, inTurkish: string, evidence: Float64Array): void {
  const holders: number[] = []
  WITNESSES.forEach(({ language, functionWords }, at) => {
    if (functionWords.has(language === 'tr' ? inTurkish : word)) holders.push(at)
  })
  for (const at of holders) evidence[at] = (evidence[at] ?? 0) + FUNCTION_WORD_EVIDENCE / holders.length
}

function verdict(evidence: Float64Array): Detection {
  const highest = Math.max(...evidence)
  const witness = WITNESSES[evidence.indexOf(highest)]
  const unknown: Detection = { language: 'unknown', confidence: 0 }
  if (witness === undefined || highest <= 0 || witness.language === 'unknown') return unknown
  const confidence = 1 / evidence.reduce((sum, found) => sum + Math.exp(found - highest), 0)
  return confidence < LEAST_CONFIDENCE ? unknown : { language: witness.language, confidence }
}

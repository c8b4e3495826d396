import { detectLanguage } from '../thesaurus/language-detection.ts'
import { LANGUAGES } from '../thesaurus/languages.ts'
import type { Mention } from '../thesaurus/recognise.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import type { Token } from '../thesaurus/tokens.ts'
import type { Word } from '../thesaurus/word-analyser.ts'
import type { TextQuery } from './query.ts'

/** One word somebody typed, read in every language it may be in. */
export interface TypedWord {
  token: Token
  /** What the word is in each of those languages, its stem never twice. */
  words: readonly Word[]
  /** Concepts named by it, by a part of it or by a phrase it belongs to. Sorted. */
  concepts: readonly string[]
  /** Sets of concepts that together say all of it: one, or one for each part of a compound. */
  meanings: readonly (readonly string[])[]
}

/**
 * The words of a text query that say something. A word that only joins others in the language the text seems to be in
 * (the, und) is left out of all readings, for elsewhere it may be a rare word of great weight.
 */
export function readQuery({ text, language }: TextQuery, thesaurus: Thesaurus): readonly TypedWord[] {
  const languages = language === undefined ? LANGUAGES : [language]
  const readings = languages.map((code) => thesaurus.read(text, code))
  const detected = language === undefined ? detectLanguage(text).language : 'unknown'
  const likeliest = detected === 'unknown' ? undefined : thesaurus.read(text, detected)
  const typed: TypedWord[] = []
  readings[0]?.tokens.forEach((token, at) => {
    if (likeliest?.words[at]?.stop === true) return
    const words = new Map<string, Word>()
    const concepts = new Set<string>()
    const meanings: (readonly string[])[] = []
    for (const reading of readings) {
      const word = reading.words[at]
      if (word === undefined || word.stop) continue
      if (!words.has(word.stem) || word.parts !== null) words.set(word.stem, word)
      const mentions = reading.mentions.filter(({ start, end }) => start <= token.start && token.end <= end)
      for (const concept of mentions.flatMap((mention) => mention.concepts)) concepts.add(concept)
      meanings.push(...meaningsOf(mentions, word))
    }
    if (words.size > 0) typed.push({ token, words: [...words.values()], concepts: [...concepts].sort(), meanings })
  })
  return typed
}

function meaningsOf(mentions: readonly Mention[], word: Word): readonly (readonly string[])[] {
  const whole = mentions.filter(({ partial }) => !partial).flatMap(({ concepts }) => concepts)
  const partial = mentions.filter((mention) => mention.partial)
  // A compound of which one part names nothing known is not said by the others.
  const joint = word.parts !== null && partial.length >= word.parts.length ? combinations(partial) : []
  return [...whole.map((concept) => [concept]), ...joint]
}

function combinations(mentions: readonly Mention[]): readonly (readonly string[])[] {
  return mentions.reduce<readonly (readonly string[])[]>(
    (sets, { concepts }) => sets.flatMap((set) => concepts.map((concept) => [...set, concept])),
    [[]],
  )
}

import { detectLanguage } from '../thesaurus/language-detection.ts'
import { LANGUAGES } from '../thesaurus/languages.ts'
import type { Mention } from '../thesaurus/recognise.ts'
import type { Reading, Thesaurus } from '../thesaurus/thesaurus.ts'
import { FIELDS, fieldText, type MatchDocument } from './document.ts'
import { addPacked, conceptFieldWeight } from './features.ts'
import { isDocument, type Query, type TextQuery } from './query.ts'
import { readQuery } from './query-reading.ts'

/** A word the query asks for, with all that may stand for it. */
export interface AskedWord {
  /** Its stems: one, or several where it was read in several languages. Sorted. */
  stems: readonly string[]
  /** Its counts in the four fields of the query, packed by `packedCount`. */
  packed: number
  /** Concepts it helps to name -> the weightiest field in which it does. */
  concepts: Map<string, number>
}

/** A query as its words. */
export interface Asked {
  words: readonly AskedWord[]
  /** Concept -> how many of the words name it: what it counts is shared out among them. */
  namedBy: ReadonlyMap<string, number>
  /** Words in each field, stop words left out, in the order of FIELDS. */
  lengths: readonly number[]
  /** The language it is in; undefined where nobody says and the text is too short to tell. */
  language: string | undefined
  /** The languages its words are translated from. */
  languages: readonly string[]
}

export function askedWords(query: Query, thesaurus: Thesaurus): Asked {
  return isDocument(query) ? ofDocument(query, thesaurus) : ofText(query, thesaurus)
}

class Collector {
  readonly words = new Map<string, AskedWord>()
  readonly #names = new Map<string, Set<string>>()

  count(stems: readonly string[], field: number): void {
    const key = stems.join(' ')
    const word = this.words.get(key) ?? { stems, packed: 0, concepts: new Map() }
    word.packed = addPacked(word.packed, field)
    this.words.set(key, word)
  }

  /** Notes that the word under `key` helps to name a concept. */
  name(concept: string, key: string, field: number): void {
    const word = this.words.get(key)
    if (word === undefined) return
    const known = word.concepts.get(concept)
    if (known === undefined || conceptFieldWeight(field) > conceptFieldWeight(known)) word.concepts.set(concept, field)
    this.#names.set(concept, (this.#names.get(concept) ?? new Set()).add(key))
  }

  namedBy(): Map<string, number> {
    return new Map([...this.#names].map(([concept, words]) => [concept, words.size]))
  }
}

function ofDocument(query: MatchDocument, thesaurus: Thesaurus): Asked {
  const collected = new Collector()
  const { language } = query
  const lengths = FIELDS.map((name, field) => {
    const reading = thesaurus.read(fieldText(query, name), language)
    const telling = reading.words.filter(({ stop }) => !stop)
    for (const { stem, parts } of telling) for (const one of [stem, ...(parts ?? [])]) collected.count([one], field)
    for (const mention of reading.mentions) {
      for (const concept of mention.concepts)
        for (const stem of namingStems(mention, reading)) collected.name(concept, stem, field)
    }
    return telling.length
  })
  return {
    words: [...collected.words.values()],
    namedBy: collected.namedBy(),
    lengths,
    language,
    languages: [language],
  }
}

// English labels in texts of other languages are recognised by English stems, which are not those of the words there.
function namingStems({ start, end, stems }: Mention, { tokens, words }: Reading): readonly string[] {
  const within = words.filter((word, at) => {
    const token = tokens[at]
    return !word.stop && token !== undefined && start <= token.start && token.end <= end
  })
  const written = new Set(within.flatMap(({ stem, parts }) => [stem, ...(parts ?? [])]))
  return stems.every((stem) => written.has(stem)) ? stems : within.map(({ stem }) => stem)
}

// Words somebody typed count as if they stood in a title.
function ofText(query: TextQuery, thesaurus: Thesaurus): Asked {
  const collected = new Collector()
  const typed = readQuery(query, thesaurus)
  for (const { words, concepts } of typed) {
    const stems = [...new Set(words.map(({ stem }) => stem))].sort()
    collected.count(stems, 0)
    const parts = new Set(words.flatMap((word) => word.parts ?? []))
    for (const part of parts) if (!stems.includes(part)) collected.count([part], 0)
    for (const concept of concepts) collected.name(concept, stems.join(' '), 0)
  }
  const detected = query.language ?? detectLanguage(query.text).language
  const language = detected === 'unknown' ? undefined : detected
  return {
    words: [...collected.words.values()],
    namedBy: collected.namedBy(),
    lengths: [typed.length, 0, 0, 0],
    language,
    languages: language === undefined ? LANGUAGES : [language],
  }
}

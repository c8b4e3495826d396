import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { FIELDS, fieldText, type MatchDocument } from './document.ts'
import { CONCEPT_FIELD_WEIGHTS, FIELD_WEIGHTS, occurrenceWeight, wordImpact } from './score.ts'

/** Highest count kept per word and field: four counts share one 32-bit integer, and BM25 is flat long before that. */
const HIGHEST_COUNT = 255

/** What the index keeps of a document's texts. */
export interface Features {
  /** Stem -> its counts in the four fields, packed by `packedCount`. */
  words: ReadonlyMap<string, number>
  /** Concept id -> the index of the weightiest field that names it. */
  concepts: ReadonlyMap<string, number>
  /** Words in each field, stop words left out, in the order of FIELDS. */
  lengths: readonly number[]
}

export function packedCount(packed: number, field: number): number {
  return (packed >>> (field * 8)) & 0xff
}

/** One more occurrence in a field. */
export function addPacked(packed: number, field: number): number {
  return packedCount(packed, field) < HIGHEST_COUNT ? (packed + 2 ** (field * 8)) | 0 : packed
}

/** Reads the four fields of a document. The parts of a compound count beside the compound itself. */
export function documentFeatures(document: MatchDocument, thesaurus: Thesaurus): Features {
  const words = new Map<string, number>()
  const concepts = new Map<string, number>()
  const lengths: number[] = []
  for (let field = 0; field < FIELDS.length; field++) {
    const name = FIELDS[field]
    const text = name === undefined ? '' : fieldText(document, name)
    lengths.push(text === '' ? 0 : readField(text, document.language, field, words, concepts, thesaurus))
  }
  return { words, concepts, lengths }
}

function readField(
  text: string,
  language: string,
  field: number,
  words: Map<string, number>,
  concepts: Map<string, number>,
  thesaurus: Thesaurus,
): number {
  const reading = thesaurus.read(text, language)
  let length = 0
  for (const word of reading.words) {
    if (word.stop) continue
    length += 1
    words.set(word.stem, addPacked(words.get(word.stem) ?? 0, field))
    if (word.parts !== null) for (const part of word.parts) words.set(part, addPacked(words.get(part) ?? 0, field))
  }
  for (const mention of reading.mentions) {
    for (const concept of mention.concepts) {
      const known = concepts.get(concept)
      if (known === undefined || conceptFieldWeight(field) > conceptFieldWeight(known)) concepts.set(concept, field)
    }
  }
  return length
}

export function conceptFieldWeight(field: number): number {
  return CONCEPT_FIELD_WEIGHTS[field] ?? 0
}

/** What a document has of a word, from its packed counts and the lengths of the fields, see `wordImpact`. */
export function impactOf(packed: number, lengths: readonly number[]): number {
  let count = 0
  for (let field = 0; field < FIELDS.length; field++) {
    const occurrences = packedCount(packed, field)
    if (occurrences > 0) count += occurrences * occurrenceWeight(field, lengths[field] ?? 0)
  }
  return wordImpact(count)
}

/** Count of a word over all fields of the query, each weighted as in a document. */
export function weightedCount(packed: number): number {
  let count = 0
  for (let field = 0; field < FIELDS.length; field++) count += packedCount(packed, field) * (FIELD_WEIGHTS[field] ?? 0)
  return count
}

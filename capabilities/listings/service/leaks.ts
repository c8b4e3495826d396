import { folded } from '#platform/db/folded.ts'
import type { Leak, LeakKind, LeakTexts } from '../schema.ts'
import { leakPatterns } from './leak-patterns.ts'
import { isTelling, withoutLegalForm } from './leak-words.ts'

/** What would give an organisation away. */
export interface OwnerFacts {
  /** Legal, known and other names. */
  names: readonly string[]
  /** People who act for it. */
  people: readonly string[]
  /** City and street. */
  places: readonly string[]
  website: string | null
  /** Its numbers in registers. */
  numbers: readonly string[]
  /** What it says of itself: words that are used there as ordinary words are not telling in its name either. */
  describedAs: readonly string[]
}

const leakFields = [
  'title',
  'summary',
  'description',
  'advantages',
  'expertiseSought',
  'iprNotes',
  'partnerRole',
  'keywords',
  'programme',
  'callIdentifier',
  'acronym',
] as const satisfies readonly (keyof LeakTexts)[]

interface Word {
  /** Folded. */
  text: string
  /** As it is written. */
  written: string
  start: number
  end: number
}

interface Found {
  kind: LeakKind
  start: number
  end: number
}

/**
 * Looks through the texts of a listing for what gives its owner away: names whole and in parts, people, places, addresses
 * on the web and elsewhere, numbers in registers, patents and trade marks. Finds rather too much than too little: a
 * person says which findings identify nobody.
 * @returns findings in the order of the texts; two never overlap
 */
export function findLeaks(texts: LeakTexts, owner: OwnerFacts): Leak[] {
  const sought = soughtOf(owner, ordinaryWords([...leakFields.flatMap((field) => texts[field]), ...owner.describedAs]))
  return leakFields.flatMap((field) => {
    const value = texts[field]
    const parts: [string, string][] =
      typeof value === 'string' ? [[field, value]] : value.map((text, at) => [`${field}.${at}`, text])
    return parts.flatMap(([name, text]) => leaksInText(name, text, sought))
  })
}

function leaksInText(field: string, text: string, sought: Sought): Leak[] {
  const found: Found[] = []
  const add = (one: Found) => {
    if (!found.some((other) => one.start < other.end && other.start < one.end)) found.push(one)
  }
  const words = wordsOf(text)
  for (const one of numbersIn(words, sought.numbers)) add(one)
  for (const { kind, pattern, holds } of leakPatterns) {
    for (const match of text.matchAll(pattern))
      if (holds?.(match[0]) ?? true) add({ kind, start: match.index, end: match.index + match[0].trimEnd().length })
  }
  for (const phrase of sought.phrases) for (const one of phrasesIn(words, phrase)) add(one)
  for (const one of fragmentsIn(words, sought.fragments)) add(one)
  return found
    .sort((one, other) => one.start - other.start)
    .map(({ kind, start, end }) => {
      const written = text.slice(start, end)
      return { key: `${kind}:${folded(written).replace(/\s+/g, ' ')}`, kind, text: written, field, start, end }
    })
}

interface Phrase {
  kind: LeakKind
  /** Its words, folded, without what divides them. */
  squeezed: string
}

interface Sought {
  phrases: Phrase[]
  fragments: ReadonlySet<string>
  numbers: readonly string[]
}

function soughtOf(owner: OwnerFacts, ordinary: ReadonlySet<string>): Sought {
  const names = owner.names.flatMap((name) => [foldedWords(name), withoutLegalForm(foldedWords(name))])
  const host = owner.website ? hostWord(owner.website) : undefined
  const phrases: Phrase[] = [
    ...names.map((words) => ({ kind: 'name' as const, squeezed: words.join('') })),
    ...owner.people.map((name) => ({ kind: 'name' as const, squeezed: foldedWords(name).join('') })),
    ...owner.places.map((place) => ({ kind: 'place' as const, squeezed: foldedWords(place).join('') })),
    ...(host ? [{ kind: 'name' as const, squeezed: host }] : []),
  ]
  const fragments = names.flat().filter((word) => isTelling(word) && !ordinary.has(word))
  return {
    phrases: phrases
      .filter(({ squeezed }) => squeezed.length >= 3)
      // The longest first: "University of Halle" before "Halle".
      .sort((one, other) => other.squeezed.length - one.squeezed.length),
    fragments: new Set([...fragments, ...owner.people.flatMap(foldedWords).filter((word) => word.length >= 4)]),
    numbers: owner.numbers.map((number) => foldedWords(number).join('')).filter((number) => number.length >= 5),
  }
}

/** The part of a web address that is a name: `bodega-solar` of https://www.bodega-solar.es/. */
function hostWord(website: string): string | undefined {
  if (!URL.canParse(website)) return undefined
  const labels = new URL(website).hostname.replace(/^www\./, '').split('.')
  const word = foldedWords(labels.at(-2) ?? '').join('')
  return isTelling(word) ? word : undefined
}

function foldedWords(text: string): string[] {
  return wordsOf(text).map((word) => word.text)
}

/** The words of a text, folded, and where they stand in it. */
function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: word, index }) => ({
    text: folded(word),
    written: word,
    start: index,
    end: index + word.length,
  }))
}

/** Where following words, put together, are the phrase: "Bodega Solar", "Bodega-Solar" and "BodegaSolar" alike. */
function* phrasesIn(words: readonly Word[], { kind, squeezed }: Phrase): Generator<Found> {
  for (const [at, first] of words.entries()) {
    let rest = squeezed
    for (let next = at; next < words.length && rest !== ''; next++) {
      const word = words[next]
      if (word === undefined) break
      if (next > at && word.start - (words[next - 1]?.end ?? 0) > 3) break
      if (rest.startsWith(word.text)) {
        rest = rest.slice(word.text.length)
        if (rest === '') yield { kind, start: first.start, end: word.end }
      } else {
        // An ending of declension on the last word: "Siemens’", "Málagas".
        if (rest.length >= 4 && word.text.startsWith(rest) && word.text.length - rest.length <= 2)
          yield { kind, start: first.start, end: word.end }
        break
      }
    }
  }
}

/** Words that are written without a capital somewhere. */
function ordinaryWords(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap(wordsOf).flatMap(({ text, written }) => (isCapital(written) ? [] : [text])))
}

function isCapital(written: string): boolean {
  return /^\p{Lu}/u.test(written)
}

/** Single words of a name that are telling by themselves, written as names are. */
function* fragmentsIn(words: readonly Word[], fragments: ReadonlySet<string>): Generator<Found> {
  for (const { text, written, start, end } of words) {
    if (!isCapital(written)) continue
    const stem = [text, text.slice(0, -1), text.slice(0, -2)].find((one) => one.length >= 3 && fragments.has(one))
    if (stem !== undefined && (stem === text || stem.length >= 5)) yield { kind: 'name', start, end }
  }
}

/** The owner's own numbers, however they are divided. */
function* numbersIn(words: readonly Word[], numbers: readonly string[]): Generator<Found> {
  for (const squeezed of numbers)
    for (const found of phrasesIn(words, { kind: 'registration-number', squeezed })) yield found
}

import type { Concept } from './concept.ts'
import { LANGUAGES } from './languages.ts'
import { tokenise } from './tokens.ts'
import type { WordAnalyser } from './word-analyser.ts'

/** A word of another language that stands where a word stands. */
export interface Translation {
  language: string
  stem: string
  /** 0..1: how regularly one stands for the other, see `lexicon`. */
  likeness: number
}

export interface Lexicon {
  /** What a stem of a language may be in the others, likeliest first in each of them. */
  translations(stem: string, language: string): readonly Translation[]
  /** Makes ready, a little at each step, what is otherwise made when it is first asked. */
  prepare(): Generator<void>
}

/** Words kept for each language. */
const MOST_WORDS = 2

/** Below this two words only happen to meet in a few labels. */
const LEAST_LIKENESS = 0.3

/** A word in more concepts than this (system, device) says too little to be worth its translation. */
const MOST_CONCEPTS = 400

/** By language: stem -> the concepts with a label that has it; and concept -> the stems of its labels. */
interface LabelWords {
  concepts: Map<string, Set<number>>
  stems: Set<string>[]
}

/**
 * A dictionary drawn from the labels of a thesaurus, word by word: Abwasser and eaux usées meet in the labels of the same
 * concepts, and seldom in those of others. Likeness is Dice's coefficient of the sets of concepts in whose labels two
 * words stand (Melamed, "Models of translational equivalence among words", 2000, gives it as the simplest measure).
 * It carries what no label says as a whole: a text about ozone and dyes is found though no concept is.
 */
export function lexicon(concepts: readonly Concept[], analyser: (language: string) => WordAnalyser): Lexicon {
  const read = new Map<string, LabelWords>()
  const known = new Map<string, readonly Translation[]>()

  function wordsOf(language: string): LabelWords {
    const found = read.get(language)
    if (found !== undefined) return found
    const making = make(language)
    for (;;) {
      const { done, value } = making.next()
      if (done) return value
    }
  }

  function* make(language: string): Generator<void, LabelWords> {
    const words = yield* labelWords(concepts, analyser(language))
    read.set(language, words)
    return words
  }

  function translate(stem: string, language: string): Translation[] {
    const own = wordsOf(language).concepts.get(stem)
    if (own === undefined || own.size > MOST_CONCEPTS) return []
    return LANGUAGES.filter((other) => other !== language).flatMap((other) => likeliest(own, other))
  }

  function likeliest(own: ReadonlySet<number>, language: string): Translation[] {
    const words = wordsOf(language)
    const together = new Map<string, number>()
    for (const concept of own) {
      for (const stem of words.stems[concept] ?? []) together.set(stem, (together.get(stem) ?? 0) + 1)
    }
    return [...together]
      .map(([stem, count]) => {
        const likeness = (2 * count) / (own.size + (words.concepts.get(stem)?.size ?? 0))
        return { language, stem, likeness }
      })
      .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
      .sort((a, b) => b.likeness - a.likeness || (a.stem < b.stem ? -1 : 1))
      .slice(0, MOST_WORDS)
  }

  return {
    translations(stem, language) {
      const key = `${language} ${stem}`
      let translations = known.get(key)
      if (translations === undefined) {
        translations = translate(stem, language)
        // Only words of labels are remembered, so that what people type cannot fill the memory.
        if (translations.length > 0) known.set(key, translations)
      }
      return translations
    },
    *prepare() {
      for (const language of LANGUAGES) if (!read.has(language)) yield* make(language)
    },
  }
}

function* labelWords(concepts: readonly Concept[], analyser: WordAnalyser): Generator<void, LabelWords> {
  const words: LabelWords = { concepts: new Map(), stems: [] }
  for (const [concept, { labels }] of concepts.entries()) {
    const stems = new Set<string>()
    for (const label of labels[analyser.language] ?? []) {
      for (const { surface } of tokenise(label)) {
        const { stem, parts, stop } = analyser.word(surface)
        if (!stop) for (const one of [stem, ...(parts ?? [])]) stems.add(one)
      }
    }
    words.stems.push(stems)
    for (const stem of stems) {
      const holders = words.concepts.get(stem)
      if (holders === undefined) words.concepts.set(stem, new Set([concept]))
      else holders.add(concept)
    }
    yield
  }
  return words
}

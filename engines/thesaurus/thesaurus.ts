import type { Concept } from './concept.ts'
import { type ConceptGraph, conceptGraph } from './concept-graph.ts'
import compoundParts from './data/compound-parts.json' with { type: 'json' }
import { lowerCase } from './fold.ts'
import { type LabelIndex, labelIndex } from './label-index.ts'
import { LANGUAGES } from './languages.ts'
import { lexicon, type Translation } from './lexicon.ts'
import { type Mention, recognise, withLoanwords } from './recognise.ts'
import { type Token, tokenise } from './tokens.ts'
import { type Word, type WordAnalyser, wordAnalyser } from './word-analyser.ts'

/** A text read in one language. `words[i]` is the word behind `tokens[i]`; mentions stand in text order. */
export interface Reading {
  language: string
  tokens: readonly Token[]
  words: readonly Word[]
  mentions: readonly Mention[]
}

interface Reader {
  analyser: WordAnalyser
  labels: LabelIndex
}

/** Words in capitals below which they may all be acronyms. */
const FEWEST_SHOUTED = 3

export interface Thesaurus {
  readonly graph: ConceptGraph
  /** Makes ready, a little at each step, what reading would otherwise make when it first meets a language. */
  prepare(): Generator<void>
  /** Reads `text` as `language` (an ISO 639-1 code; any other than the eight is read without stemming). */
  read(text: string, language: string): Reading
  /** The analyser of single words behind `read`. */
  words(language: string): WordAnalyser
  /** What a stem of one of the eight languages may be in the others, by the words of the labels. */
  translations(stem: string, language: string): readonly Translation[]
}

/** A thesaurus over `concepts`; analysers and label indexes are made when a language is first met. */
export function createThesaurus(concepts: readonly Concept[]): Thesaurus {
  const graph = conceptGraph(concepts)
  const readers = new Map<string, Reader>()
  const words = lexicon(concepts, (language) => reader(language).analyser)

  function reader(language: string): Reader {
    const found = readers.get(language)
    if (found !== undefined) return found
    const making = makeReader(language)
    for (;;) {
      const { done, value } = making.next()
      if (done) return value
    }
  }

  function* makeReader(language: string): Generator<void, Reader> {
    const analyser = wordAnalyser(language, labelWords(concepts, language), simpleWords(language))
    const made = { analyser, labels: yield* labelIndex(concepts, analyser) }
    readers.set(language, made)
    return made
  }

  return {
    graph,
    *prepare() {
      for (const language of LANGUAGES) if (!readers.has(language)) yield* makeReader(language)
      yield* words.prepare()
    },
    words: (language) => reader(language).analyser,
    translations: words.translations,
    read(text, language) {
      const { analyser, labels } = reader(language)
      const tokens = tokenise(text)
      const shouted = isShouted(text, tokens)
      const words = tokens.map(({ surface }) => analyser.word(shouted ? lowerCase(surface, language) : surface))
      const own = recognise({ text, language, tokens, words }, labels)
      if (language === 'en') return { language, tokens, words, mentions: own }
      return { language, tokens, words, mentions: withLoanwords(own, inEnglish(text, tokens, words)) }
    },
  }

  // A word that only joins others in the text's own language is no loanword.
  function inEnglish(text: string, tokens: readonly Token[], own: readonly Word[]): Mention[] {
    const { analyser, labels } = reader('en')
    const words = tokens.map(({ surface }, at) => {
      const word = analyser.word(surface)
      return own[at]?.stop === true && !word.stop ? { ...word, stop: true } : word
    })
    return recognise({ text, language: 'en', tokens, words }, labels, ({ travels }) => travels)
  }
}

// In a text all in capitals they tell no acronyms.
function isShouted(text: string, tokens: readonly Token[]): boolean {
  return tokens.length >= FEWEST_SHOUTED && !/\p{Ll}/u.test(text)
}

function* labelWords(concepts: readonly Concept[], language: string): Generator<string> {
  for (const { labels } of concepts) {
    for (const label of labels[language] ?? []) for (const { surface } of tokenise(label)) yield surface
  }
}

function simpleWords(language: string): readonly string[] {
  const lists: Record<string, string> = compoundParts
  return lists[language]?.split(' ') ?? []
}

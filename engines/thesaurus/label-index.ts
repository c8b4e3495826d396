import type { Concept } from './concept.ts'
import { tokenise } from './tokens.ts'
import type { WordAnalyser } from './word-analyser.ts'

/** A label as the stems it is recognised by, stop words left out, and the concepts it may stand for. */
export interface LabelPath {
  stems: readonly string[]
  concepts: readonly string[]
}

/** First stem -> the labels that begin with it, longest first. */
export type LabelIndex = ReadonlyMap<string, readonly LabelPath[]>

/** English words this short mean something else in too many languages to be read as loanwords. Letters. */
const SHORTEST_LOANWORD = 5

/**
 * The labels by which texts in the analyser's language are read: its own, and the English ones as loanwords wherever its
 * own labels leave them free (a German text says "Machine Learning").
 */
export function labelIndex(concepts: readonly Concept[], analyser: WordAnalyser): LabelIndex {
  const paths = new Map<string, { stems: readonly string[]; concepts: Set<string> }>()
  const add = (label: string, concept: string, asLoanword: boolean): void => {
    for (const stems of pathsOf(label, analyser)) {
      const key = stems.join(' ')
      const path = paths.get(key)
      if (path === undefined) paths.set(key, { stems, concepts: new Set([concept]) })
      else if (!asLoanword || taken.has(key) === false) path.concepts.add(concept)
    }
  }
  const taken = new Set<string>()
  for (const { id, labels } of concepts) for (const label of labels[analyser.language] ?? []) add(label, id, false)
  for (const key of paths.keys()) taken.add(key)
  if (analyser.language !== 'en') {
    for (const { id, labels } of concepts) {
      for (const label of labels.en ?? []) if (isLoanword(label)) add(label, id, true)
    }
  }

  const index = new Map<string, LabelPath[]>()
  for (const { stems, concepts: meant } of paths.values()) {
    const [first] = stems
    if (first === undefined) continue
    const path = { stems, concepts: [...meant].sort() }
    const sameStart = index.get(first)
    if (sameStart === undefined) index.set(first, [path])
    else sameStart.push(path)
  }
  for (const sameStart of index.values()) sameStart.sort((a, b) => b.stems.length - a.stems.length)
  return index
}

/** The stem sequences that stand for `label`: its words as they are and, where one is a compound, its parts. */
export function pathsOf(label: string, analyser: WordAnalyser): readonly (readonly string[])[] {
  const whole: string[] = []
  const inParts: string[] = []
  for (const { surface } of tokenise(label)) {
    const word = analyser.word(surface)
    if (word.stop) continue
    whole.push(word.stem)
    inParts.push(...(word.parts ?? [word.stem]))
  }
  if (whole.length === 0) return []
  return inParts.length === whole.length ? [whole] : [whole, inParts]
}

function isLoanword(label: string): boolean {
  return label.length >= SHORTEST_LOANWORD || /^[A-Z0-9]+$/.test(label)
}

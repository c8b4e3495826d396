import type { Concept } from './concept.ts'
import { foldDiacritics, lowerCase } from './fold.ts'
import { tokenise } from './tokens.ts'
import type { WordAnalyser } from './word-analyser.ts'

/** A label as the stems it is recognised by, stop words left out, and the concepts it may stand for. */
export interface LabelPath {
  stems: readonly string[]
  /** Sorted. */
  concepts: readonly string[]
  /** Which of the concepts have a label with exactly these words (see `wordForms`); kept where there are several. */
  byForm: ReadonlyMap<string, readonly string[]>
  /** Whether texts in other languages may be read by it, too. */
  travels: boolean
}

/** First stem -> the labels that begin with it, longest first. */
export type LabelIndex = ReadonlyMap<string, readonly LabelPath[]>

/** English words this short mean something else in too many languages to be read as loanwords. Letters. */
const SHORTEST_LOANWORD = 5

/** The labels of the analyser's language, made concept by concept, so that whoever makes it can do other things between. */
export function* labelIndex(concepts: readonly Concept[], analyser: WordAnalyser): Generator<void, LabelIndex> {
  const paths = new Map<string, Collected>()
  for (const { id, labels } of concepts) {
    for (const label of labels[analyser.language] ?? []) {
      for (const stems of pathsOf(label, analyser)) {
        const key = stems.join(' ')
        const path = paths.get(key) ?? { stems, forms: new Map<string, Set<string>>(), travels: false }
        path.forms.set(id, (path.forms.get(id) ?? new Set()).add(formOf(label, analyser)))
        path.travels ||= travels(label)
        paths.set(key, path)
      }
    }
    yield
  }

  const index = new Map<string, LabelPath[]>()
  const alone = new Map<string, readonly string[]>()
  for (const { stems, forms, travels } of paths.values()) {
    const [first] = stems
    if (first === undefined) continue
    const path = { stems, travels, ...meaningOf(forms, alone) }
    const sameStart = index.get(first)
    if (sameStart === undefined) index.set(first, [path])
    else sameStart.push(path)
  }
  for (const sameStart of index.values()) sameStart.sort((a, b) => b.stems.length - a.stems.length)
  return index
}

/** Nearly all labels stand for one concept: what is the same for all of those is kept once. */
const ONE_FORM: ReadonlyMap<string, readonly string[]> = new Map()

function meaningOf(
  forms: ReadonlyMap<string, ReadonlySet<string>>,
  alone: Map<string, readonly string[]>,
): Pick<LabelPath, 'concepts' | 'byForm'> {
  const concepts = [...forms.keys()].sort()
  const [only] = concepts
  if (only === undefined || concepts.length > 1) return { concepts, byForm: conceptsByForm(forms) }
  const shared = alone.get(only) ?? concepts
  alone.set(only, shared)
  return { concepts: shared, byForm: ONE_FORM }
}

interface Collected {
  stems: readonly string[]
  /** By concept, the forms of its labels. */
  forms: Map<string, Set<string>>
  travels: boolean
}

function conceptsByForm(forms: ReadonlyMap<string, ReadonlySet<string>>): Map<string, readonly string[]> {
  const concepts = new Map<string, readonly string[]>()
  for (const [concept, own] of [...forms].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const form of own) concepts.set(form, [...(concepts.get(form) ?? []), concept])
  }
  return concepts
}

function formOf(label: string, analyser: WordAnalyser): string {
  const surfaces = tokenise(label).map(({ surface }) => surface)
  return wordForms(
    surfaces.filter((surface) => !analyser.word(surface).stop),
    analyser.language,
  )
}

/** Words without capitals and diacritics, by which labels of one stem are told apart (hospital, hospitality). */
export function wordForms(surfaces: readonly string[], language: string): string {
  return surfaces.map((surface) => foldDiacritics(lowerCase(surface, language))).join(' ')
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

function travels(label: string): boolean {
  return label.length >= SHORTEST_LOANWORD || /^[A-Z0-9]+$/.test(label)
}

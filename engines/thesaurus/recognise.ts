import { type LabelIndex, type LabelPath, wordForms } from './label-index.ts'
import type { Token } from './tokens.ts'
import type { Word } from './word-analyser.ts'

/** A place in a text that names a concept. Offsets are UTF-16, `end` exclusive. */
export interface Mention {
  /** The concepts the words may stand for: one, unless the label is ambiguous. Sorted. */
  concepts: readonly string[]
  start: number
  end: number
  /** The words as they stand in the text. */
  surface: string
  /** The stems by which it was recognised: those of the label. */
  stems: readonly string[]
  /** True when only some parts of a compound stand for the concept: storage in Wasserstoffspeicher. */
  partial: boolean
}

/** A text and its words; `words[i]` is the word behind `tokens[i]`. */
interface ReadText {
  text: string
  language: string
  tokens: readonly Token[]
  words: readonly Word[]
}

/** One stem of the text in order, with the token it came from; a compound may give several. */
interface Step {
  stem: string
  token: number
}

/**
 * The concepts named in a text: at each word the longest label that fits, unless it lies within one already found. Labels
 * may overlap: `conseil en énergies renouvelables` is about energy advice and about renewable energy. Stop words are
 * skipped (traitement de l'eau = traitement des eaux) but no label reaches across the end of a clause.
 * Compounds are read as they stand and in their parts.
 * @param serves which of the labels may be recognised
 */
export function recognise(
  { text, language, tokens, words }: ReadText,
  labels: LabelIndex,
  serves: (path: LabelPath) => boolean = () => true,
): Mention[] {
  if (labels.size === 0) return []
  const steps: Step[] = []
  const partSteps: Step[] = []
  let hasCompound = false
  for (let token = 0; token < words.length; token++) {
    const word = words[token]
    if (word === undefined || word.stop) continue
    steps.push({ stem: word.stem, token })
    if (word.parts === null) partSteps.push({ stem: word.stem, token })
    else {
      hasCompound = true
      for (const stem of word.parts) partSteps.push({ stem, token })
    }
  }

  const found = new Map<string, Mention>()
  const collect = (sequence: readonly Step[]): void => {
    let reach = 0
    for (let at = 0; at < sequence.length; at++) {
      const path = longestAt(sequence, at, labels, tokens, serves)
      const end = at + (path?.stems.length ?? 0)
      if (path === null || end <= reach) continue
      reach = end
      const first = tokens[sequence[at]?.token ?? 0]
      const last = tokens[sequence[end - 1]?.token ?? 0]
      const partial =
        (at > 0 && sequence[at - 1]?.token === sequence[at]?.token) || sequence[end]?.token === sequence[end - 1]?.token
      if (first === undefined || last === undefined) continue
      const concepts = meant(path, sequence.slice(at, end), tokens, language)
      const key = `${first.start} ${concepts.join(' ')}`
      const known = found.get(key)
      if (known !== undefined && known.end >= last.end && (partial || !known.partial)) continue
      const { start } = first
      const surface = text.slice(start, last.end)
      found.set(key, { concepts, start, end: last.end, surface, stems: path.stems, partial })
    }
  }
  collect(steps)
  if (hasCompound) collect(partSteps)
  return [...found.values()].sort((a, b) => a.start - b.start || b.end - a.end || (key(a) < key(b) ? -1 : 1))
}

/**
 * What a text names in its own language and in English words (a German text says "Machine Learning"): of two that
 * overlap so that one lies within the other, the longer; of two alike, the one in its own language.
 */
export function withLoanwords(own: readonly Mention[], english: readonly Mention[]): Mention[] {
  const within = (one: Mention, other: Mention) => other.start <= one.start && one.end <= other.end
  const longer = (one: Mention, other: Mention) => other.end - other.start > one.end - one.start
  const loans = english.filter((one) => !own.some((other) => within(one, other)))
  if (loans.length === 0) return [...own]
  const kept = own.filter((one) => !loans.some((other) => within(one, other) && longer(one, other)))
  return [...kept, ...loans].sort((a, b) => a.start - b.start || b.end - a.end || (key(a) < key(b) ? -1 : 1))
}

function key(mention: Mention): string {
  return mention.concepts.join(' ')
}

// Where labels share their stems, the words as they are written decide if they can.
function meant(path: LabelPath, steps: readonly Step[], tokens: readonly Token[], language: string): readonly string[] {
  if (path.byForm.size === 0) return path.concepts
  const surfaces = steps.map(({ token }) => tokens[token]?.surface ?? '')
  return path.byForm.get(wordForms(surfaces, language)) ?? path.concepts
}

function longestAt(
  steps: readonly Step[],
  at: number,
  labels: LabelIndex,
  tokens: readonly Token[],
  serves: (path: LabelPath) => boolean,
): LabelPath | null {
  const first = steps[at]
  if (first === undefined) return null
  const candidates = labels.get(first.stem)
  if (candidates === undefined) return null
  for (const path of candidates) if (serves(path) && follows(steps, at, path.stems, tokens)) return path
  return null
}

function follows(steps: readonly Step[], at: number, stems: readonly string[], tokens: readonly Token[]): boolean {
  let token = steps[at]?.token ?? 0
  for (let offset = 1; offset < stems.length; offset++) {
    const step = steps[at + offset]
    if (step === undefined || step.stem !== stems[offset]) return false
    // A stop word may open the clause that the next step stands in, so every token passed is asked.
    while (token < step.token) if (tokens[++token]?.opensClause) return false
  }
  return true
}

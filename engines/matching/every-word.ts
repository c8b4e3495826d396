import type { Relation } from '../thesaurus/concept.ts'
import type { ConstraintOutcome } from './explanation.ts'
import type { Features } from './features.ts'
import { conceptTerm, type IndexState } from './index-state.ts'
import { isDocument, type Query, type SearchOptions } from './query.ts'
import { readQuery } from './query-reading.ts'

/** Words of a query that are insisted on; those after them only rank. One bit of an integer each. */
const MOST_WORDS = 31

/** A concept answers for a word when it is the one named or a narrower one: who asks for robots is served by cobots. */
const ANSWERS: ReadonlySet<Relation> = new Set(['same', 'narrower'])

/** A word insisted on. It is found where all terms of one of its `ways` are. */
export interface Demand {
  surface: string
  ways: readonly (readonly string[])[]
}

/** The words of a text query that every result must have, when `everyWord` asks for that; else none. */
export function demands(query: Query, options: SearchOptions, index: IndexState): readonly Demand[] {
  if (options.everyWord !== true || isDocument(query)) return []
  const { graph } = index.thesaurus
  const found = new Map<string, Demand>()
  for (const { token, words, meanings } of readQuery(query, index.thesaurus)) {
    const ways: (readonly string[])[] = []
    for (const { stem, parts } of words) ways.push([stem], ...(parts === null ? [] : [parts]))
    for (const concepts of meanings) {
      const [only] = concepts
      if (concepts.length > 1 || only === undefined) ways.push(concepts.map(conceptTerm))
      else
        for (const { concept, relation } of graph.neighbours(only)) {
          if (ANSWERS.has(relation)) ways.push([conceptTerm(concept)])
        }
    }
    const distinct = new Map(ways.map((way) => [way.join(' '), way]))
    const key = [...distinct.keys()].sort().join('|')
    if (!found.has(key)) found.set(key, { surface: token.surface, ways: [...distinct.values()] })
  }
  return [...found.values()].slice(0, MOST_WORDS)
}

/** Which slots meet every demand. */
export function demandsMet(wanted: readonly Demand[], index: IndexState): (slot: number) => boolean {
  if (wanted.length === 0) return () => true
  const met = new Int32Array(index.facts.rows)
  const seen = new Int32Array(index.facts.rows)
  wanted.forEach(({ ways }, position) => {
    const bit = 1 << position
    for (const way of ways) markWay(way, bit, met, seen, index)
  })
  const all = 2 ** wanted.length - 1
  return (slot) => met[slot] === all
}

// `seen` counts, for one way, how many of its terms a slot has had so far; it is zero again afterwards.
function markWay(way: readonly string[], bit: number, met: Int32Array, seen: Int32Array, index: IndexState): void {
  const terms = [...new Set(way)].map((term) => index.termCode(term))
  if (terms.includes(-1)) return
  terms.forEach((term, position) => {
    eachSlot(term, index, (slot) => {
      if (seen[slot] !== position) return
      seen[slot] = position + 1
      if (position === terms.length - 1) met[slot] = (met[slot] ?? 0) | bit
    })
  })
  const [first] = terms
  if (first !== undefined) eachSlot(first, index, (slot) => (seen[slot] = 0))
}

function eachSlot(term: number, index: IndexState, visit: (slot: number) => void): void {
  const list = index.postings.of(term)
  for (let at = 0; at < list.length; at += 2) visit(list[at] ?? 0)
}

/** The same for one document by its features, as a constraint. */
export function demandOutcomes(wanted: readonly Demand[], features: Features): ConstraintOutcome[] {
  if (wanted.length === 0) return []
  const concepts = new Set([...features.concepts.keys()].map(conceptTerm))
  const has = (term: string): boolean => features.words.has(term) || concepts.has(term)
  const found = wanted.filter(({ ways }) => ways.some((way) => way.every(has)))
  return [
    {
      code: 'every-word',
      by: 'filter',
      outcome: found.length === wanted.length ? 'held' : 'failed',
      asked: wanted.map(({ surface }) => surface),
      found: found.map(({ surface }) => surface),
    },
  ]
}

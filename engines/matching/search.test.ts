import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MatchDocument } from './document.ts'
import {
  arbitraryDocument,
  arbitraryDocuments,
  arbitraryOptions,
  arbitraryQuery,
  NOW,
} from './fixture/arbitrary-documents.ts'
import { allowed, ExhaustiveSearch } from './fixture/exhaustive-search.ts'
import { fixtureThesaurus as thesaurus } from './fixture/fixture-thesaurus.ts'
import { createIndex, type MatchIndex } from './index-store.ts'
import type { TextQuery } from './query.ts'

function indexOf(documents: readonly MatchDocument[]): MatchIndex {
  const index = createIndex({ thesaurus })
  for (const document of documents) index.upsert(document)
  return index
}

const RUNS = { numRuns: 300 }

describe('search', () => {
  it('lists exactly what scoring every document would list', () => {
    fc.assert(
      fc.property(arbitraryDocuments, arbitraryQuery, arbitraryOptions, (documents, query, options) => {
        fc.pre('side' in query || query.language !== undefined)
        const exhaustive = new ExhaustiveSearch(documents, thesaurus)
        const insisting = 'text' in query && options.everyWord === true
        const matches = indexOf(documents).search(query, { ...options, everyWord: false }).matches
        const expected = exhaustive.list(query, options)
        expect(matches.map(({ id, score }) => ({ id, score }))).toEqual(
          expected.map(({ id, score }) => ({ id, score })),
        )
        if (!insisting) return
        const unbounded = { ...options, limit: 1000, maxPerOrganisation: Number.POSITIVE_INFINITY, newcomers: false }
        const kept = exhaustive.list(query, unbounded).filter(({ id }) =>
          hasEveryWord(
            documents.find((document) => document.id === id),
            query,
          ),
        )
        expect(
          indexOf(documents)
            .search(query, unbounded)
            .matches.map(({ id }) => id),
        ).toEqual(kept.map(({ id }) => id))
      }),
      RUNS,
    )
  })

  it('never shows what a constraint forbids, nor more than asked for', () => {
    fc.assert(
      fc.property(arbitraryDocuments, arbitraryQuery, arbitraryOptions, (documents, query, options) => {
        const { matches } = indexOf(documents).search(query, options)
        expect(matches.length).toBeLessThanOrEqual(options.limit ?? 20)
        const cap = options.maxPerOrganisation ?? ('side' in query ? 2 : Number.POSITIVE_INFINITY)
        for (const { id, organisation } of matches) {
          const document = documents.find((one) => one.id === id)
          expect(document && allowed('side' in query ? query : undefined, document, options)).toBe(true)
          expect(matches.filter((match) => match.organisation === organisation).length).toBeLessThanOrEqual(cap)
        }
      }),
      RUNS,
    )
  })

  it('agrees with explain to the last bit, and the parts of both add up to the score', () => {
    fc.assert(
      fc.property(arbitraryDocuments, arbitraryQuery, arbitraryOptions, (documents, query, options) => {
        const index = indexOf(documents)
        for (const match of index.search(query, options).matches) {
          const why = index.explain(query, match.id, options)
          expect(why?.eligible).toBe(true)
          expect(why?.score).toBe(match.score)
          expect(why?.strength).toBe(match.strength)
          expect(why?.components).toEqual(match.components)
        }
      }),
      RUNS,
    )
  })

  it('lists a pair exactly when explain calls it eligible', () => {
    fc.assert(
      fc.property(arbitraryDocuments, arbitraryQuery, arbitraryOptions, (documents, query, options) => {
        const index = indexOf(documents)
        const unbounded = { ...options, limit: 1000, maxPerOrganisation: Number.POSITIVE_INFINITY, newcomers: false }
        const listed = index.search(query, unbounded).matches.map(({ id }) => id)
        const eligible = documents.map(({ id }) => id).filter((id) => index.explain(query, id, options)?.eligible)
        expect([...listed].sort()).toEqual(eligible.sort())
      }),
      RUNS,
    )
  })

  it('gives the same list whatever the order documents came in', () => {
    const shuffled = arbitraryDocuments.chain((documents) =>
      fc.record({
        documents: fc.constant(documents),
        reordered: fc.shuffledSubarray(documents, { minLength: documents.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, arbitraryQuery, arbitraryOptions, ({ documents, reordered }, query, options) => {
        const index = indexOf(documents)
        const first = index.search(query, options)
        expect(indexOf(reordered).search(query, options)).toEqual(first)
        expect(index.search(query, options)).toEqual(first)
      }),
      RUNS,
    )
  })

  it('begins a longer list with the shorter one', () => {
    fc.assert(
      fc.property(arbitraryDocuments, arbitraryQuery, arbitraryOptions, (documents, query, options) => {
        const index = indexOf(documents)
        const list = (limit: number) =>
          index.search(query, { ...options, limit, newcomers: false }).matches.map(({ id }) => id)
        expect(list(12).slice(0, 4)).toEqual(list(4))
      }),
      RUNS,
    )
  })
})

describe('an index that changes', () => {
  const change = fc.oneof(
    { weight: 3, arbitrary: arbitraryDocument(fc.constantFrom('d0', 'd1', 'd2', 'd3', 'd4', 'd5')) },
    { weight: 1, arbitrary: fc.constantFrom('d0', 'd1', 'd2', 'd3', 'd4', 'd5') },
  )

  it('answers as one built anew from what it holds', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), arbitraryQuery, arbitraryOptions, (changes, query, options) => {
        const index = createIndex({ thesaurus })
        const held = new Map<string, MatchDocument>()
        for (const one of changes) {
          if (typeof one === 'string') expect(index.remove(one)).toBe(held.delete(one))
          else {
            index.upsert(one)
            held.set(one.id, one)
          }
          index.search(query, options)
        }
        expect(index.size).toBe(held.size)
        for (const [id, document] of held) expect(index.get(id)).toEqual(JSON.parse(JSON.stringify(document)))
        expect(index.search(query, options)).toEqual(indexOf([...held.values()]).search(query, options))
      }),
      RUNS,
    )
  })

  it('answers as one built anew while it is written anew after many removals, whatever changes meanwhile', () => {
    const sample = fc.sample(arbitraryDocument(fc.constant('')), { numRuns: 4000, seed: 7 })
    const documents = sample.map((document, at) => ({ ...document, id: `d${at % 3000}`, organisation: `o${at % 700}` }))
    const held = new Map(documents.slice(0, 3000).map((document) => [document.id, document]))
    const index = indexOf([...held.values()])
    const queries = fc.sample(arbitraryQuery, { numRuns: 6, seed: 8 })
    for (let turn = 0; turn < 2000; turn++) {
      const id = `d${(turn * 7) % 3000}`
      index.remove(id)
      held.delete(id)
      const late = documents[3000 + turn]
      if (late && turn % 3 === 0) {
        index.upsert(late)
        held.set(late.id, late)
      }
      if (turn % 200 !== 199) continue
      const anew = indexOf([...held.values()])
      for (const query of queries)
        expect(index.search(query, { now: NOW, limit: 50 })).toEqual(anew.search(query, { now: NOW, limit: 50 }))
    }
  })
})

function hasEveryWord(document: MatchDocument | undefined, { text, language = 'en' }: TextQuery): boolean {
  if (document === undefined) return false
  const texts = [document.title, document.summary, document.keywords.join('; '), document.body]
  const readings = texts.map((one) => thesaurus.read(one, document.language))
  const stems = new Set(
    readings
      .flatMap(({ words }) => words.filter(({ stop }) => !stop))
      .flatMap((word) => [word.stem, ...(word.parts ?? [])]),
  )
  const concepts = new Set(readings.flatMap(({ mentions }) => mentions.flatMap((mention) => mention.concepts)))
  const asked = thesaurus.read(text, language)
  return asked.words.every((word, at) => {
    const token = asked.tokens[at]
    if (word.stop || token === undefined || stems.has(word.stem)) return true
    if (word.parts?.every((part) => stems.has(part))) return true
    const mentions = asked.mentions.filter(({ start, end }) => start <= token.start && token.end <= end)
    const partial = mentions.filter((mention) => mention.partial)
    const jointly = partial.length > 1 && partial.every((mention) => mention.concepts.some((one) => concepts.has(one)))
    return (
      jointly ||
      mentions.some((mention) => !mention.partial && mention.concepts.some((wanted) => servedBy(wanted, concepts)))
    )
  })
}

// The concept itself or one up to two steps narrower.
function servedBy(wanted: string, concepts: ReadonlySet<string>): boolean {
  const below = (id: string) => thesaurus.graph.narrower(id)
  return [wanted, ...below(wanted), ...below(wanted).flatMap(below)].some((concept) => concepts.has(concept))
}

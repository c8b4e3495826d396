import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ndcg, qualityOf, recall, reciprocalRank } from './metrics.ts'

const grades = new Map([
  ['a', 2],
  ['b', 1],
  ['c', 0],
])

describe('ndcg', () => {
  it('is 1 for the best order and counts places by their logarithm', () => {
    expect(ndcg(['a', 'b', 'c'], grades)).toBe(1)
    // Ideal 2/log2(2) + 1/log2(3); found 1/log2(2) + 2/log2(3).
    const log3 = Math.log2(3)
    expect(ndcg(['b', 'a'], grades)).toBeCloseTo((1 + 2 / log3) / (2 + 1 / log3), 12)
    // One relevant document at the third place of a query that has one: 1/log2(4).
    expect(ndcg(['x', 'y', 'z'], new Map([['z', 1]]))).toBeCloseTo(0.5, 12)
    expect(ndcg(['x', 'a'], grades, 1)).toBe(0)
  })

  it('never falls when a better document is moved up, and lies between 0 and 1', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f']
    fc.assert(
      fc.property(
        fc.shuffledSubarray(ids, { minLength: 6 }),
        fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 6, maxLength: 6 }),
        fc.nat(4),
        (ranked, given, at) => {
          const judged = new Map(ids.map((id, i) => [id, given[i] ?? 0]))
          const before = ndcg(ranked, judged)
          expect(before).toBeGreaterThanOrEqual(0)
          expect(before).toBeLessThanOrEqual(1 + 1e-12)
          const [upper = '', lower = ''] = ranked.slice(at, at + 2)
          if ((judged.get(lower) ?? 0) < (judged.get(upper) ?? 0)) return
          const swapped = ranked.toSpliced(at, 2, lower, upper)
          expect(ndcg(swapped, judged)).toBeGreaterThanOrEqual(before - 1e-12)
        },
      ),
    )
  })
})

describe('recall and reciprocal rank', () => {
  it('count what is relevant only', () => {
    expect(recall(['c', 'a'], grades)).toBe(0.5)
    expect(recall(['c', 'a', 'b'], grades, 2)).toBe(0.5)
    expect(reciprocalRank(['c', 'x', 'b', 'a'], grades)).toBeCloseTo(1 / 3, 12)
    expect(reciprocalRank(['c', 'x'], grades)).toBe(0)
  })
})

describe('qualityOf', () => {
  it('is the mean over the queries of which something relevant is known', () => {
    const judgements = new Map([
      ['found', new Map([['a', 1]])],
      ['missed', new Map([['a', 1]])],
      ['hopeless', new Map([['a', 0]])],
    ])
    const rankings = new Map([
      ['found', ['a']],
      ['missed', ['b']],
      ['hopeless', ['a']],
      ['unjudged', ['a']],
    ])
    expect(qualityOf(rankings, judgements)).toEqual({ ndcg10: 0.5, recall100: 0.5, mrr: 0.5, queries: 2 })
    expect(qualityOf(new Map(), judgements)).toEqual({ ndcg10: 0, recall100: 0, mrr: 0, queries: 0 })
  })
})

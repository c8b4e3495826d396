import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clusterPoints } from './clusters.ts'

const placed = fc
  .uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 4 }),
      count: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
      x: fc.integer({ min: -200, max: 1200 }),
      y: fc.integer({ min: -200, max: 1200 }),
    }),
    { selector: (point) => point.id, maxLength: 60 },
  )
  .map((points) => points.map(({ id, count, x, y }) => ({ item: { id, count }, position: { x, y } })))

describe('clusterPoints', () => {
  test('does not depend on the order of the points', () => {
    const shuffled = placed.chain((points) =>
      fc.tuple(fc.constant(points), fc.shuffledSubarray(points, { minLength: points.length })),
    )
    fc.assert(
      fc.property(shuffled, ([points, others]) => {
        expect(clusterPoints(others, 40)).toEqual(clusterPoints(points, 40))
      }),
    )
  })

  test('keeps every point once, and the sum of the counts', () => {
    fc.assert(
      fc.property(placed, (points) => {
        const clusters = clusterPoints(points, 40)
        const ids = clusters.flatMap((cluster) => cluster.items.map((item) => item.id))
        expect(ids.sort()).toEqual(points.map(({ item }) => item.id).sort())
        const sum = (totals: number[]) => totals.reduce((one, other) => one + other, 0)
        expect(sum(clusters.map((cluster) => cluster.total))).toBe(sum(points.map(({ item }) => item.count ?? 1)))
      }),
    )
  })

  test('no two clusters are nearer than the distance, and no member is farther from its cluster', () => {
    fc.assert(
      fc.property(placed, (points) => {
        const clusters = clusterPoints(points, 40)
        for (const one of clusters) {
          for (const other of clusters) {
            if (one !== other) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(40)
          }
          for (const { id } of one.items) {
            const at = points.find(({ item }) => item.id === id)?.position ?? { x: Number.NaN, y: Number.NaN }
            expect(Math.hypot(one.x - at.x, one.y - at.y)).toBeLessThan(40)
          }
        }
      }),
    )
  })

  test('stands at the place of its heaviest member', () => {
    const [cluster] = clusterPoints(
      [
        { item: { id: 'a' }, position: { x: 0, y: 0 } },
        { item: { id: 'b', count: 3 }, position: { x: 10, y: 0 } },
      ],
      40,
    )
    expect(cluster).toEqual({ id: 'b', x: 10, y: 0, items: [{ id: 'a' }, { id: 'b', count: 3 }], total: 4 })
  })

  test('goes from north to south', () => {
    const points = [
      { item: { id: 'south' }, position: { x: 0, y: 500 } },
      { item: { id: 'north' }, position: { x: 900, y: 10 } },
    ]
    expect(clusterPoints(points, 40).map((cluster) => cluster.id)).toEqual(['north', 'south'])
  })
})

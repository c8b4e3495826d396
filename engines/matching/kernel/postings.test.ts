import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Clause, Postings } from './postings.ts'

type Document = Map<number, number>
interface World {
  postings: Postings
  documents: (Document | null)[]
  even: ReturnType<Postings['newSet']>
}

/** Documents of terms by a skewed choice, so that some are in most documents and most in few. */
function worldOf(size: number, random: () => number): World {
  const postings = new Postings()
  const even = postings.newSet()
  const world: World = { postings, documents: [], even }
  for (let i = 0; i < size; i++) addTo(world, random)
  return world
}

function addTo({ postings, documents, even }: World, random: () => number): void {
  const document: Document = new Map()
  const length = 1 + Math.floor(random() * 12)
  for (let i = 0; i < length; i++) document.set(Math.floor(random() ** 4 * 3000), 1 + Math.floor(random() * 255))
  const slot = postings.add([...document].flat())
  postings.put(even, slot, slot % 2 === 0)
  documents[slot] = document
}

function removeFrom({ postings, documents }: World, slot: number): void {
  if (!documents[slot]) return
  documents[slot] = null
  postings.remove(slot)
}

function scoreOf(document: Document, clauses: readonly Clause[]): number {
  const best = (clause: Clause) => Math.max(...clause.map(({ term, weight }) => weight * (document.get(term) ?? 0)))
  return clauses.reduce((sum, clause) => sum + best(clause), 0)
}

function exhaustive({ documents }: World, clauses: readonly Clause[], onlyEven: boolean, limit: number) {
  return documents
    .flatMap((document, slot) => {
      const score = document && (!onlyEven || slot % 2 === 0) ? scoreOf(document, clauses) : 0
      return score > 0 ? [{ slot, score }] : []
    })
    .sort((a, b) => b.score - a.score || a.slot - b.slot)
    .slice(0, limit)
}

function bestOf({ postings, even }: World, clauses: readonly Clause[], onlyEven: boolean, limit: number) {
  const best: { slot: number; score: number }[] = []
  postings.search(clauses, onlyEven ? [[even]] : [], (slot, score) => {
    best.push({ slot, score })
    best.sort((a, b) => b.score - a.score || a.slot - b.slot)
    best.length = Math.min(best.length, limit)
    const last = best[limit - 1]
    if (!last) return 0
    postings.notAfter(last.slot)
    return last.score
  })
  return best
}

const member = fc.record({
  term: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 3500 })),
  weight: fc.integer({ min: 1, max: 65_535 }),
})
const clause = fc.oneof(
  { arbitrary: fc.tuple(member), weight: 4 },
  { arbitrary: fc.array(member, { minLength: 2, maxLength: 6 }), weight: 1 },
)
const distinct = (clauses: Clause[]) => {
  const known = new Set<number>()
  return clauses
    .map((one) => one.filter(({ term }) => !known.has(term) && known.add(term)))
    .filter((one) => one.length > 0)
}
const clauses = fc.array(clause, { minLength: 1, maxLength: 20 }).map(distinct)

describe('postings', () => {
  it('give exactly the best, whatever the query, filtered or not, sealed or not, with documents removed', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.nat({ max: 9000 }),
        fc.array(clauses, { minLength: 8, maxLength: 8 }),
        (seed, size, queries) => {
          const random = pseudoRandom(seed)
          const world = worldOf(size, random)
          queries.forEach((query, turn) => {
            const onlyEven = turn % 2 === 1
            expect(bestOf(world, query, onlyEven, 10)).toEqual(exhaustive(world, query, onlyEven, 10))
            for (let i = 0; i < size / 10; i++) removeFrom(world, Math.floor(random() * world.documents.length))
            for (let i = 0; i < 200; i++) addTo(world, random)
          })
        },
      ),
      { numRuns: 25 },
    )
  })

  it('know how many living documents have a term, and which, and how much', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat({ max: 9000 }), (seed, size) => {
        const random = pseudoRandom(seed)
        const world = worldOf(size, random)
        for (let turn = 0; turn < 4; turn++) {
          for (const term of [0, 1, 2, 5, 50, 500, 2500, 3_000_000]) {
            const having = world.documents.flatMap((document, slot) => (document?.has(term) ? [slot] : []))
            expect(world.postings.frequency(term)).toBe(having.length)
            const found = [...world.postings.of(term)].filter((_, at) => at % 2 === 0)
            expect(found.sort((a, b) => a - b)).toEqual(having)
            for (const slot of having.slice(0, 20))
              expect(world.postings.impact(term, slot)).toBe(world.documents[slot]?.get(term))
          }
          for (let i = 0; i < (turn + 1) * 900; i++) removeFrom(world, Math.floor(random() * world.documents.length))
          for (let i = 0; i < 3000; i++) addTo(world, random)
        }
      }),
      { numRuns: 10 },
    )
  })

  it('are the same when they are written term by term', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.nat({ max: 9000 }),
        fc.array(clauses, { minLength: 6, maxLength: 6 }),
        (seed, size, queries) => {
          const random = pseudoRandom(seed)
          const { postings, documents } = worldOf(size, random)
          const written = new Postings()
          const rows = written.open(size)
          const even = written.newSet()
          for (let slot = 0; slot < size; slot += 2) written.put(even, slot, true)
          for (let term = 0; term < 3000; term++) {
            const pairs = [...postings.of(term)].flatMap((slot, at, all) =>
              at % 2 === 0 ? [[slot, all[at + 1] ?? 0] as const] : [],
            )
            written.write(term, pairs.sort((a, b) => a[0] - b[0]).flat())
          }
          const world: World = { postings: written, documents: [...documents, ...Array(rows - size).fill(null)], even }
          for (let i = 0; i < 100; i++) addTo(world, random)
          for (const query of queries)
            expect(bestOf(world, query, true, 10)).toEqual(exhaustive(world, query, true, 10))
        },
      ),
      { numRuns: 10 },
    )
  })

  it('are the same when they are saved and opened, and go on from there', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.nat({ max: 9000 }),
        fc.array(clauses, { minLength: 6, maxLength: 6 }),
        (seed, size, queries) => {
          const random = pseudoRandom(seed)
          const { postings, documents } = worldOf(size, random)
          const saved = postings.save().slice()
          const opened = Postings.open(saved.length, (into) => into.set(saved))
          const [, even = opened.newSet()] = opened.sets
          const world: World = { postings: opened, documents, even }
          for (const query of queries) {
            expect(bestOf(world, query, true, 10)).toEqual(exhaustive(world, query, true, 10))
            for (let i = 0; i < size / 20; i++) removeFrom(world, Math.floor(random() * documents.length))
            for (let i = 0; i < 900; i++) addTo(world, random)
          }
        },
      ),
      { numRuns: 10 },
    )
  })

  it('are not opened when they are cut off or something else', () => {
    const { postings } = worldOf(10, pseudoRandom(1))
    const saved = postings.save().slice()
    expect(() => Postings.open(saved.length - 1, (into) => into.set(saved.subarray(0, -1)))).toThrow(RangeError)
    expect(() => Postings.open(saved.length, () => {})).toThrow(RangeError)
  })

  it('answer another thread the same, whose queries have no more terms than was said', () => {
    const random = pseudoRandom(7)
    const world = worldOf(9000, random)
    const lent = new Postings(world.postings.lend(3))
    const [, even = world.even] = lent.sets
    const query: Clause[] = [0, 3, 700].map((term) => [{ term, weight: 9 }])
    expect(bestOf({ ...world, postings: lent, even }, query, true, 10)).toEqual(exhaustive(world, query, true, 10))
    expect(bestOf(world, query, false, 10)).toEqual(exhaustive(world, query, false, 10))
    const longer: Clause[] = [...query, [{ term: 1, weight: 9 }]]
    expect(() => lent.search(longer, [], () => 0)).toThrow(RangeError)
  })
})

/** Mulberry32. */
function pseudoRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

import { closeSync, openSync, readFileSync, readSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Clause, type Filters, Postings } from '#engines/matching/kernel/postings.ts'
import { StringTable } from '#engines/matching/string-table.ts'
import { mean, quantile } from '../../quantile.ts'
import { type BenchQueries, CORPUS, documentBy, pseudoRandom } from '../corpus.ts'
import { CASES, type SayFigures } from '../engine.ts'
import { measureAllPairs } from './all-pairs.ts'
import type { OurIndex } from './ours.ts'

/** Bytes that a posting takes: its place in the window and its impact. */
const POSTING_BYTES = 3
const COMPARED_WITH_EXHAUSTIVE = 25
const UPDATES_A_SECOND = 5000
const UPDATE_SECONDS = 5

/** What is measured of ours beside its answers to the queries that all engines get. */
export async function measureMore(index: OurIndex, queries: BenchQueries, folder: string, say: SayFigures) {
  const bandwidth = measureBandwidth()
  for (const one of CASES) {
    const set = one.startsWith('short') ? queries.short : queries.long
    const filters = index.filtersOf(one.endsWith('filtered'))
    say(`${one} exact`, { ...compareWithExhaustive(index, set.slice(0, COMPARED_WITH_EXHAUSTIVE), filters) })
    say(`${one} floor`, floorOf(index, set, filters, bandwidth))
  }
  say('save and open', saveAndOpen(index, folder))
  await measureAllPairs(index, say)
  say('updates', measureUpdates(index, queries.long))
}

function compareWithExhaustive(index: OurIndex, queries: readonly string[][], filters: Filters) {
  let same = 0
  for (const words of queries) {
    const clauses = index.clausesOf(words)
    const { slots, scores } = index.best(clauses, filters)
    const wanted = exhaustive(index.postings, clauses, filters)
    if (wanted.every(([slot, score], i) => slots[i] === slot && scores[i] === score) && wanted.length === slots.length)
      same++
  }
  return { queries: queries.length, same }
}

/** Scores every document that has any of the terms. */
function exhaustive(postings: Postings, clauses: readonly Clause[], filters: Filters): [number, number][] {
  const sums = new Float64Array(postings.rows)
  for (const { term, weight } of clauses.flat()) {
    const found = postings.of(term)
    for (let at = 0; at < found.length; at += 2)
      sums[found[at] ?? 0] = (sums[found[at] ?? 0] ?? 0) + weight * (found[at + 1] ?? 0)
  }
  const scored: [number, number][] = []
  sums.forEach((score, slot) => {
    if (score > 0 && filters.every((group) => group.some((set) => postings.has(set, slot)))) scored.push([slot, score])
  })
  return scored.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 10)
}

/** How fast memory is copied, reading and writing counted, bytes a millisecond: the best of some. */
function measureBandwidth(): number {
  const from = new Uint8Array(256 << 20).fill(1)
  const to = new Uint8Array(from.length)
  let best = 0
  for (let i = 0; i < 5; i++) best = Math.max(best, (2 * from.length) / timed(() => to.set(from)))
  return best
}

function floorOf(index: OurIndex, queries: readonly string[][], filters: Filters, bandwidth: number) {
  const read: number[] = []
  const windows: number[] = []
  const taken: number[] = []
  const known: number[] = []
  for (const words of queries) {
    const clauses = index.clausesOf(words)
    // Both runs find its postings in the caches.
    const { threshold } = index.best(clauses, filters)
    taken.push(timed(() => index.best(clauses, filters)))
    const { postings, windows: visited } = index.postings.lastRead
    read.push(postings)
    windows.push(visited)
    known.push(timed(() => index.best(clauses, filters, threshold)))
  }
  const floor = (mean(read) * POSTING_BYTES) / bandwidth
  return {
    postings: mean(read),
    windows: mean(windows),
    bandwidthGBs: bandwidth / 1e6,
    floorMs: floor,
    meanMs: mean(taken),
    timesFloor: mean(taken) / floor,
    knownThresholdMs: mean(known),
    timesKnown: mean(taken) / mean(known),
  }
}

function saveAndOpen(index: OurIndex, folder: string) {
  const file = join(folder, 'postings')
  const strings = join(folder, 'strings')
  const saveMs = timed(() => {
    writeFileSync(file, index.postings.save())
    writeFileSync(strings, index.terms.save())
  })
  const readMs = timed(() => void readFileSync(file))
  const { size } = statSync(file)
  const openMs = timed(() => {
    const source = openSync(file, 'r')
    Postings.open(size, (into) => {
      for (let at = 0; at < size; ) at += readSync(source, into, at, Math.min(size - at, 1 << 26), at)
    })
    closeSync(source)
    StringTable.open(readFileSync(strings))
  })
  return { megabytes: size / 2 ** 20, saveMs, openMs, onlyReadMs: readMs }
}

/**
 * Long queries one after the other while documents are added, changed and removed in turn at a steady rate by the same
 * thread. An update that takes long keeps a query waiting, so the longest is told too.
 */
function measureUpdates(index: OurIndex, queries: readonly string[][]) {
  const random = pseudoRandom(CORPUS.seed + 2)
  const filters = index.filtersOf(true)
  const run = (words: readonly string[]) => timed(() => index.best(index.clausesOf(words), filters))
  const quiet = queries.map(run)
  const living = Array.from({ length: index.postings.rows }, (_, slot) => slot)
  const documents = Array.from({ length: 2000 }, () => documentBy(random))
  const removeOne = () => {
    const at = Math.floor(random() * living.length)
    index.remove(living[at] ?? 0)
    living[at] = living.at(-1) ?? 0
    living.pop()
  }
  const busy: number[] = []
  const updates: number[] = []
  const begun = performance.now()
  for (let query = 0; performance.now() - begun < UPDATE_SECONDS * 1000; query++) {
    while (updates.length < ((performance.now() - begun) / 1000) * UPDATES_A_SECOND) {
      const turn = updates.length % 3
      updates.push(
        timed(() => {
          if (turn > 0) removeOne()
          if (turn < 2) living.push(index.put(documents[updates.length % documents.length] ?? documentBy(random)))
        }),
      )
    }
    busy.push(run(queries[query % queries.length] ?? []))
  }
  const seconds = (performance.now() - begun) / 1000
  return {
    updatesPerSecond: updates.length / seconds,
    queries: busy.length,
    quietP99: quantile(quiet, 0.99),
    p99: quantile(busy, 0.99),
    timesQuiet: quantile(busy, 0.99) / quantile(quiet, 0.99),
    updateP99: quantile(updates, 0.99),
    longestUpdate: Math.max(...updates),
  }
}

function timed(work: () => void): number {
  const begun = performance.now()
  work()
  return performance.now() - begun
}

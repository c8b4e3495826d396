import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mean, quantile } from '../quantile.ts'
import { type BenchQueries, readDocuments } from './corpus.ts'
import { CASES, COMPARED, type OpenEngine, type Report, ROUNDS } from './engine.ts'

// Measures one engine in a process of its own: `engine-process.ts ENGINE CORPUS FOLDER BUDGET`.

const [name = '', corpus = '', folder = '', budget = ''] = process.argv.slice(2)
const say = (report: Report) => process.stdout.write(`${JSON.stringify(report)}\n`)
const queries: BenchQueries = JSON.parse(readFileSync(join(corpus, 'queries.json'), 'utf8'))
const heap = () => {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const before = heap()
const { open }: { open: OpenEngine } = await import(`./engines/${name}.ts`)
const engine = await open(queries, folder)
let documents = 0
let ms = 0
for (const batch of readDocuments(corpus)) {
  const begun = performance.now()
  await engine.add(batch)
  ms += performance.now() - begun
  documents += batch.length
}
const begun = performance.now()
const counted = await engine.finish()
ms += performance.now() - begun
say({
  kind: 'index',
  version: engine.version,
  documents,
  seconds: ms / 1000,
  bytes: counted ?? heap() - before,
  rss: process.memoryUsage.rss(),
})
for (const one of CASES) {
  const set = one.startsWith('short') ? queries.short : queries.long
  say({ kind: 'case', case: one, ...(await measure(set, one.endsWith('filtered'), Number(budget))) })
}
await engine.more?.((one, figures) => say({ kind: 'figure', case: one, figures }))
await engine.close?.()

/**
 * Times queries: once to warm up, then three times, of which the middle one counts, as long as there is time.
 * @param budgetMs for warming up, and again for measuring
 */
async function measure(set: readonly string[][], filtered: boolean, budgetMs: number) {
  const best: number[][] = []
  let until = performance.now() + budgetMs
  let warmed = 0
  for (const words of set) {
    const found = await engine.search(words, filtered)
    if (best.length < COMPARED) best.push(found)
    warmed++
    if (performance.now() > until) break
  }
  const times: number[][] = set.slice(0, warmed).map(() => [])
  until = performance.now() + budgetMs
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, taken] of times.entries()) {
      if (performance.now() > until) break
      const begun = performance.now()
      await engine.search(set[i] ?? [], filtered)
      taken.push(performance.now() - begun)
    }
  const middle = times.filter((taken) => taken.length > 0).map((taken) => quantile(taken, 0.5))
  return {
    p50: quantile(middle, 0.5),
    p99: quantile(middle, 0.99),
    mean: mean(middle),
    queries: middle.length,
    best,
  }
}

import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Lent } from '#engines/matching/kernel/postings.ts'
import { CORPUS, documentBy, pseudoRandom } from '../corpus.ts'
import type { SayFigures } from '../engine.ts'
import { bm25Weight } from './bm25.ts'
import type { OurIndex } from './ours.ts'

/** Most distinct terms of a need. */
const MEMBERS = 80
const SIZES = [500, 1000, 2000]

/** What a thread gets: its needs, each as the number of its terms and then each term and its weight. */
export interface PairsTask {
  lent: Lent
  needs: Uint32Array
}

/** The twenty best offers for each of many needs, every need a whole document, over all cores on one shared index. */
export async function measureAllPairs(index: OurIndex, say: SayFigures): Promise<void> {
  const threads = availableParallelism()
  const workers = Array.from({ length: threads }, () => new Worker(join(import.meta.dirname, 'all-pairs-worker.ts')))
  const lent = workers.map(() => index.postings.lend(MEMBERS))
  const ask = (tasks: readonly Uint32Array[]) =>
    Promise.all(
      tasks.map((needs, i) => {
        const worker = workers[i]
        const one = lent[i]
        if (!worker || !one) throw new RangeError('There are fewer threads than tasks.')
        worker.postMessage({ lent: one, needs } satisfies PairsTask)
        return once(worker, 'message')
      }),
    )
  const random = pseudoRandom(CORPUS.seed + 3)
  await ask(needsOf(index, random, 200, threads))
  for (const count of SIZES) {
    const tasks = needsOf(index, random, count, threads)
    const begun = performance.now()
    await ask(tasks)
    const seconds = (performance.now() - begun) / 1000
    const offers = index.documents / 2
    say('all pairs', {
      needs: count,
      threads,
      seconds,
      msPerNeed: (seconds * 1000) / count,
      pairsPerSecond: (count * offers) / seconds,
    })
  }
  await Promise.all(workers.map((worker) => worker.terminate()))
}

function needsOf(index: OurIndex, random: () => number, count: number, threads: number): Uint32Array[] {
  const tasks: number[][] = Array.from({ length: threads }, () => [])
  for (let need = 0; need < count; need++) {
    const terms = index.termsOf(documentBy(random).text)
    const weighted: number[] = []
    for (let at = 0; at < terms.length; at += 2) {
      const frequency = index.postings.frequency(terms[at] ?? 0)
      if (frequency > 0) weighted.push(terms[at] ?? 0, bm25Weight(index.documents, frequency))
    }
    tasks[need % threads]?.push(weighted.length / 2, ...weighted)
  }
  return tasks.map((task) => Uint32Array.from(task))
}

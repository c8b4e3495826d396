import { parentPort } from 'node:worker_threads'
import { type Clause, Postings } from '#engines/matching/kernel/postings.ts'
import type { PairsTask } from './all-pairs.ts'
import { Best, bestOf } from './best.ts'

/** The offers are the second set that the index made, after the living documents. */
const OFFERS = 1

let postings: Postings | undefined

parentPort?.on('message', ({ lent, needs }: PairsTask) => {
  postings ??= new Postings(lent)
  const offers = postings.sets[OFFERS]
  let found = 0
  for (let at = 0; at < needs.length; ) {
    const clauses: Clause[] = []
    for (let left = needs[at++] ?? 0; left > 0; left--)
      clauses.push([{ term: needs[at++] ?? 0, weight: needs[at++] ?? 0 }])
    found += bestOf(postings, clauses, offers ? [[offers]] : [], new Best(20)).slots.length
  }
  parentPort?.postMessage(found)
})

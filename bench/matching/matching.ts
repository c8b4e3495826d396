import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Print } from '../print.ts'
import { CORPUS, FILTER_SHARE, writeCorpus } from './corpus.ts'
import { CASES, type Report, ROUNDS } from './engine.ts'
import { PEERS } from './peers.ts'

export interface MatchingBench {
  /** Sizes of the corpus. */
  documents: number[]
  /** Engines by name; without any, those that can be expected to come to an end. */
  engines: string[]
  /** Queries of each case. */
  queries: number
  /** Seconds for warming up a case, and again for measuring it. */
  budget: number
}

type Case = Extract<Report, { kind: 'case' }>
type Measured = { index?: Extract<Report, { kind: 'index' }>; cases: Map<string, Case> }

/** Ours beside its peers: the same documents and queries, one engine after the other, each in a process of its own. */
export async function benchMatching(print: Print, options: MatchingBench): Promise<void> {
  print({ bench: 'matching', case: 'corpus', ...CORPUS, filterShare: FILTER_SHARE, ...options, rounds: ROUNDS })
  for (const documents of options.documents) {
    const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'))
    // PostgreSQL runs under an account of its own.
    chmodSync(folder, 0o755)
    try {
      writeCorpus(folder, documents, options.queries)
      const measured = new Map<string, Measured>()
      for (const engine of namesFor(documents, options.engines))
        measured.set(engine, await measure(print, engine, folder, documents, options.budget * 1000))
      compare(print, documents, measured)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

function namesFor(documents: number, asked: readonly string[]): string[] {
  return Object.keys(PEERS).filter((name) =>
    asked.length > 0 ? asked.includes(name) : documents <= (PEERS[name]?.most ?? 0),
  )
}

async function measure(print: Print, engine: string, corpus: string, documents: number, budget: number) {
  const measured: Measured = { cases: new Map() }
  const folder = join(corpus, engine)
  mkdirSync(folder)
  const [file, ...args] = PEERS[engine]?.command(folder, documents) ?? []
  if (!file) {
    print({ bench: 'matching', case: engine, engine, documents, installed: false })
    return measured
  }
  const child = spawn(file, [...args, corpus, folder, String(budget)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<number | string | null>((resolve) =>
    child.once('close', (code, signal) => resolve(signal ?? code)),
  )
  const about = { engine, documents }
  for await (const line of createInterface({ input: child.stdout })) {
    const report: Report = JSON.parse(line)
    if (report.kind === 'index') {
      measured.index = report
      const { version, seconds, bytes, rss } = report
      print({
        bench: 'matching',
        case: `${engine} index`,
        ...about,
        version,
        seconds,
        bytesPerDocument: bytes / documents,
        residentMB: rss / 2 ** 20,
      })
    } else if (report.kind === 'case') {
      measured.cases.set(report.case, report)
      const { p50, p99, mean, queries } = report
      print({ bench: 'matching', case: `${engine} ${report.case}`, ...about, p50, p99, mean, queries })
    } else print({ bench: 'matching', case: `${engine} ${report.case}`, ...about, ...report.figures })
  }
  const end = await ended
  if (end !== 0) print({ bench: 'matching', case: engine, ...about, failed: true, end })
  rmSync(folder, { recursive: true, force: true })
  return measured
}

/** How many times ours each engine takes; the share of its best ten that are ours too tells that it did the same work. */
function compare(print: Print, documents: number, measured: ReadonlyMap<string, Measured>): void {
  const ours = measured.get('ours')
  if (!ours) return
  for (const [engine, { index, cases }] of measured) {
    if (engine === 'ours' || !index || !ours.index) continue
    const about = { engine, documents }
    print({
      bench: 'matching',
      case: `${engine} / ours: index`,
      ...about,
      seconds: index.seconds / ours.index.seconds,
      bytes: index.bytes / ours.index.bytes,
    })
    for (const one of CASES) {
      const [theirs, own] = [cases.get(one), ours.cases.get(one)]
      if (!theirs || !own) continue
      print({
        bench: 'matching',
        case: `${engine} / ours: ${one}`,
        ...about,
        p50: theirs.p50 / own.p50,
        p99: theirs.p99 / own.p99,
        mean: theirs.mean / own.mean,
        sameBest: sameShare(theirs.best, own.best),
      })
    }
  }
}

function sameShare(a: readonly number[][], b: readonly number[][]): number {
  let same = 0
  let all = 0
  a.forEach((list, i) => {
    const other = new Set(b[i])
    if (!b[i]) return
    same += list.filter((one) => other.has(one)).length
    all += other.size
  })
  return same / Math.max(1, all)
}

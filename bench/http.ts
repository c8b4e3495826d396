import autocannon from 'autocannon'
import { pace } from './paced.ts'
import type { Print } from './print.ts'
import { quantile } from './quantile.ts'
import { type Poster, type Served, serve } from './served.ts'

interface Load {
  name: string
  /** Answers a second that it is to reach; half of them are to come quickly. */
  goal?: number
  /** Whether each request makes something new: none is then asked for a second time. */
  changes?: true
  requests: autocannon.Request[]
}

/** What is asked, by kind: each kind walks through many different addresses, so that no single answer is asked over and over. */
function loads({ posters, listings }: Served): Load[] {
  const boards = [
    'side=need',
    'side=offer',
    'country=DE',
    'country=FR',
    'kind=research',
    'language=de',
    'page=2',
    'sort=deadline',
  ]
  const details = (headers: Record<string, string>) =>
    listings.map(({ id }) => ({ method: 'GET' as const, path: `/api/listings/${id}`, headers }))
  const asPoster = ({ token }: Poster) => ({ authorization: `Bearer ${token}`, 'content-type': 'application/json' })
  return [
    {
      name: 'public pages',
      goal: 300,
      requests: [
        ...listings.slice(0, 400).map(({ reference }) => ({ method: 'GET' as const, path: `/listings/${reference}` })),
        ...boards.flatMap((query) =>
          [1, 2, 3, 4, 5].map((page) => ({ method: 'GET' as const, path: `/discover?${query}&page=${page}` })),
        ),
        { method: 'GET', path: '/' },
        { method: 'GET', path: '/organisations' },
      ],
    },
    {
      name: 'API reads, by visitors',
      goal: 2000,
      requests: [
        ...details({}),
        ...boards.map((query) => ({
          method: 'GET' as const,
          path: `/api/listings?${query.replace('=', query.startsWith('page') || query.startsWith('sort') ? '=' : '[]=')}`,
        })),
      ],
    },
    { name: 'API reads, with a token', requests: posters.slice(0, 1).flatMap((poster) => details(asPoster(poster))) },
    {
      name: 'API writes, for many organisations',
      changes: true,
      goal: 300,
      requests: posters.map((poster) => ({
        method: 'POST',
        path: '/api/listings',
        headers: asPoster(poster),
        body: JSON.stringify({
          organisation: poster.organisation,
          side: 'need',
          title: 'Looking for a laboratory that measures iodine in seaweed',
        }),
      })),
    },
  ]
}

/** Asks for each address once, a few at a time. */
async function once(url: string, { requests }: Load) {
  const times: number[] = []
  const waiting = [...requests]
  const one = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const begun = performance.now()
      await fetch(url + next.path, { headers: (next.headers ?? {}) as Record<string, string> }).then((answer) =>
        answer.text(),
      )
      times.push(performance.now() - begun)
    }
  }
  await Promise.all([one(), one(), one(), one()])
  return { p50Ms: quantile(times, 0.5), p99Ms: quantile(times, 0.99) }
}

interface Asked {
  connections: number
  seconds: number
  workers?: number
}

async function fire(url: string, { requests }: Load, { connections, seconds, workers }: Asked) {
  const result = await autocannon({
    url,
    requests,
    connections,
    duration: seconds,
    // Each connection begins elsewhere in the list: otherwise all ask for the same at the same time.
    ...(workers ? { workers } : { setupClient: (client) => client.setRequests(fromAnywhere(requests)) }),
  })
  const answered = result['2xx'] / result.duration
  return {
    perSecond: answered,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    refused503: (result.statusCodeStats as Record<string, { count: number }>)['503']?.count ?? 0,
    otherErrors:
      result.non2xx +
      result.errors -
      ((result.statusCodeStats as Record<string, { count: number }>)['503']?.count ?? 0),
  }
}

function fromAnywhere<Item>(items: readonly Item[]): Item[] {
  const start = Math.floor(Math.random() * items.length)
  return [...items.slice(start), ...items.slice(0, start)]
}

/** The slowest answer of /health, milliseconds, while something else goes on. */
async function healthDuring(url: string, going: Promise<unknown>): Promise<number> {
  let over = false
  void going.finally(() => {
    over = true
  })
  let slowest = 0
  while (!over) {
    const begun = performance.now()
    await fetch(`${url}/health`).then((answer) => answer.text())
    slowest = Math.max(slowest, performance.now() - begun)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return slowest
}

/**
 * The server on loopback, with the load, the database and the server sharing the machine: what it answers at most, how
 * long it takes at half of the goal, and what becomes of a crowd of 400 connections that never rest.
 */
export async function benchHttp(
  print: Print,
  { listings, seconds }: { listings: number; seconds: number },
): Promise<void> {
  const served = await serve({ listings, port: 3999 })
  try {
    print({ bench: 'http', case: 'at rest', listings, startMs: await served.startMs(), memoryMB: served.memory() })
    for (const load of loads(served)) {
      if (!load.changes)
        print({ bench: 'http', case: load.name, load: 'each for the first time', ...(await once(served.url, load)) })
      const full = await fire(served.url, load, { connections: 32, seconds })
      print({ bench: 'http', case: load.name, load: 'full', ...full })
      const rate = (load.goal ?? full.perSecond) / 2
      const half = await pace(served.url, load.requests, rate, seconds)
      print({ bench: 'http', case: load.name, load: `half of ${load.goal ? 'the goal' : 'that'}`, ...half })
      // From a thread of its own, so that what is asked of /health meanwhile waits for the server alone.
      const crowd = fire(served.url, load, { connections: 400, seconds, workers: 1 })
      const slowestHealthMs = await healthDuring(served.url, crowd)
      print({ bench: 'http', case: load.name, load: '400 connections', ...(await crowd), slowestHealthMs })
    }
    print({ bench: 'http', case: 'afterwards', memoryMB: served.memory() })
  } finally {
    await served.stop()
  }
}

import autocannon from 'autocannon'
import type { Print } from './print.ts'
import { type Served, serve } from './served.ts'

interface Load {
  name: string
  requests: autocannon.Request[]
}

/** What is asked, by kind: each kind walks through many different addresses, so that no single answer is asked over and over. */
function loads({ token, organisation, listings }: Served): { pages: Load; reads: Load; writes: Load } {
  const bearer = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
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
  return {
    pages: {
      name: 'public pages',
      requests: [
        ...listings.slice(0, 400).map(({ reference }) => ({ method: 'GET' as const, path: `/listings/${reference}` })),
        ...boards.flatMap((query) =>
          [1, 2, 3, 4, 5].map((page) => ({ method: 'GET' as const, path: `/discover?${query}&page=${page}` })),
        ),
        { method: 'GET', path: '/' },
        { method: 'GET', path: '/organisations' },
      ],
    },
    reads: {
      name: 'API reads',
      requests: [
        ...listings.map(({ id }) => ({ method: 'GET' as const, path: `/api/listings/${id}` })),
        ...boards.map((query) => ({
          method: 'GET' as const,
          path: `/api/listings?${query.replace('=', query.startsWith('page') || query.startsWith('sort') ? '=' : '[]=')}`,
        })),
      ],
    },
    writes: {
      name: 'API writes',
      requests: [
        {
          method: 'POST',
          path: '/api/listings',
          headers: bearer,
          body: JSON.stringify({
            organisation,
            side: 'need',
            title: 'Looking for a laboratory that measures iodine in seaweed',
          }),
        },
      ],
    },
  }
}

interface Asked {
  connections: number
  seconds: number
  /** Requests a second at most; absent: as many as it answers. */
  rate?: number
}

async function fire(url: string, { requests }: Load, { connections, seconds, rate }: Asked) {
  const result = await autocannon({
    url,
    requests,
    connections,
    duration: seconds,
    ...(rate ? { overallRate: Math.max(1, Math.round(rate)) } : {}),
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
 * long it takes at half of that, and what becomes of five times as much.
 */
export async function benchHttp(
  print: Print,
  { listings, seconds }: { listings: number; seconds: number },
): Promise<void> {
  const served = await serve({ listings, port: 3999 })
  try {
    const { pages, reads, writes } = loads(served)
    print({ bench: 'http', case: 'at rest', listings, startMs: await served.startMs(), memoryMB: served.memory() })
    for (const load of [pages, reads, writes]) {
      await fire(served.url, load, { connections: 16, seconds: Math.min(5, seconds) })
      const full = await fire(served.url, load, { connections: 32, seconds })
      print({ bench: 'http', case: load.name, load: 'full', ...full })
      const half = await fire(served.url, load, { connections: 32, seconds, rate: full.perSecond / 2 })
      print({ bench: 'http', case: load.name, load: 'half', ...half })
    }
    const crowd = fire(served.url, pages, { connections: 400, seconds })
    const healthMs = await healthDuring(served.url, crowd)
    print({
      bench: 'http',
      case: 'five times too much',
      load: '400 connections',
      ...(await crowd),
      slowestHealthMs: healthMs,
    })
    print({ bench: 'http', case: 'afterwards', memoryMB: served.memory() })
  } finally {
    await served.stop()
  }
}

import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Request } from 'autocannon'
import { quantile } from './quantile.ts'

/** Milliseconds between two looks at how many requests are due. */
const BEAT = 4

export interface Paced {
  perSecond: number
  p50Ms: number
  p99Ms: number
  refused503: number
  otherErrors: number
}

/**
 * Sends requests at an even pace, whatever becomes of those before: each is timed from when it was due. (autocannon keeps
 * a rate by sending a second's requests at the beginning of the second, which measures how long such a crowd waits.)
 */
export async function pace(url: string, requests: readonly Request[], rate: number, seconds: number): Promise<Paced> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  const { hostname, port } = new URL(url)
  const times: number[] = []
  const statuses = new Map<number, number>()
  const open: Promise<void>[] = []
  const begun = performance.now()
  for (let sent = 0; sent < rate * seconds; ) {
    const due = Math.min(rate * seconds, Math.floor(((performance.now() - begun) / 1000) * rate) + 1)
    for (; sent < due; sent++) {
      const asked = requests[(sent * 7919) % requests.length]
      if (asked) open.push(ask(asked, begun + (sent / rate) * 1000))
    }
    await pause(BEAT)
  }
  await Promise.all(open)
  agent.destroy()
  const answered = statuses.get(200) ?? 0
  return {
    perSecond: answered / seconds,
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
    refused503: statuses.get(503) ?? 0,
    otherErrors: open.length - answered - (statuses.get(503) ?? 0),
  }

  function ask({ method = 'GET', path = '/', headers = {}, body }: Request, due: number): Promise<void> {
    return new Promise((resolve) => {
      const length = body ? { 'content-length': String(Buffer.byteLength(body)) } : {}
      const sent = request(
        { agent, hostname, port, method, path, headers: { ...headers, ...length } as Record<string, string> },
        (answer) => {
          answer.resume()
          answer.once('end', () => {
            const status = answer.statusCode ?? 0
            statuses.set(status, (statuses.get(status) ?? 0) + 1)
            if (status === 200) times.push(performance.now() - due)
            resolve()
          })
        },
      )
      sent.once('error', () => resolve())
      sent.end(body)
    })
  }
}

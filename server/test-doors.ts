import { AsyncLocalStorage } from 'node:async_hooks'
import { ORPCError } from '@orpc/server'
import { sql } from 'drizzle-orm'
import { authOf } from '#capabilities/people/service/auth.ts'
import { CLIENT_HEADER } from '#platform/auth/limits.ts'
import type { Db } from '#platform/db/database.ts'
import type { Platform } from '#platform/platform.ts'
import { createApp } from './app.ts'
import { clientFor } from './client.ts'
import { createMetrics } from './metrics.ts'
import type { Operation } from './operations.ts'
import { problemBody } from './rest.ts'
import { actorOf } from './session.ts'
import { keepVisitorAnswers } from './visitor-answers.ts'

export const doorNames = ['client', 'rest', 'mcp'] as const
export type DoorName = (typeof doorNames)[number]

/** What a door answered: the body of a success, or the problem. */
export interface Answer {
  status: number
  body: unknown
}

/** The headers that say who asks. */
export type Credentials = Record<string, string>

/**
 * The doors of a platform, all on one database that can be put back: what happens within `rolledBack` is undone at its
 * end.
 */
export function testDoors(base: Platform) {
  const open = new AsyncLocalStorage<Db>()
  const { db: pool } = base.database
  const db = new Proxy(pool, {
    get(_, name) {
      const current = open.getStore() ?? pool
      const value: unknown = Reflect.get(current, name)
      return typeof value === 'function' ? value.bind(current) : value
    },
  })
  const platform: Platform = { ...base, database: { ...base.database, db } }
  const auth = authOf(platform)
  const answers = keepVisitorAnswers(() => platform.clock.now().getTime())
  const app = createApp({
    platform,
    auth,
    answers,
    pages: async () => new Response(null, { status: 404 }),
    metrics: createMetrics(),
    ready: async () => ({ ready: true }),
    development: false,
  })
  const { origin } = platform.config

  async function fetch(path: string, who: Credentials, init: RequestInit = {}): Promise<Response> {
    answers.forget()
    return app.fetch(
      new Request(`${origin}${path}`, { ...init, headers: { origin, ...toRecord(init.headers), ...who } }),
    )
  }

  const doors: Record<DoorName, (operation: Operation, input: object, who: Credentials) => Promise<Answer>> = {
    client: async ({ path }, input, who) => {
      try {
        const headers = new Headers({ ...who, [CLIENT_HEADER]: '0.0.0.0' })
        const { actor } = await actorOf(platform, auth, headers)
        const verb = path.reduce<unknown>(
          (node, name) => (node as Record<string, unknown>)[name],
          clientFor({ platform, actor, door: 'page', headers }),
        ) as (input: object) => Promise<unknown>
        return { status: 200, body: await verb(input) }
      } catch (error) {
        if (!(error instanceof ORPCError)) throw error
        return { status: error.status, body: problemBody(error) }
      }
    },
    rest: async (operation, input, who) => {
      const { path, ...init } = restRequest(operation, input)
      const answer = await fetch(path, who, init)
      const isJson = /json/.test(answer.headers.get('content-type') ?? '')
      return { status: answer.status, body: isJson ? await answer.json() : await answer.text() }
    },
    mcp: async ({ tool }, input, who) => {
      const answer = await fetch('/mcp', who, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
        body: JSON.stringify({
          jsonrpc: '2.0',
          id: 1,
          method: 'tools/call',
          params: { name: tool, arguments: input },
        }),
      })
      const { result, error } = (await answer.json()) as McpAnswer
      if (!result) return { status: 500, body: error }
      const [first] = result.content
      const body: unknown = first?.type === 'text' ? JSON.parse(first.text) : first
      return { status: result.isError ? (body as { status: number }).status : 200, body }
    },
  }

  return {
    platform,
    fetch,
    /** The whole of HTTP, for a server that listens. */
    serve: app.fetch,

    /** Whether an operation can be asked for at a door: agents need no browser's, and send no files. */
    leadsTo: (door: DoorName, { tool }: Operation) => door !== 'mcp' || tool !== null,

    ask: (door: DoorName, operation: Operation, input: object, who: Credentials) => doors[door](operation, input, who),

    /** Runs in a transaction that is taken back, in which nothing is left to be checked at its end. */
    async rolledBack<Result>(run: (db: Db) => Promise<Result>): Promise<Result> {
      const undone = new Error('taken back')
      let result: { is: Result } | undefined
      await pool
        .transaction(async (tx) => {
          await tx.execute(sql`set constraints all immediate`)
          result = { is: await open.run(tx, () => run(tx)) }
          throw undone
        })
        .catch((error: unknown) => {
          if (error !== undone) throw error
        })
      if (!result) throw new Error('the transaction ended early')
      return result.is
    },
  }
}

export type TestDoors = ReturnType<typeof testDoors>

interface McpAnswer {
  result?: { isError?: boolean; content: { type: string; text: string }[] }
  error?: unknown
}

/** A request to the REST API, as its OpenAPI document describes it. */
export function restRequest({ method, address }: Operation, input: object): RequestInit & { path: string } {
  const left: Record<string, unknown> = { ...input }
  const path = address.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(left[name] ?? '')
    delete left[name]
    return encodeURIComponent(value)
  })
  const fields = Object.entries(left).flatMap(([name, value]) => bracketed(name, value))
  if (method === 'GET') {
    const query = new URLSearchParams(fields.map(([name, value]) => [name, String(value)]))
    return { method, path: `/api${path}${query.size > 0 ? `?${query}` : ''}` }
  }
  if (fields.some(([, value]) => value instanceof File)) {
    const body = new FormData()
    for (const [name, value] of fields) body.append(name, value instanceof File ? value : String(value))
    return { method, path: `/api${path}`, body }
  }
  return { method, path: `/api${path}`, headers: { 'content-type': 'application/json' }, body: JSON.stringify(left) }
}

/** A value as fields of a form or a query. */
export function bracketed(name: string, value: unknown): [string, unknown][] {
  if (Array.isArray(value)) return value.flatMap((each, at) => bracketed(`${name}[${at}]`, each))
  if (value !== null && typeof value === 'object' && !(value instanceof File))
    return Object.entries(value).flatMap(([key, each]) => bracketed(`${name}[${key}]`, each))
  return value === undefined ? [] : [[name, value]]
}

function toRecord(headers: RequestInit['headers']): Record<string, string> {
  return Object.fromEntries(new Headers(headers))
}

import { call } from '@orpc/server'
import type { RequestContext } from '#platform/procedure.ts'
import { operations } from '#server/operations.ts'
import { UsageError } from './session.ts'

/** The operations whose name or summary holds the words, as lines for the terminal. */
export function listOperations(words: string | undefined) {
  const wanted = (words ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const rows = operations
    .filter(({ name, summary }) => wanted.every((word) => `${name} ${summary}`.toLowerCase().includes(word)))
    .map(({ name, summary, meta, method, address }) => ({ name, summary, ...meta, method, address }))
  const widest = Math.max(0, ...rows.map(({ name }) => name.length))
  return { rows, lines: rows.map(({ name, summary }) => `${name.padEnd(widest)}  ${summary}`) }
}

/**
 * Carries out any operation by its dotted name.
 * @param text its input as JSON; left out: an empty object
 * @throws UsageError for an unknown name, with those that are like it, and for what is no JSON
 */
export async function callOperation(context: RequestContext, name: string, text: string | undefined): Promise<unknown> {
  const found = operations.find((operation) => operation.name === name)
  if (!found) {
    const last = name.split('.').at(-1)?.toLowerCase() ?? ''
    const like = operations.filter((operation) => operation.name.toLowerCase().includes(last)).slice(0, 5)
    const hint = like.length > 0 ? ` Did you mean ${like.map((operation) => operation.name).join(', ')}?` : ''
    throw new UsageError(`No operation is called "${name}".${hint} "entente operations" lists them all.`)
  }
  return call(found.procedure, parsed(text ?? '{}'), { context, path: found.path })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(
      `The input is not JSON (${error instanceof Error ? error.message : error}). Put it in quotes: '{"id": "…"}'`,
    )
  }
}

import { type AnyProcedure, isProcedure } from '@orpc/server'
import { z } from 'zod'
import type { ProcedureMeta } from '#platform/procedure.ts'
import { router } from './api.ts'

/** One operation of the product, as the doors that are made from the list of operations see it. */
export interface Operation {
  /** Its place in the router: `listings.review.approve`. */
  path: string[]
  name: string
  summary: string
  description: string | undefined
  method: string
  address: string
  meta: ProcedureMeta
  /** Its name as a tool of the MCP door; null where it is none. */
  tool: string | null
  input: z.ZodType
  output: z.ZodType
  procedure: AnyProcedure
}

/**
 * What is done only at a browser, as it reads or sets a session's cookie: signing in and out, and the links in mails that
 * lead there. An agent comes with a token of its own, so these are no tools.
 */
const atBrowser = new Set(['person.enter'])

/** Whether it cannot be asked for without a file, which an agent has no way to send. */
function needsFile(input: z.ZodType): boolean {
  return input instanceof z.ZodObject && Object.values(input.shape).some((field) => field instanceof z.ZodFile)
}

/** The operations of a tree of procedures. @throws Error for one that does not say what it is and who may do it */
export function collect(node: object, path: string[]): Operation[] {
  if (isProcedure(node)) {
    const { route, meta, inputSchema, outputSchema } = node['~orpc']
    const declared = meta as Partial<ProcedureMeta>
    const name = path.join('.')
    if (!declared.action || !declared.effect) throw new Error(`${name} declares no action`)
    if (!(inputSchema instanceof z.ZodType) || !(outputSchema instanceof z.ZodType))
      throw new Error(`${name} does not say what goes in and what comes out`)
    if (!route.path || !route.method || !route.summary) throw new Error(`${name} has no address or summary`)
    return [
      {
        path,
        name,
        summary: route.summary,
        description: route.description,
        method: route.method,
        address: route.path,
        meta: { action: declared.action, effect: declared.effect },
        tool: atBrowser.has(declared.action) || needsFile(inputSchema) ? null : path.join('_'),
        input: inputSchema,
        output: outputSchema,
        procedure: node,
      },
    ]
  }
  return Object.entries(node).flatMap(([key, child]) => collect(child, [...path, key]))
}

/**
 * Every operation. An operation that declares no action of a policy, no input or no output keeps the process from
 * starting.
 */
export const operations: readonly Operation[] = collect(router, [])

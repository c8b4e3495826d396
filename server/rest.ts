import { SmartCoercionPlugin } from '@orpc/json-schema'
import { OpenAPIGenerator } from '@orpc/openapi'
import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { ORPCError } from '@orpc/server'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { answerTo, Problem, type ProblemData } from '#platform/errors.ts'
import { say } from '#platform/i18n/messages.ts'
import type { Platform } from '#platform/platform.ts'
import type { RequestContext } from '#platform/procedure.ts'
import { router } from './api.ts'
import { operations } from './operations.ts'
import { retryAfter } from './problem-response.ts'

const schemaConverters = [new ZodToJsonSchemaConverter()]

/** RFC 9457: what every refused request answers, at every door. */
export function problemBody(error: ORPCError<string, unknown>) {
  const facts = error.data as Partial<ProblemData> | undefined
  return {
    type: 'about:blank',
    status: error.status,
    title: error.message,
    reason: facts?.reason ?? (error.status < 500 ? error.code.toLowerCase() : 'unexpected'),
    fields: facts?.fields ?? [],
    ...(facts?.details ? { details: facts.details } : {}),
  }
}

const isProblem = ({ data }: ORPCError<string, unknown>) =>
  (data as Partial<ProblemData> | undefined)?.reason !== undefined

/** What goes wrong without being a refusal has its sentence here, where the reader's language is known. */
const handler = new OpenAPIHandler<RequestContext>(router, {
  plugins: [new SmartCoercionPlugin({ schemaConverters })],
  customErrorResponseBodyEncoder: problemBody,
  clientInterceptors: [
    async ({ next, context }) => {
      try {
        return await next()
      } catch (error) {
        if (error instanceof ORPCError && (error.status < 500 || isProblem(error))) throw error
        // The procedure has noted it.
        throw answerTo(new Problem('unexpected', 'platform:errors.unexpected'), (said) => say(context.locale, said))
      }
    },
  ],
  interceptors: [
    async ({ next, context }) => {
      try {
        return await next()
      } catch (error) {
        if (error instanceof ORPCError) throw error
        throw new ORPCError<string, ProblemData>('BAD_REQUEST', {
          message: say(context.locale, { key: 'platform:errors.malformed' }),
          data: { reason: 'malformed', fields: [] },
          cause: error,
        })
      }
    },
  ],
})

/**
 * Answers a request to the REST API.
 * @returns null where no operation has this method and path
 */
export async function answerRest(request: Request, context: RequestContext): Promise<Response | null> {
  const { matched, response } = await handler.handle(request, { prefix: '/api', context })
  if (!matched) return null
  if (response.status >= 400) response.headers.set('Content-Type', 'application/problem+json')
  if (response.status === 429) {
    const { details } = (await response.clone().json()) as { details?: unknown }
    for (const [name, value] of Object.entries(retryAfter(details))) response.headers.set(name, value)
  }
  for (const [name, value] of context.answerHeaders) response.headers.append(name, value)
  return response
}

let document: Promise<object> | undefined

/** The OpenAPI 3.1 description of every operation. */
export function openApiDocument({ config }: Platform): Promise<object> {
  document ??= describe(config.origin)
  return document
}

type Described = { paths?: Record<string, Record<string, object | undefined> | undefined> }

async function describe(origin: string): Promise<object> {
  const described = await new OpenAPIGenerator({ schemaConverters }).generate(router, {
    info: {
      title: 'Entente',
      version: '1',
      description:
        'Everything the site does, for programs. Authenticate with a personal access token: `Authorization: Bearer ent_…`. ' +
        'Send `Idempotency-Key` with a change to be able to repeat the request safely for 24 hours. ' +
        'Refusals are RFC 9457 problems with a sentence, a reason and the fields concerned.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: `${origin}/api` }],
    security: [{ token: [] }, {}],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  })
  for (const { method, address, meta, tool } of operations) {
    const operation = (described as Described).paths?.[address]?.[method.toLowerCase()]
    // What OpenAPI has no word for: the scope a token needs, and what the operation is called at the MCP door.
    if (operation) Object.assign(operation, { 'x-scope': meta.effect, ...(tool ? { 'x-tool': tool } : {}) })
  }
  return described
}

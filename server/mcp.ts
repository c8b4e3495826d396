import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import { CallToolRequestSchema, ListToolsRequestSchema, type Tool } from '@modelcontextprotocol/sdk/types.js'
import { call, ORPCError } from '@orpc/server'
import { z } from 'zod'
import type { RequestContext } from '#platform/procedure.ts'
import { type Operation, operations } from './operations.ts'
import { problemBody } from './rest.ts'

/** Every operation that makes sense without a browser and without a file to send as a tool, with the same input, output and rights. */
const tools = new Map<string, { operation: Operation; tool: Tool }>(
  operations.flatMap((operation) =>
    operation.tool ? [[operation.tool, { operation, tool: describe(operation, operation.tool) }] as const] : [],
  ),
)

function describe({ summary, description, input, meta }: Operation, name: string): Tool {
  return {
    name,
    title: summary,
    description: description ? `${summary}. ${description}` : summary,
    inputSchema: { ...(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as object), type: 'object' },
    annotations: { readOnlyHint: meta.effect === 'read', openWorldHint: false },
  }
}

function serverFor(context: RequestContext): Server {
  const server = new Server({ name: 'entente', version: '1' }, { capabilities: { tools: {} } })
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: [...tools.values()].map(({ tool }) => tool) }))
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const found = tools.get(params.name)
    if (!found) return refusal({ status: 404, title: `No tool is called "${params.name}"` })
    try {
      const answer = await call(found.operation.procedure, params.arguments ?? {}, {
        context,
        path: found.operation.path,
      })
      return answer instanceof File ? await fileAnswer(answer, found.operation, context) : success(answer)
    } catch (error) {
      if (!(error instanceof ORPCError) || error.status >= 500) throw new Error('Something went wrong on our side')
      return refusal(problemBody(error))
    }
  })
  return server
}

function success(answer: unknown) {
  const content = [{ type: 'text' as const, text: JSON.stringify(answer ?? {}) }]
  // The protocol knows structured answers only as objects.
  return Array.isArray(answer) ? { content } : { content, structuredContent: (answer ?? {}) as Record<string, unknown> }
}

async function fileAnswer(file: File, { address }: Operation, { platform }: RequestContext) {
  const blob = Buffer.from(await file.arrayBuffer()).toString('base64')
  const uri = `${platform.config.origin}/api${address}#${encodeURIComponent(file.name)}`
  return { content: [{ type: 'resource' as const, resource: { uri, mimeType: file.type, blob } }] }
}

function refusal(problem: object) {
  return { isError: true, content: [{ type: 'text' as const, text: JSON.stringify(problem) }] }
}

/** Answers one message of the Model Context Protocol (streamable HTTP, no session: each message carries its token). */
export async function answerMcp(request: Request, context: RequestContext): Promise<Response> {
  // Nothing is ever told unasked, so there is no stream to listen to: one would only stay open.
  if (request.method !== 'POST')
    return Response.json(
      { jsonrpc: '2.0', error: { code: -32000, message: 'Method not allowed' }, id: null },
      { status: 405, headers: { Allow: 'POST' } },
    )
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true })
  const server = serverFor(context)
  await server.connect(transport)
  return transport.handleRequest(request)
}

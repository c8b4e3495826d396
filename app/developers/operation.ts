import type { ApiDocument, Found, Schema } from './document.ts'
import { type FieldRow, fieldsOf, sampleOf, typeOf } from './fields.ts'

/** One operation as its page shows it. */
export interface OperationView {
  id: string
  method: string
  path: string
  summary: string
  description: string
  scope: 'read' | 'write'
  tool: string | null
  parameters: FieldRow[]
  body: FieldRow[]
  answer: FieldRow[]
  /** What comes back where it is no object: `string (binary)`. */
  answerType: string
  curl: string
}

/** What an operation is called in addresses: `listings.review.list`. */
export function idOf({ method, path, operation }: Found): string {
  return operation.operationId ?? `${method}-${path.replaceAll(/\W+/g, '-')}`
}

/** Everything about one operation that a program needs to know. */
export function describeOperation(
  document: ApiDocument,
  origin: string,
  { method, path, operation }: Found,
): OperationView {
  const { parameters = [], requestBody, responses = {} } = operation
  const body = contentOf(requestBody?.content)
  const success = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1]
  const answer = contentOf(success?.content)
  return {
    id: idOf({ method, path, operation }),
    method,
    path: `/api${path}`,
    summary: operation.summary ?? path,
    description: operation.description ?? '',
    scope: operation['x-scope'] ?? 'read',
    tool: operation['x-tool'] ?? null,
    parameters: parameters.map(({ name, required, schema = {}, description }) => {
      const [row] = fieldsOf(document, {
        properties: { [name]: description ? { ...schema, description } : schema },
        required: required ? [name] : [],
      })
      return row ?? { name, required: required ?? false, type: typeOf(document, schema), text: '' }
    }),
    body: fieldsOf(document, body?.schema),
    answer: fieldsOf(document, answer?.schema),
    answerType: answer?.schema ? typeOf(document, answer.schema) : '',
    curl: curlOf(document, origin, method, path, parameters, body),
  }
}

interface Content {
  type: string
  schema: Schema
}

function contentOf(content: Record<string, { schema?: Schema }> | undefined): Content | undefined {
  const [type, { schema } = {}] = Object.entries(content ?? {})[0] ?? []
  return type && schema ? { type, schema } : undefined
}

function curlOf(
  document: ApiDocument,
  origin: string,
  method: string,
  path: string,
  parameters: NonNullable<Found['operation']['parameters']>,
  body: Content | undefined,
): string {
  const sample = (schema: Schema = {}, name = '') => String(sampleOf(document, schema, name))
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const found = parameters.find((parameter) => parameter.name === name)
    return encodeURIComponent(sample(found?.schema, name))
  })
  const query = parameters
    .filter((parameter) => parameter.in === 'query' && parameter.required)
    .map(({ name, schema }) => `${name}=${encodeURIComponent(sample(schema, name))}`)
  const url = `${origin}/api${filled}${query.length > 0 ? `?${query.join('&')}` : ''}`
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}'${url}'`,
    `-H 'Authorization: Bearer ent_…'`,
    ...(method === 'GET' ? [] : [`-H 'Idempotency-Key: a-text-of-your-own'`]),
    ...(!body
      ? []
      : body.type === 'multipart/form-data'
        ? Object.keys(body.schema.properties ?? {}).map((name) => `-F '${name}=@${name}'`)
        : [
            `-H 'Content-Type: application/json'`,
            `-d '${JSON.stringify(sampleOf(document, body.schema)).replaceAll("'", "'\\''")}'`,
          ]),
  ]
  return lines.join(' \\\n  ')
}

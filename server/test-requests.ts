import fc from 'fast-check'
import { hashed } from '#platform/ids.ts'
import { bracketed } from './test-doors.ts'

/** The part of JSON Schema that the document of the API is written in. */
interface Schema {
  type?: string
  enum?: unknown[]
  const?: unknown
  format?: string
  contentMediaType?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  maxItems?: number
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  anyOf?: Schema[]
}

/** An address of the API with what goes in. */
export interface Door {
  operation: string
  method: string
  path: string
  input: Schema
}

/** What is sent: `fault` names what is wrong with it on purpose. */
export interface Shot {
  operation: string
  fault: string
  method: string
  path: string
  headers: Record<string, string>
  body: string | FormData | undefined
}

interface Described {
  operationId: string
  parameters?: { name: string; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
}

/** Every address of the OpenAPI document. */
export function doorsOf(document: object): Door[] {
  const { paths } = document as { paths: Record<string, Record<string, Described>> }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, parameters = [], requestBody }]) => {
      const body = requestBody?.content['application/json']?.schema ?? {}
      const whole = body.anyOf?.[0] ?? body
      const given = Object.fromEntries(parameters.map(({ name, schema }) => [name, schema]))
      const required = [...(whole.required ?? []), ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)]
      const input = { type: 'object', properties: { ...whole.properties, ...given }, required }
      return { operation: operationId, method: method.toUpperCase(), path, input }
    }),
  )
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
const nasty: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[
      '',
      ' ',
      '\u0000',
      'a\u0000b',
      '\ud800',
      '\udfff x',
      '\u202e',
      '../../etc/passwd',
      '..%2f..%2f',
      '%00',
      "' or 1=1 --",
    ],
    ...[
      '{}',
      'null',
      'NaN',
      '-0',
      '1e309',
      'ß'.repeat(300),
      '🧪'.repeat(200),
      'x'.repeat(70_000),
      '<script>',
      '__proto__',
    ],
    ...[null, true, -1, 0, 1.5, 1e308, -1e308, 2 ** 31, 2 ** 53, 2 ** 63, [], {}, [[]], [null], { a: 1 }, [{ b: [] }]],
    JSON.parse(nested(200)),
    Array.from({ length: 5000 }, (_, at) => at),
    { constructor: { prototype: {} }, __proto__: null },
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.integer(),
  fc.double(),
)

/** Values that fit a schema; `ids` are those of what is there. */
function fitting(schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  const { type, format, items, properties, required = [] } = schema
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((each) => fitting(each, ids)))
  if (schema.contentMediaType)
    return fc.string({ maxLength: 200 }).map((text) => new File([text], 'file.txt', { type: 'text/plain' }))
  if (type === 'array') return fc.array(fitting(items ?? {}, ids), { maxLength: Math.min(3, schema.maxItems ?? 3) })
  if (type === 'object') {
    const fields = Object.entries(properties ?? {}).map(([name, each]) => [name, fitting(each, ids)])
    return fc.record<Record<string, unknown>>(Object.fromEntries(fields), { requiredKeys: required })
  }
  if (type === 'integer' || type === 'number') {
    const bounds = { min: Math.max(-1e6, schema.minimum ?? -10), max: Math.min(1e6, schema.maximum ?? 1000) }
    return type === 'integer' ? fc.integer(bounds) : fc.double({ ...bounds, noNaN: true })
  }
  if (type === 'boolean') return fc.boolean()
  if (type === 'null') return fc.constant(null)
  if (type !== 'string') return nasty
  if (format === 'uuid') return fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...ids) }, fc.uuid())
  if (format === 'date-time') return fc.constantFrom('2026-12-01T00:00:00.000Z', '2020-01-01T00:00:00Z')
  if (format === 'date') return fc.constantFrom('2026-12-01', '1999-02-28')
  if (format === 'email') return fc.constantFrom('owner@example.org', 'nobody@example.org')
  if (format === 'uri') return fc.constant('https://works.example/')
  const most = Math.min(40, schema.maxLength ?? 40)
  return fc.string({ unit: 'grapheme', minLength: Math.min(most, schema.minLength ?? 0), maxLength: most })
}

const oddHeaders = fc.constantFrom<Record<string, string>>(
  { 'idempotency-key': Array.from({ length: 100 }, (_, at) => hashed(String(at))).join('') },
  { 'idempotency-key': "'; drop table users; --" },
  { 'idempotency-key': '\u00ff\u00fe' },
  { 'idempotency-key': '   ' },
  { 'accept-language': '*;q=abc,,,;;,de-\u00e4,'.repeat(50) },
  { 'accept-language': 'x-klingon;q=9' },
  { accept: 'text/html' },
  { authorization: 'Bearer ent_\u00e4' },
  { authorization: 'Basic Og==' },
  { cookie: 'locale=%E0%A4%A; theme=%01; session=nonsense' },
  { 'x-forwarded-for': "'';--, 999.999.1.1" },
  { 'x-entente-client': 'not an address' },
)

const faults = [
  'none',
  'field',
  'extra',
  'missing',
  'malformed',
  'wrong type',
  'twice',
  'deep',
  'multipart',
  'query',
  'brackets',
  'path',
  'headers',
  'export',
] as const

type Input = Record<string, unknown>

/** Inputs that fit: made up, or an example with some of it made up. */
function inputs({ input }: Door, ids: readonly string[], examples: readonly Input[]): fc.Arbitrary<Input> {
  const madeUp = fitting(input, ids) as fc.Arbitrary<Input>
  if (examples.length === 0) return madeUp
  const mixed = fc.tuple(fc.constantFrom(...examples), madeUp, fc.double({ min: 0, max: 1, noNaN: true }))
  return fc.oneof(
    madeUp,
    { weight: 2, arbitrary: fc.constantFrom(...examples) },
    mixed.map(([example, other, share]) => ({
      ...Object.fromEntries(Object.entries(other).filter((_, at, { length }) => at < share * length)),
      ...example,
    })),
  )
}

/** Requests of all kinds to all addresses. @param examples inputs that are right, by operation */
export function shots(
  doors: readonly Door[],
  ids: readonly string[],
  examples: ReadonlyMap<string, Input[]>,
): fc.Arbitrary<Shot> {
  return fc
    .tuple(fc.constantFrom(...doors), fc.constantFrom(...faults))
    .chain(([door, fault]) =>
      fc.record({
        door: fc.constant(door),
        fault: fc.constant(fault),
        input: inputs(door, ids, examples.get(door.operation) ?? []),
        value: nasty,
        odd: oddHeaders,
        field: fc.constantFrom(...Object.keys(door.input.properties ?? {}), 'id'),
      }),
    )
    .map(({ door, fault, input, value, odd, field }) => shot(door, fault, input, value, odd, field))
}

function shot(
  { operation, method, path, input: schema }: Door,
  fault: (typeof faults)[number],
  given: Input,
  value: unknown,
  odd: Record<string, string>,
  field: string,
): Shot {
  const input = { ...given }
  if (fault === 'field') input[field] = value
  if (fault === 'extra') input.unheardOf = 'of'
  if (fault === 'missing') delete input[schema.required?.[0] ?? field]
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const part = textOf(fault === 'path' ? value : input[name])
    delete input[name]
    return encodeURIComponent(part.toWellFormed()).replaceAll('%2F', fault === 'path' ? '/' : '%2F') || '%20'
  })
  const fields = Object.entries(input).flatMap(([name, each]) => bracketed(name, each))
  const pairs = fields.map(([name, each]) => [name, textOf(each)] as [string, string])
  const base = { operation, fault, method, path: `/api${filled}`, headers: {}, body: undefined }
  const asQuery = (more: [string, string][] = []) => {
    const query = new URLSearchParams([...pairs, ...more])
    return query.size > 0 ? `${base.path}?${query}`.slice(0, 20_000) : base.path
  }
  if (fault === 'export')
    return { ...base, method: 'GET', path: asQuery().replace(base.path, `/api/export/${operation}.csv`) }
  const junk: [string, string][] = [
    ['', ''],
    ['%', '%%'],
    ['q', '\u0000'],
    ['page', '-1'],
    ['side', 'x'],
    ['unheardOf', '1'],
  ]
  const abuse: [string, string][] = [
    ['a[b][c][d]', '1'],
    ['[', ']'],
    [`${field}[]`, ''],
    [`${field}[__proto__][x]`, '1'],
    [`${field}[1000000]`, '1'],
    [`${field}${'[x]'.repeat(100)}`, '1'],
  ]
  if (method === 'GET')
    return {
      ...base,
      headers: fault === 'headers' ? odd : {},
      path: asQuery(fault === 'query' ? junk : fault === 'brackets' ? abuse : []),
    }
  const json = JSON.stringify(input)
  const ofJson = { 'content-type': 'application/json' }
  const form = () => {
    const body = new FormData()
    for (const [name, each] of fields) body.append(name, each instanceof File ? each : textOf(each))
    return body
  }
  switch (fault) {
    case 'malformed':
      return { ...base, headers: ofJson, body: json.slice(0, -1) || '{' }
    case 'wrong type':
      return { ...base, headers: { 'content-type': 'application/x-nonsense' }, body: json }
    case 'twice':
      return {
        ...base,
        headers: ofJson,
        body: json.replace(/^\{/, `{${JSON.stringify(field)}:"first",`).replace(/,\}$/, '}'),
      }
    case 'deep':
      return { ...base, headers: ofJson, body: `{${JSON.stringify(field)}:${nested(20_000)}}` }
    case 'multipart':
      return {
        ...base,
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
        body: `--x\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n1\r\n--`,
      }
    case 'brackets': {
      const body = form()
      for (const [name, each] of abuse) body.append(name, each)
      return { ...base, body }
    }
    case 'query':
      return { ...base, headers: ofJson, path: `${base.path}?unheardOf=1&%=%%`, body: json }
    default: {
      const files = fields.some(([, each]) => each instanceof File)
      const headers = { ...(files ? {} : ofJson), ...(fault === 'headers' ? odd : {}) }
      return { ...base, headers, body: files ? form() : json }
    }
  }
}

import { type ApiDocument, follow, type Schema } from './document.ts'

/** One field of what goes in or comes out, as a row of a table. */
export interface FieldRow {
  /** Where it stands: `change.name`, `rows[].id`. */
  name: string
  required: boolean
  /** `string (uuid)`, `number[]`, `one of: need, offer`. */
  type: string
  text: string
}

const DEEPEST = 3
const VALUES = 12

/** The fields of a schema, those within fields behind them. */
export function fieldsOf(document: ApiDocument, schema: Schema | undefined): FieldRow[] {
  return schema ? within(document, schema, '', 0) : []
}

function within(document: ApiDocument, given: Schema, path: string, depth: number): FieldRow[] {
  const { schema } = unwrapped(document, given)
  if (isList(schema)) return within(document, itemsOf(schema), `${path}[]`, depth)
  return Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
    const name = path ? `${path}.${key}` : key
    const row: FieldRow = {
      name,
      required: schema.required?.includes(key) ?? false,
      type: typeOf(document, field),
      text: textOf(document, field),
    }
    return depth >= DEEPEST ? [row] : [row, ...within(document, field, name, depth + 1)]
  })
}

function isList({ type }: Schema): boolean {
  return type === 'array'
}

function itemsOf({ items }: Schema): Schema {
  return typeof items === 'object' ? items : {}
}

/** What is left of a choice once "or null" is taken away. */
function unwrapped(document: ApiDocument, given: Schema): { schema: Schema; nullable: boolean; choices: Schema[] } {
  const schema = follow(document, given)
  const all = schema.anyOf ?? schema.oneOf
  if (all) {
    const choices = all.filter((choice) => choice.type !== 'null')
    const nullable = choices.length < all.length
    const [only] = choices
    return choices.length === 1 && only ? { ...unwrapped(document, only), nullable } : { schema, nullable, choices }
  }
  if (Array.isArray(schema.type)) {
    const types = schema.type.filter((type) => type !== 'null')
    const type = types.length === 1 ? types[0] : types
    return {
      schema: { ...schema, ...(type ? { type } : {}) },
      nullable: types.length < schema.type.length,
      choices: [],
    }
  }
  return { schema, nullable: false, choices: [] }
}

/** The type of a field in words that programmers know. */
export function typeOf(document: ApiDocument, given: Schema): string {
  const { schema, nullable, choices } = unwrapped(document, given)
  const or = nullable ? ' | null' : ''
  if (choices.length > 0) return [...new Set(choices.map((choice) => typeOf(document, choice)))].join(' | ') + or
  if (schema.const !== undefined) return JSON.stringify(schema.const) + or
  if (schema.enum) {
    const shown = schema.enum.slice(0, VALUES).map((value) => JSON.stringify(value))
    const rest = schema.enum.length - shown.length
    return shown.join(' | ') + (rest > 0 ? ` | … (${schema.enum.length})` : '') + or
  }
  if (isList(schema)) {
    const inner = typeOf(document, itemsOf(schema))
    return (inner.includes(' | ') ? `(${inner})[]` : `${inner}[]`) + or
  }
  if (schema.contentMediaType) return `file${or}`
  if (typeof schema.additionalProperties === 'object' && !schema.properties)
    return `{ [key]: ${typeOf(document, schema.additionalProperties)} }${or}`
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? 'any')
  return type + (schema.format ? ` (${schema.format})` : '') + or
}

function textOf(document: ApiDocument, given: Schema): string {
  const { schema } = unwrapped(document, given)
  const list = isList(schema)
  const limits = [
    range(schema.minLength, schema.maxLength, 'characters'),
    range(schema.minItems, schema.maxItems, 'entries'),
    range(schema.minimum, schema.maximum, ''),
    schema.default === undefined || (list && Array.isArray(schema.default) && schema.default.length === 0)
      ? ''
      : `default ${JSON.stringify(schema.default)}`,
  ].filter(Boolean)
  return [given.description ?? schema.description ?? '', limits.join(', ')].filter(Boolean).join('; ')
}

const unbounded = (limit: number | undefined) => limit === undefined || Math.abs(limit) >= Number.MAX_SAFE_INTEGER

function range(least: number | undefined, most: number | undefined, unit: string): string {
  const said = unbounded(least)
    ? unbounded(most)
      ? ''
      : `at most ${most}`
    : unbounded(most)
      ? least === 0
        ? ''
        : `at least ${least}`
      : `${least} to ${most}`
  return said && unit ? `${said} ${unit}`.replace(/ 1 entries$/, ' 1 entry') : said
}

const samples: Record<string, unknown> = {
  uuid: '0198f3a2-7c1e-7000-8000-0123456789ab',
  email: 'you@example.org',
  'date-time': '2027-03-31T12:00:00.000Z',
  date: '2027-03-31',
  uri: 'https://example.org',
  url: 'https://example.org',
}

/** A value that a field takes: for an object only what it must have. */
export function sampleOf(document: ApiDocument, given: Schema, name = ''): unknown {
  const { schema, choices } = unwrapped(document, given)
  const [choice] = choices
  if (choice) return sampleOf(document, choice, name)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (isList(schema)) return [sampleOf(document, itemsOf(schema), name)]
  if (schema.type === 'object' || schema.properties) {
    const wanted = Object.entries(schema.properties ?? {}).filter(([key]) => schema.required?.includes(key))
    return Object.fromEntries(wanted.map(([key, field]) => [key, sampleOf(document, field, key)]))
  }
  if (schema.type === 'boolean') return true
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(1, schema.minimum ?? 1)
  return samples[schema.format ?? ''] ?? '…'
}

/** As much of an OpenAPI 3.1 document as the pages for developers read. */
export interface ApiDocument {
  paths?: Record<string, Record<string, ApiOperation | undefined>>
  components?: { schemas?: Record<string, Schema> }
}

export interface ApiOperation {
  operationId?: string
  summary?: string
  description?: string
  tags?: string[]
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema; description?: string }[]
  requestBody?: { content?: Record<string, { schema?: Schema }> }
  responses?: Record<string, { content?: Record<string, { schema?: Schema }> } | undefined>
  /** The scope that a token needs. */
  'x-scope'?: 'read' | 'write'
  /** What it is called as a tool of the MCP door. */
  'x-tool'?: string
}

export interface Schema {
  $ref?: string
  type?: string | string[]
  format?: string
  description?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema | boolean
  additionalProperties?: Schema | boolean
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  default?: unknown
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  contentMediaType?: string
}

/** One operation where it stands in the document. */
export interface Found {
  method: string
  path: string
  operation: ApiOperation
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

/** The document as the server hands it out: its own, so that its shape is known. */
export function asDocument(document: object): ApiDocument {
  return document
}

/** Every operation by its tag; tags and operations in the order of the alphabet and of their addresses. */
export function byTag({ paths = {} }: ApiDocument): [tag: string, found: Found[]][] {
  const tags = new Map<string, Found[]>()
  for (const [path, item] of Object.entries(paths))
    for (const method of methods) {
      const operation = item[method]
      const tag = operation?.tags?.[0]
      if (operation && tag) tags.set(tag, [...(tags.get(tag) ?? []), { method: method.toUpperCase(), path, operation }])
    }
  return [...tags].sort(([a], [b]) => a.localeCompare(b))
}

/** A schema with its reference followed. */
export function follow({ components }: ApiDocument, schema: Schema): Schema {
  const name = schema.$ref?.replace('#/components/schemas/', '')
  return (name !== undefined && components?.schemas?.[name]) || schema
}

/** What a file is to the architecture. */
export type Place = {
  /** Top folder. */
  layer: string
  /** The capability or engine it belongs to; '' outside those. */
  owner: string
  /** In a capability: its word of the closed vocabulary, `test`, or `unknown`. */
  role: Role | ''
  test: boolean
}

export type Role =
  | 'table'
  | 'schema'
  | 'policy'
  | 'service'
  | 'api'
  | 'events'
  | 'jobs'
  | 'pages'
  | 'parts'
  | 'messages'
  | 'demo'
  | 'access'
  | 'data'
  | 'test'
  | 'unknown'

/** Capabilities that are made of data: they may hold modules of any name, which every capability may import. */
export const dataCapabilities = new Set(['vocabularies', 'map'])

const vocabulary: [RegExp, Role][] = [
  [/^[^/]+\.test\.tsx?$|^(service|api|jobs|pages|parts)\/[^/]+\.test\.tsx?$/, 'test'],
  [/^(table|schema|policy|events|access|demo)\.ts$/, 'unknown'],
  [/^service(\.ts|\/[^/]+\.ts)$/, 'service'],
  [/^api(\.ts|\/[^/]+\.ts)$/, 'api'],
  [/^jobs(\.ts|\/[^/]+\.ts)$/, 'jobs'],
  [/^pages\/[^/]+\.tsx$/, 'pages'],
  [/^parts\/[^/]+\.tsx$/, 'parts'],
  [/^functions\.sql$/, 'table'],
  [/^(service\/)?[^/]+\.cases\.json$/, 'test'],
  [/^messages\/[a-z]{2}\.json$/, 'messages'],
  [/^demo\/[^/]+\.json$/, 'demo'],
]

/** Finds a file's place by its path alone. */
export function placeOf(path: string): Place {
  const [layer = '', owner = '', ...rest] = path.split('/')
  const test = /\.test\.tsx?$/.test(path)
  if (layer === 'engines') return { layer, owner, role: '', test }
  if (layer !== 'capabilities' || rest.length === 0) return { layer, owner: '', role: '', test }
  return { layer, owner, role: roleOf(owner, rest.join('/')), test }
}

function roleOf(capability: string, inner: string): Role {
  for (const [pattern, role] of vocabulary) {
    if (!pattern.test(inner)) continue
    return role === 'unknown' ? (inner.replace('.ts', '') as Role) : role
  }
  return dataCapabilities.has(capability) && /^[^/]+\.(ts|json)$/.test(inner) ? 'data' : 'unknown'
}

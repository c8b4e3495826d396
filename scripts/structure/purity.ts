import { builtinModules } from 'node:module'
import type { Breach } from './breach.ts'
import { type Place, placeOf } from './place.ts'
import { type Node, type Source, visit } from './source.ts'

const builtin = new Set(builtinModules)
const sockets: Record<string, string[]> = {
  http: ['request', 'get'],
  https: ['request', 'get'],
  http2: ['connect'],
  net: ['connect', 'createConnection', 'Socket'],
  tls: ['connect', 'TLSSocket'],
  dgram: ['createSocket'],
}
const clients = new Set(['undici', 'axios', 'got', 'node-fetch', 'ky', 'superagent'])

/** Engines know no I/O, clock or chance; the server reads clock, makes ids and opens sockets in one place each. */
export function checkPurity(source: Source): Breach[] {
  const place = placeOf(source.path)
  if (place.test || !source.program) return []
  const breaches: Breach[] = []
  const engine = place.layer === 'engines' && !/^engines\/[^/]+\/bench(\/|\.)/.test(source.path)
  const server = isServerSide(place)
  const say = (line: number, rule: string, sentence: string) =>
    breaches.push({ file: source.path, line, rule, sentence })

  for (const taken of source.imports) {
    const module = moduleOfNode(taken.specifier)
    if (engine && module) say(taken.line, 'engine', `an engine does no I/O: it does not import ${taken.specifier}`)
    if (taken.values.includes('db')) say(taken.line, 'db', '`db` is passed in as an argument, never imported')
    if (!server) continue
    if (source.path !== 'platform/ids.ts' && taken.specifier === 'uuid') {
      say(taken.line, 'ids', 'only platform/ids.ts makes ids')
    }
    if (mayOpenSockets(source.path)) continue
    const opening = module ? taken.values.filter((name) => sockets[module]?.includes(name)) : []
    if (opening.length > 0 || clients.has(taken.specifier)) {
      say(taken.line, 'outbound', `only platform/outbound.ts opens outbound connections, not ${taken.specifier}`)
    }
  }

  const declared = declaredNames(source.program)
  const namespaces = namespacesOf(source)
  visit(source.program, (node) => {
    const line = source.line(node.start)
    const name = calledName(node)
    if (!name) return
    const clock =
      name === 'Date.now' || name === 'Temporal.Now.instant' || (name === 'Date' && argumentsOf(node).length === 0)
    if (engine && (clock || name === 'performance.now')) say(line, 'engine', `an engine takes \`now\` as an argument`)
    if (engine && name === 'Math.random') say(line, 'engine', 'an engine takes its seed as an argument')
    if (!server) return
    if (clock && source.path !== 'platform/clock.ts') say(line, 'clock', 'only platform/clock.ts reads the clock')
    if (/(^|\.)randomUUID$/.test(name) && source.path !== 'platform/ids.ts')
      say(line, 'ids', 'only platform/ids.ts makes ids')
    if (mayOpenSockets(source.path)) return
    const bare = name.replace(/^globalThis\./, '')
    const [object = '', method = ''] = name.split('.')
    const module = namespaces.get(object)
    if ((bare === 'fetch' && !declared.has('fetch')) || (module && sockets[module]?.includes(method))) {
      say(line, 'outbound', 'only platform/outbound.ts opens outbound connections')
    }
  })
  return breaches
}

function isServerSide({ layer, role }: Place): boolean {
  if (layer === 'platform' || layer === 'server' || layer === 'cli') return true
  return layer === 'capabilities' && role !== 'pages' && role !== 'parts'
}

function mayOpenSockets(path: string): boolean {
  return path === 'platform/outbound.ts' || path.startsWith('platform/outbound/')
}

function moduleOfNode(specifier: string): string | undefined {
  if (specifier.startsWith('node:')) return specifier.slice(5)
  return builtin.has(specifier) ? specifier : undefined
}

/** Names that stand for a whole module of Node: `import http from 'node:http'`, `import * as net from 'node:net'`. */
function namespacesOf(source: Source): Map<string, string> {
  const found = new Map<string, string>()
  for (const node of (source.program?.body ?? []) as Node[]) {
    if (node.type !== 'ImportDeclaration') continue
    const module = moduleOfNode(String((node.source as Node).value))
    for (const one of module ? (node.specifiers as Node[]) : []) {
      if (one.type !== 'ImportSpecifier' && module) found.set(String((one.local as Node).name), module)
    }
  }
  return found
}

/** Names the file gives to something of its own: imports, parameters, variables, functions. */
function declaredNames(program: Node): Set<string> {
  const names = new Set<string>()
  const bind = (pattern: unknown) => {
    const node = pattern as Node | null | undefined
    if (!node) return
    if (node.type === 'Identifier') names.add(String(node.name))
    else if (node.type === 'AssignmentPattern') bind(node.left)
    else if (node.type === 'RestElement') bind(node.argument)
    else if (node.type === 'ArrayPattern') for (const item of node.elements as unknown[]) bind(item)
    else if (node.type === 'ObjectPattern') {
      for (const item of node.properties as Node[]) bind(item.type === 'Property' ? item.value : item)
    }
  }
  visit(program, (node) => {
    if (node.type === 'VariableDeclarator' || node.type === 'FunctionDeclaration') bind(node.id)
    if (node.type.startsWith('Import') && node.local) bind(node.local)
    for (const parameter of (node.params ?? []) as unknown[]) if (Array.isArray(node.params)) bind(parameter)
  })
  return names
}

function argumentsOf(node: Node): unknown[] {
  return Array.isArray(node.arguments) ? node.arguments : []
}

/** `Date.now` for `Date.now()`, `Date` for `new Date()`; undefined for anything that is not a plain call. */
function calledName(node: Node): string | undefined {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return undefined
  return dotted(node.callee as Node)
}

function dotted(node: Node): string | undefined {
  if (node.type === 'Identifier') return String(node.name)
  if (node.type !== 'MemberExpression' || node.computed) return undefined
  const object = dotted(node.object as Node)
  return object && `${object}.${String((node.property as Node).name)}`
}

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { parseAst } from 'vite'

/** One import or re-export, resolved as far as the tree goes. */
export type Import = {
  /** As written. */
  specifier: string
  /** Path from the root for a file of ours; undefined for a package or a module of Node. */
  target: string | undefined
  /** Whether only types are taken. */
  typeOnly: boolean
  /** Names taken as values, as exported there. */
  values: string[]
  line: number
}

export type Node = { type: string; start: number; [key: string]: unknown }

export type Source = {
  /** Path from the root, with forward slashes. */
  path: string
  text: string
  imports: Import[]
  program: Node | undefined
  /** The parser's complaint when the file is not TypeScript. */
  unreadable: string | undefined
  /** Line of an offset, from 1. */
  line(offset: number): number
}

const layers = [
  'app',
  'bench',
  'capabilities',
  'cli',
  'e2e',
  'engines',
  'platform',
  'scripts',
  'server',
  'ui',
  'web',
] as const

/** Paths of everything in the folders the architecture names, from the root, sorted. */
export function listFiles(root: string): string[] {
  const found: string[] = []
  const walk = (path: string) => {
    for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules' || entry.name === 'migrations') continue
      const inner = posix.join(path, entry.name)
      if (entry.isDirectory()) walk(inner)
      else found.push(inner)
    }
  }
  for (const folder of layers) if (existsSync(join(root, folder))) walk(folder)
  return found.sort()
}

/** Reads and parses one file. */
export function readSource(root: string, path: string, workspaces: Map<string, string>): Source {
  const text = readFileSync(join(root, path), 'utf8')
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  const line = (offset: number) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low + 1
  }
  const source: Source = { path, text, imports: [], program: undefined, unreadable: undefined, line }
  try {
    source.program = parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node
  } catch (error) {
    source.unreadable = String((error as Error).message).split('\n')[0]
    return source
  }
  visit(source.program, (node) => {
    const taken = readImport(node)
    if (!taken) return
    const target = resolveImport(root, path, taken.specifier, workspaces)
    source.imports.push({ ...taken, target, line: line(node.start) })
  })
  return source
}

function readImport(node: Node): Pick<Import, 'specifier' | 'typeOnly' | 'values'> | undefined {
  const from = node.source as Node | null | undefined
  const specifier = from?.value
  if (typeof specifier !== 'string') return undefined
  const specifiers = (node.specifiers ?? []) as Node[]
  const kind = node.importKind ?? node.exportKind
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration': {
      const values = specifiers.filter((one) => (one.importKind ?? one.exportKind) !== 'type')
      const typeOnly = kind === 'type' || (specifiers.length > 0 && values.length === 0)
      return { specifier, typeOnly, values: typeOnly ? [] : values.map(exportedName) }
    }
    case 'ExportAllDeclaration':
      return { specifier, typeOnly: kind === 'type', values: kind === 'type' ? [] : ['*'] }
    case 'ImportExpression':
      return { specifier, typeOnly: false, values: ['*'] }
    case 'TSImportType':
      return { specifier, typeOnly: true, values: [] }
    default:
      return undefined
  }
}

function exportedName(specifier: Node): string {
  if (specifier.type === 'ImportDefaultSpecifier') return 'default'
  if (specifier.type === 'ImportNamespaceSpecifier') return '*'
  const name = (specifier.imported ?? specifier.local) as Node | undefined
  return String(name?.name ?? name?.value ?? '*')
}

function resolveImport(
  root: string,
  path: string,
  specifier: string,
  workspaces: Map<string, string>,
): string | undefined {
  if (specifier.includes('/+types/')) return undefined
  const plain = specifier.split('?')[0] ?? specifier
  let target: string
  if (plain.startsWith('.')) target = posix.join(dirname(path), plain)
  else if (plain.startsWith('#')) target = posix.normalize(plain.slice(1))
  else {
    const workspace = [...workspaces].find(([name]) => plain === name || plain.startsWith(`${name}/`))
    if (!workspace) return undefined
    target = posix.join(workspace[1], plain.slice(workspace[0].length))
  }
  if (target.startsWith('..')) return undefined
  const whole = join(root, target)
  if (existsSync(whole) && statSync(whole).isFile()) return target
  return ['.ts', '.tsx'].map((ending) => `${target}${ending}`).find((name) => existsSync(join(root, name))) ?? target
}

/** Package names of the engines and the folders they stand for. */
export function readWorkspaces(root: string, files: string[]): Map<string, string> {
  const packages = files.filter((file) => /^engines\/[^/]+\/package\.json$/.test(file))
  return new Map(packages.map((file) => [JSON.parse(readFileSync(join(root, file), 'utf8')).name, dirname(file)]))
}

/** Calls `see` for every node below and including this one. */
export function visit(node: Node, see: (node: Node) => void): void {
  see(node)
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) visit(item, see)
    } else if (isNode(value)) visit(value, see)
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}

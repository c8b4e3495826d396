import { type Node, type Source, visit } from '../structure/source.ts'

/** A key as code names it: a whole one, or one of which parts are known only later. */
export type Name = {
  /** Namespace it names itself (`listings:form.title`), if it does. */
  namespace: string | undefined
  /** What it matches: exactly one key, or every key of this shape. */
  matches(key: string): boolean
  /** As written, holes as `…`. */
  written: string
  line: number
}

/** What one file says about keys. */
export type Usage = {
  source: Source
  /** Every string and template that may be a key. */
  names: Name[]
  /** Every whole string of the file. */
  strings: Set<string>
  /** Calls of a translator that is known to speak these namespaces. */
  calls: { name: Name; namespaces: string[] }[]
}

/** Collects strings, templates with a literal start, and calls of the `t` that `useTranslation('…')` gave. */
export function readUsage(source: Source): Usage {
  const usage: Usage = { source, names: [], strings: new Set(), calls: [] }
  if (!source.program) return usage
  const translators = findTranslators(source.program)
  visit(source.program, (node) => {
    const name = nameOf(node, source)
    if (name) usage.names.push(name)
    if (node.type === 'Literal' && typeof node.value === 'string') usage.strings.add(node.value)
    if (node.type !== 'CallExpression') return
    const callee = node.callee as Node
    const namespaces = callee.type === 'Identifier' ? translators.get(String(callee.name)) : undefined
    for (const key of namespaces ? alternatives((node.arguments as Node[])[0]) : []) {
      const called = nameOf(key, source)
      if (called && namespaces) usage.calls.push({ name: called, namespaces: [...namespaces] })
    }
  })
  return usage
}

/** The keys a first argument can be: both sides of a condition or of `??`. */
function alternatives(node: Node | undefined): Node[] {
  if (!node) return []
  if (node.type === 'ConditionalExpression') {
    return [...alternatives(node.consequent as Node), ...alternatives(node.alternate as Node)]
  }
  if (node.type === 'LogicalExpression')
    return [...alternatives(node.left as Node), ...alternatives(node.right as Node)]
  return [node]
}

function nameOf(node: Node, source: Source): Name | undefined {
  const line = source.line(node.start)
  if (node.type === 'Literal' && typeof node.value === 'string') {
    const [namespace, key] = split(node.value)
    return { namespace, matches: (other) => other === key, written: node.value, line }
  }
  if (node.type !== 'TemplateLiteral') return undefined
  const pieces = (node.quasis as Node[]).map((quasi) => String((quasi.value as { cooked: string }).cooked))
  const [start = '', ...rest] = pieces
  const [namespace, literal] = split(start)
  // A hole right at the start could be anything: such a template names no key.
  if (rest.length > 0 && !literal.includes('.') && !namespace) return undefined
  const shape = new RegExp(`^${[literal, ...rest].map((piece) => RegExp.escape(piece)).join('.+')}$`)
  return { namespace, matches: (key) => shape.test(key), written: pieces.join('…'), line }
}

function split(text: string): [string | undefined, string] {
  const at = text.indexOf(':')
  return at > 0 && /^[a-z][a-z0-9-]*$/.test(text.slice(0, at))
    ? [text.slice(0, at), text.slice(at + 1)]
    : [undefined, text]
}

/** Local names of translators and the namespaces they speak: `const { t: word } = useTranslation('vocabularies')`. */
function findTranslators(program: Node): Map<string, Set<string>> {
  const translators = new Map<string, Set<string>>()
  visit(program, (node) => {
    const call = node.type === 'VariableDeclarator' ? (node.init as Node | null) : null
    if (call?.type !== 'CallExpression' || (call.callee as Node).name !== 'useTranslation') return
    const [given] = call.arguments as Node[]
    const listed = given?.type === 'ArrayExpression' ? (given.elements as Node[]) : given ? [given] : []
    const namespaces = listed.flatMap((one) => (typeof one.value === 'string' ? [one.value] : []))
    const pattern = node.id as Node
    const properties = pattern.type === 'ObjectPattern' ? (pattern.properties as Node[]) : []
    for (const property of properties) {
      if ((property.key as Node | undefined)?.name !== 't') continue
      const local = String((property.value as Node).name)
      const known = translators.get(local) ?? new Set()
      translators.set(local, known)
      for (const namespace of namespaces) known.add(namespace)
    }
  })
  return translators
}

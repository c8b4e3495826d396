import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'vite'
import type { Breach } from '../structure/breach.ts'
import type { Node } from '../structure/source.ts'

/** One language of one namespace: full key -> text and where it stands. */
export type Texts = { file: string; entries: Map<string, { text: string; line: number }> }

/** The texts of one folder, by language. */
export type Namespace = { name: string; folder: string; languages: Map<string, Texts> }

/** Reads every `<folder>/messages/<language>.json`; what is not nested objects of texts becomes a breach. */
export function readNamespaces(root: string, files: string[]): { namespaces: Namespace[]; breaches: Breach[] } {
  const found = new Map<string, Namespace>()
  const breaches: Breach[] = []
  for (const file of files) {
    const match = /^((?:[^/]+\/)*([^/]+))\/messages\/([a-z]{2})\.json$/.exec(file)
    if (!match) continue
    const [, folder = '', name = '', language = ''] = match
    const namespace = found.get(folder) ?? { name, folder, languages: new Map() }
    found.set(folder, namespace)
    namespace.languages.set(language, readTexts(root, file, breaches))
  }
  return { namespaces: [...found.values()], breaches }
}

function readTexts(root: string, file: string, breaches: Breach[]): Texts {
  const texts: Texts = { file, entries: new Map() }
  const source = readFileSync(join(root, file), 'utf8')
  const lineOf = (offset: number) => source.slice(0, Math.max(0, offset - 1)).split('\n').length
  const say = (line: number, rule: string, sentence: string) => breaches.push({ file, line, rule, sentence })
  let tree: Node | undefined
  try {
    JSON.parse(source)
    // JSON is an expression; the parser knows where every key stands.
    const [statement] = (parseAst(`(${source})`) as unknown as { body: Node[] }).body
    tree = statement?.expression as Node | undefined
    if (tree?.type === 'ParenthesizedExpression') tree = tree.expression as Node
  } catch (error) {
    say(1, 'json', (error as Error).message)
    return texts
  }
  const walk = (node: Node, prefix: string) => {
    for (const property of node.properties as Node[]) {
      const name = String((property.key as Node).value)
      const key = prefix ? `${prefix}.${name}` : name
      const value = property.value as Node
      const line = lineOf(property.start)
      if (value.type === 'ObjectExpression') walk(value, key)
      else if (typeof value.value === 'string') {
        if (texts.entries.has(key)) say(line, 'twice', `"${key}" stands twice`)
        texts.entries.set(key, { text: value.value, line })
      } else say(line, 'json', `"${key}" is neither a text nor an object of texts`)
    }
  }
  if (tree?.type === 'ObjectExpression') walk(tree, '')
  else say(1, 'json', 'not an object of texts')
  return texts
}

const suffix = /_(?:ordinal_)?(?:zero|one|two|few|many|other)$/

/** The key that code names: without the ending that chooses a plural form. */
export function baseKey(key: string): string {
  return key.replace(suffix, '')
}

/** Whether a key is one plural form of another. */
export function isPluralForm(key: string): boolean {
  return suffix.test(key)
}

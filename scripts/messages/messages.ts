import type { Breach } from '../structure/breach.ts'
import { listFiles, readSource } from '../structure/source.ts'
import { baseKey, type Namespace, readNamespaces } from './catalogue.ts'
import { checkTranslations } from './translation.ts'
import { readUsage, type Usage } from './usage.ts'

/**
 * Whether the texts under `root` are complete in every language, every key is used, and every key used exists.
 *
 * A key is used where code that belongs to its folder, or names its namespace, has it as a string, or has a template with
 * a literal start that it fits; or where any code has it with its namespace before it (`listings:mail.subject`). Tests do
 * not count as use.
 */
export function checkMessages(root: string): Breach[] {
  const files = listFiles(root)
  const { namespaces, breaches } = readNamespaces(root, files)
  const code = files.filter(
    (file) => /\.tsx?$/.test(file) && !/\.(test|d)\.tsx?$/.test(file) && !/^scripts\//.test(file),
  )
  const usages = code.map((file) => readUsage(readSource(root, file, new Map())))
  for (const namespace of namespaces) {
    breaches.push(...checkTranslations(namespace), ...findUnused(namespace, usages))
  }
  breaches.push(...findUnknown(namespaces, usages))
  return breaches.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
}

function findUnused(namespace: Namespace, usages: Usage[]): Breach[] {
  const named = usages.flatMap(({ source, names, strings }) => {
    const local = source.path.startsWith(`${namespace.folder}/`) || strings.has(namespace.name)
    return names.filter((name) => (name.namespace ? name.namespace === namespace.name : local))
  })
  const [texts] = namespace.languages.values()
  if (!texts) return []
  const nested = [...texts.entries.values()].flatMap(({ text }) =>
    [...text.matchAll(/\$t\(([^,)]+)/g)].map(([, key = '']) => key.trim().replace(`${namespace.name}:`, '')),
  )
  const unused = new Map<string, number>()
  for (const [key, { line }] of texts.entries) {
    const base = baseKey(key)
    if (unused.has(base) || nested.includes(base)) continue
    if (!named.some((name) => name.matches(base) || name.matches(key))) unused.set(base, line)
  }
  return [...unused].map(([key, line]) => ({
    file: texts.file,
    line,
    rule: 'unused',
    sentence: `"${key}" is named nowhere in the code of ${namespace.folder} nor in code that names "${namespace.name}"`,
  }))
}

function findUnknown(namespaces: Namespace[], usages: Usage[]): Breach[] {
  const keys = new Map<string, string[]>()
  for (const { name, languages } of namespaces) {
    const all = [...languages.values()].flatMap(({ entries }) => [...entries.keys()])
    keys.set(name, [...new Set([...all, ...all.map(baseKey)])])
  }
  const breaches = new Map<string, Breach>()
  for (const { source, names, calls } of usages) {
    const say = (line: number, written: string, where: string[]) => {
      const sentence = `"${written}" is no key of ${where.map((name) => `"${name}"`).join(' or ')}`
      breaches.set(`${source.path}:${line} ${written}`, { file: source.path, line, rule: 'unknown', sentence })
    }
    for (const { name, namespaces: spoken } of calls) {
      const where = name.namespace ? [name.namespace] : spoken
      if (!where.some((one) => keys.get(one)?.some(name.matches))) say(name.line, name.written, where)
    }
    // Outside a call, a namespace and a key with a dot are clear enough; `listings:read` may be a right.
    for (const name of names) {
      if (!name.namespace || !/^[a-z][\w-]*:[\w-]+\.[\w.…-]+$/.test(name.written)) continue
      const known = keys.get(name.namespace)
      if (known && !known.some(name.matches)) say(name.line, name.written, [name.namespace])
    }
  }
  return [...breaches.values()]
}

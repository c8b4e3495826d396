import { basename } from 'node:path'
import type { Breach } from './breach.ts'
import { placeOf } from './place.ts'
import type { Node, Source } from './source.ts'

const forbidden = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'shared', 'types'])
const longest = 400

/** Rule 8 by path: names that say nothing, and files outside a capability's closed vocabulary. */
export function checkPath(path: string): Breach[] {
  const breaches: Breach[] = []
  const say = (rule: string, sentence: string) => breaches.push({ file: path, line: 1, rule, sentence })
  for (const part of path.split('/')) {
    const name = part.split('.')[0] ?? part
    if (forbidden.has(name)) say('name', `"${name}" says nothing: name it for the one thing it holds`)
  }
  if (/^index\.[cm]?[jt]sx?$/.test(basename(path)))
    say('barrel', 'no index files: import the file that holds the thing')
  const { layer, role } = placeOf(path)
  if (layer === 'capabilities' && (role === 'unknown' || role === '')) {
    say('vocabulary', 'not a file a capability may have: see "One capability, the closed file vocabulary"')
  }
  return breaches
}

/** Rule 8 by content: length, and files that only pass on what others hold. */
export function checkShape(source: Source): Breach[] {
  const breaches: Breach[] = []
  const lines = source.line(source.text.length) - (source.text.endsWith('\n') ? 1 : 0)
  if (lines > longest) {
    const sentence = `${lines} lines: split it by the one thing each part holds (at most ${longest})`
    breaches.push({ file: source.path, line: longest + 1, rule: 'length', sentence })
  }
  const body = (source.program?.body ?? []) as Node[]
  const passesOn = (node: Node) =>
    node.type === 'ExportAllDeclaration' || (node.type === 'ExportNamedDeclaration' && node.source != null)
  if (body.length > 0 && body.every(passesOn)) {
    breaches.push({ file: source.path, line: 1, rule: 'barrel', sentence: 'it only passes on what other files hold' })
  }
  return breaches
}

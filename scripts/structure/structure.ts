import type { Breach } from './breach.ts'
import { checkCycles } from './cycles.ts'
import { checkLayering } from './layering.ts'
import { checkPath, checkShape } from './naming.ts'
import { checkPurity } from './purity.ts'
import { listFiles, readSource, readWorkspaces, type Source } from './source.ts'

/** Reads the whole tree under `root`. */
export function readTree(root: string): { files: string[]; sources: Source[] } {
  const files = listFiles(root)
  const workspaces = readWorkspaces(root, files)
  const code = files.filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
  return { files, sources: code.map((file) => readSource(root, file, workspaces)) }
}

/** Every breach of the architecture in a tree, by file and line. There is no list of exemptions. */
export function checkStructure({ files, sources }: { files: string[]; sources: Source[] }): Breach[] {
  const breaches = [
    ...files.flatMap(checkPath),
    ...sources.flatMap((source) => [
      ...(source.unreadable ? [{ file: source.path, line: 1, rule: 'syntax', sentence: source.unreadable }] : []),
      ...checkShape(source),
      ...checkLayering(source),
      ...checkPurity(source),
    ]),
    ...checkCycles(sources),
  ]
  return breaches.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
}

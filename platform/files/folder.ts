import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { newId } from '../ids.ts'
import { isKey, safeKey } from './key.ts'
import type { FileStore } from './store.ts'

/** Unfinished files lie in a folder that no key can name. */
const UNFINISHED = '.unfinished'

/**
 * Files in a folder of this machine. A file is written aside, forced to the disk and moved into place: whoever reads
 * sees all of it or nothing, even after a power cut.
 */
export function openFolder(root: string): FileStore {
  const pathOf = (key: string) => join(root, ...safeKey(key).split('/'))
  return {
    put: async (key, bytes) => {
      const path = pathOf(key)
      const aside = join(root, UNFINISHED, newId())
      await mkdir(dirname(aside), { recursive: true })
      try {
        const file = await open(aside, 'wx', 0o600)
        try {
          await file.writeFile(bytes)
          await file.sync()
        } finally {
          await file.close()
        }
        await makeFolder(dirname(path))
        await rename(aside, path)
        await syncFolder(dirname(path))
      } catch (error) {
        await rm(aside, { force: true })
        throw error
      }
    },
    get: async (key) => {
      const file = await open(pathOf(key)).catch(nothing)
      return file?.createReadStream() ?? null
    },
    remove: (key) => rm(pathOf(key), { force: true }),
    list: async function* () {
      const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(nothing)
      for (const entry of entries ?? []) {
        if (!entry.isFile()) continue
        const path = join(entry.parentPath, entry.name)
        const key = relative(root, path).split(sep).join('/')
        const facts = isKey(key) ? await stat(path).catch(nothing) : null
        if (facts) yield { key, at: facts.mtime }
      }
    },
  }
}

function nothing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}

async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true })
  if (first) await syncFolder(dirname(first))
}

/** Makes the folder's own entries last. Windows keeps them by itself and refuses to open a folder. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path)
  await folder.sync().finally(() => folder.close())
}

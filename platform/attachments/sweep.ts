import { inArray } from 'drizzle-orm'
import type { Act } from '../access/act.ts'
import { DAY } from '../clock.ts'
import { files } from './table.ts'

/** Above this, a store that is mostly unknown belongs to somebody else. */
const FEW = 100

/**
 * Removes stored bytes that no row knows: of files that were removed, and of transactions that came to nothing. What was
 * stored within a day may belong to a transaction that is still open, and stays.
 * @returns how many were removed
 */
export async function sweepFiles(act: Act): Promise<number> {
  const { database, files: store, log } = act.platform
  const old: string[] = []
  for await (const { key, at } of store.list()) if (act.now.getTime() - at.getTime() > DAY) old.push(key)
  const orphans: string[] = []
  for (let at = 0; at < old.length; at += 1000) {
    const keys = old.slice(at, at + 1000)
    const rows = await database.db.select({ key: files.key }).from(files).where(inArray(files.key, keys))
    const known = new Set(rows.map(({ key }) => key))
    orphans.push(...keys.filter((key) => !known.has(key)))
  }
  if (orphans.length > FEW && orphans.length > old.length / 2) {
    // A wrong DATABASE_URL must not cost anybody their files.
    log.error({ stored: old.length, unknown: orphans.length }, 'most stored files are unknown here; nothing was swept')
    return 0
  }
  for (const key of orphans) await store.remove(key)
  if (orphans.length > 0) log.info({ removed: orphans.length }, 'stored bytes without a file were removed')
  return orphans.length
}

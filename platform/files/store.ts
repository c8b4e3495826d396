import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Config } from '../config.ts'
import { openFolder } from './folder.ts'

/** One stored thing, as the sweep sees it. */
export interface Stored {
  key: string
  /** When it was stored, by the store's own clock. */
  at: Date
}

/**
 * Where the bytes of files lie. Knows keys, not names, owners or rights. A key is made of lower-case letters, digits and
 * hyphens, in parts divided by slashes; any other throws a RangeError.
 */
export interface FileStore {
  /**
   * Stores the bytes under the key, all of them or nothing. A key that exists is replaced.
   * @param type the media type, for stores that keep it
   */
  put(key: string, bytes: Uint8Array | Readable, type: string): Promise<void>
  /** The bytes, or null where nothing is stored under the key. */
  get(key: string): Promise<Readable | null>
  /** Removes what is stored under the key; nothing there is fine. */
  remove(key: string): Promise<void>
  /** Everything that is stored, in no particular order. */
  list(): AsyncIterable<Stored>
}

/** The store the settings name: S3 where there is one, else the folder `files` beside the other data. */
export async function openFileStore(config: Pick<Config, 'dataDir' | 's3'>): Promise<FileStore> {
  if (!config.s3) return openFolder(join(config.dataDir, 'files'))
  // The client for S3 is large: it is loaded only where it is used.
  const { openBucket } = await import('./bucket.ts')
  return openBucket(config.s3)
}

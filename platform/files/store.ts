import type { Readable } from 'node:stream'

/** Where the bytes of files lie. Knows keys, not names, owners or rights. */
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
}

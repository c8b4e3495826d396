import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { Problem } from '#platform/errors.ts'

/** `destroyed`: whole characters were replaced before the file reached us; which ones they were is not in it any more. */
export type Encoding = 'utf-8' | 'utf-16' | 'windows-1252' | 'destroyed'

const unzip = promisify(gunzip)
const MOST_UNPACKED = 400_000_000

/** What stands in for a character that is not known any more. */
export const LOST = '\uFFFD'

/** The bytes themselves, unpacked where they are gzipped. @throws Problem `invalid` for a broken or boundless archive */
export async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  return unzip(bytes, { maxOutputLength: MOST_UNPACKED }).catch(() => {
    throw new Problem('invalid', 'organisations:errors.importUnreadable')
  })
}

/**
 * Reads text whose encoding nobody wrote down: by its byte order mark, else UTF-8 where the bytes are UTF-8 throughout,
 * else windows-1252 (which contains latin 1), in which every byte means something.
 */
export function readText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    const label = bytes[0] === 0xff ? 'utf-16le' : 'utf-16be'
    return { text: new TextDecoder(label).decode(bytes), encoding: 'utf-16' }
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { text, encoding: text.includes(LOST) ? 'destroyed' : 'utf-8' }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' }
  }
}

import { Readable } from 'node:stream'
import type { FileStore } from '../files/store.ts'
import type { StoredFile } from './table.ts'

/** What a browser shows by itself and that cannot act. Everything else is downloaded. */
const shown = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/avif', 'application/pdf'])

type Served = Pick<StoredFile, 'name' | 'type' | 'bytes' | 'sha256'>

/**
 * The headers under which a file is handed out: never guessed at, never run, never kept by a cache that others share,
 * and asked for again each time, so that a right that was withdrawn is withdrawn.
 * @param download whether it is downloaded even where it could be shown
 */
export function fileHeaders(file: Served, download = false): Record<string, string> {
  const disposition = !download && shown.has(file.type) ? 'inline' : 'attachment'
  return {
    'Content-Type': file.type.startsWith('text/') ? `${file.type}; charset=utf-8` : file.type,
    'Content-Length': String(file.bytes),
    'Content-Disposition': `${disposition}; ${nameParameters(file.name)}`,
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, no-cache',
    ETag: etag(file),
  }
}

/** Whether the browser holds these very bytes already. @param ifNoneMatch the request's If-None-Match */
export function isHeld(file: Served, ifNoneMatch: string | null | undefined): boolean {
  const held = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return held.includes(etag(file)) || held.includes('*')
}

/**
 * The answer that hands out a file to somebody who was found to be allowed to see it: 200, or 304 to a browser that
 * holds it already. A row whose bytes are gone throws: that is our fault, not the reader's.
 */
export async function fileAnswer(
  store: FileStore,
  file: StoredFile,
  asked: { ifNoneMatch?: string | null | undefined; download?: boolean } = {},
): Promise<Response> {
  const headers = fileHeaders(file, asked.download)
  if (isHeld(file, asked.ifNoneMatch)) {
    delete headers['Content-Length']
    return new Response(null, { status: 304, headers })
  }
  const bytes = await store.get(file.key)
  if (!bytes) throw new Error(`The bytes of file ${file.id} are missing from the store`)
  return new Response(Readable.toWeb(bytes) as ReadableStream<Uint8Array>, { headers })
}

function etag({ sha256 }: Served): string {
  return `"${sha256}"`
}

/** The name, once for everybody in ASCII and once as it is (RFC 6266, RFC 8187). */
function nameParameters(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/g, '_')
    .replace(/["\\%]/g, '_')
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `filename="${ascii}"; filename*=UTF-8''${whole}`
}

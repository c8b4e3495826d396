const END = 0x06054b50
const ENTRY = 0x02014b50
const END_SIZE = 22
const ENTRY_SIZE = 46
const MAX_COMMENT = 0xffff
const MAX_ENTRIES = 5_000
const MAX_UNPACKED = 300_000_000
const ENCRYPTED = 1
const STORED = 0
const DEFLATED = 8

/**
 * Whether a ZIP archive, by its central directory, is one an office program would have written: whole, of bounded size
 * once unpacked, in one piece, not encrypted, and without macros or names that lead out of it. Nothing is unpacked.
 * Source: APPNOTE.TXT 6.3.10, sections 4.3.12 and 4.3.16.
 */
export function isSoundArchive(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === undefined) return false
  const entries = view.getUint16(end + 10, true)
  const inAllDisks = view.getUint16(end + 8, true)
  const size = view.getUint32(end + 12, true)
  const start = view.getUint32(end + 16, true)
  if (entries === 0 || entries > MAX_ENTRIES || entries !== inAllDisks || start + size !== end) return false
  let at = start
  let packed = 0
  let unpacked = 0
  for (let count = 0; count < entries; count++) {
    if (at + ENTRY_SIZE > end || view.getUint32(at, true) !== ENTRY) return false
    const method = view.getUint16(at + 10, true)
    if (view.getUint16(at + 8, true) & ENCRYPTED || (method !== STORED && method !== DEFLATED)) return false
    packed += view.getUint32(at + 20, true)
    unpacked += view.getUint32(at + 24, true)
    // Entries that overlap are the way to make a small archive unpack to anything.
    if (packed > start || unpacked > MAX_UNPACKED) return false
    const named = at + ENTRY_SIZE
    const next = named + view.getUint16(at + 28, true)
    if (next > end || !isSoundName(bytes.subarray(named, next))) return false
    at = next + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return at === end
}

function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - END_SIZE
  for (let at = last; at >= 0 && at >= last - MAX_COMMENT; at--) {
    if (view.getUint32(at, true) === END && at + END_SIZE + view.getUint16(at + 20, true) === view.byteLength) return at
  }
  return undefined
}

function isSoundName(bytes: Uint8Array): boolean {
  const name = new TextDecoder().decode(bytes)
  return (
    name.length > 0 &&
    !name.startsWith('/') &&
    !/[\\\0]|^[a-z]:/i.test(name) &&
    !name.split('/').includes('..') &&
    !/(^|\/)vbaProject\.bin$/i.test(name)
  )
}

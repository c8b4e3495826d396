import { crc32 } from 'node:zlib'

export interface Entry {
  name: string
  bytes: string
  /** What the directory says the entry unpacks to, where that is a lie. */
  unpacked?: number
  flags?: number
}

/** A ZIP archive with unpacked entries, made by hand so that tests can make it wrong. */
export function archive(entries: readonly Entry[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes, unpacked, flags = 0 } of entries) {
    const content = Buffer.from(bytes)
    const label = Buffer.from(name)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(flags, 2)
    facts.writeUInt32LE(crc32(content), 10)
    facts.writeUInt32LE(content.length, 14)
    facts.writeUInt32LE(unpacked ?? content.length, 18)
    facts.writeUInt16LE(label.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), facts, label, content])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), facts, place, label]))
    parts.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, listed, Buffer.from('PK\x05\x06'), end])
}

/** The least that counts as an OpenDocument text, with further entries. */
export function openDocument(...further: Entry[]): Uint8Array {
  return archive([{ name: 'mimetype', bytes: 'application/vnd.oasis.opendocument.text' }, ...further])
}

import { createHash } from 'node:crypto'
import type { Act } from '../access/act.ts'
import type { Db } from '../db/database.ts'
import { Problem } from '../errors.ts'
import { fileKey } from '../files/key.ts'
import { newId } from '../ids.ts'
import { type Kind, kinds } from './kinds.ts'
import { safeName } from './name.ts'
import { redraw } from './picture.ts'
import { sniff } from './sniff.ts'
import { files, type StoredFile } from './table.ts'

/** The most a file may weigh. */
export const MAX_FILE_MEGABYTES = 20
export const MAX_PICTURE_MEGABYTES = 10
const MEGABYTE = 1_000_000

export interface Sent {
  /** As the sender calls it. */
  name: string
  bytes: Uint8Array
}

/** A file as it will be kept. */
export interface Examined {
  name: string
  type: string
  bytes: Uint8Array
  width: number | null
  height: number | null
}

/**
 * Says what a file is and makes it fit to be kept: pictures are drawn anew, the name is made safe.
 * @param only refuses everything but pictures, for portraits and logos
 * @throws Problem `tooLarge`, `fileType`, `notAnImage` or `tooManyPixels`
 */
export async function examine({ name, bytes }: Sent, only?: 'picture'): Promise<Examined> {
  limit(bytes, MAX_FILE_MEGABYTES)
  const kind = await sniff(name, bytes)
  if (only === 'picture' && kind?.family !== 'picture') throw new Problem('invalid', 'platform:errors.notAnImage')
  if (!kind) throw new Problem('invalid', 'platform:errors.fileType')
  if (kind.family !== 'picture')
    return { name: safeName(name, kind), type: kind.type, bytes, width: null, height: null }
  limit(bytes, MAX_PICTURE_MEGABYTES)
  const picture = await redraw(bytes, kind.type)
  const kept: Kind = kinds.find(({ type }) => type === picture.type) ?? kind
  return { ...picture, name: safeName(name, kept) }
}

/**
 * Accepts a file: examines it, stores its bytes, writes its row in the open transaction. The bytes come first, so that a
 * row without bytes never exists; bytes whose transaction came to nothing are swept away later.
 * @param attachedTo the row it hangs on; where that is not made yet, `attachFile` follows in the same transaction
 * @param only refuses everything but pictures, for portraits and logos
 * @throws Problem `tooLarge`, `fileType`, `notAnImage` or `tooManyPixels`
 */
export async function acceptFile(
  db: Db,
  act: Act,
  sent: Sent & { attachedTo?: { type: string; id: string }; only?: 'picture' },
): Promise<StoredFile> {
  const { name, type, bytes, width, height } = await examine(sent, sent.only)
  const id = newId()
  const row: StoredFile = {
    id,
    name,
    type,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    key: fileKey(id),
    attachedType: sent.attachedTo?.type ?? null,
    attachedId: sent.attachedTo?.id ?? null,
    createdBy: act.actor.id,
    createdAt: act.now.toISOString(),
    width,
    height,
  }
  await act.platform.files.put(row.key, bytes, type)
  await db.insert(files).values(row)
  return row
}

function limit(bytes: Uint8Array, megabytes: number): void {
  if (bytes.length > megabytes * MEGABYTE)
    throw new Problem('too-large', 'platform:errors.tooLarge', { values: { megabytes } })
}

import type { Act } from '#platform/access/act.ts'
import { acceptFile } from '#platform/attachments/accept.ts'
import { fileOf, filesOf, removeFile } from '#platform/attachments/attached.ts'
import { fileHeaders } from '#platform/attachments/serve.ts'
import type { StoredFile } from '#platform/attachments/table.ts'
import { record } from '#platform/changes/record.ts'
import type { Db } from '#platform/db/database.ts'
import { Problem } from '#platform/errors.ts'
import { listingChanged } from '../events.ts'
import type { Listing } from './find.ts'
import { about } from './news.ts'

const TYPE = 'listing'
const MOST = 10

const holder = (row: { id: string }) => ({ type: TYPE, id: row.id })

/** The files that hang on a listing, oldest first. */
export function attachmentsOf(db: Db, row: { id: string }): Promise<StoredFile[]> {
  return filesOf(db, TYPE, [row.id])
}

/**
 * Hangs a file on a listing.
 * @throws Problem `conflict` when it has ten already, or what `acceptFile` throws
 */
export async function attach(db: Db, act: Act, row: Listing, sent: File): Promise<StoredFile> {
  const there = await attachmentsOf(db, row)
  if (there.length >= MOST)
    throw new Problem('conflict', 'listings:errors.manyAttachments', { values: { count: MOST } })
  const bytes = new Uint8Array(await sent.arrayBuffer())
  const kept = await acceptFile(db, act, { name: sent.name, bytes, attachedTo: holder(row) })
  await record(db, act, listingChanged, about(row, { fields: ['attachments'] }))
  return kept
}

/** @throws Problem `not-found` */
export async function detach(db: Db, act: Act, row: Listing, file: string): Promise<void> {
  await removeFile(db, holder(row), file)
  await record(db, act, listingChanged, about(row, { fields: ['attachments'] }))
}

/** Takes all files away from a listing that is to be removed. */
export async function detachAll(db: Db, row: Listing): Promise<void> {
  for (const { id } of await attachmentsOf(db, row)) await removeFile(db, holder(row), id)
}

/**
 * A file of a listing with its bytes, and the headers that keep it from acting in a browser.
 * @throws Problem `not-found`
 */
export async function readAttachment(db: Db, act: Act, row: Listing, id: string) {
  const file = await fileOf(db, holder(row), id)
  const stream = await act.platform.files.get(file.key)
  if (!stream) throw new Error(`The bytes of file ${file.id} are missing from the store`)
  const chunks: Uint8Array<ArrayBuffer>[] = []
  for await (const chunk of stream) chunks.push(new Uint8Array(chunk))
  // What the answer says by itself: the type, the length and the name.
  const { 'Content-Type': type, 'Content-Length': _, 'Content-Disposition': __, ...headers } = fileHeaders(file, true)
  return { file: new File(chunks, file.name, type ? { type } : {}), headers }
}

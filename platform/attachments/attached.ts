import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Db } from '../db/database.ts'
import { notFound } from '../errors.ts'
import { files, type StoredFile } from './table.ts'

/** The row that files hang on. The capability it belongs to decides who may see, add and remove them. */
export interface Holder {
  /** `document`, as the policy calls it. */
  type: string
  id: string
}

/**
 * Hangs a file on a row.
 * @throws Problem `not-found`
 */
export async function attachFile(db: Db, file: string, to: Holder): Promise<void> {
  const changed = await db
    .update(files)
    .set({ attachedType: to.type, attachedId: to.id })
    .where(eq(files.id, file))
    .returning({ id: files.id })
  if (changed.length === 0) throw notFound()
}

/** The files that hang on any of the rows, oldest first. */
export function filesOf(db: Db, type: string, ids: readonly string[]): Promise<StoredFile[]> {
  return db
    .select()
    .from(files)
    .where(and(eq(files.attachedType, type), inArray(files.attachedId, [...ids])))
    .orderBy(asc(files.id))
}

/**
 * One file of a row: asked for with its holder, so that nobody reaches a file through the rights on another row.
 * @throws Problem `not-found`
 */
export async function fileOf(db: Db, holder: Holder, file: string): Promise<StoredFile> {
  const [row] = await db.select().from(files).where(itsOwn(holder, file))
  if (!row) throw notFound()
  return row
}

/**
 * Takes a file away from a row, for ever; the next sweep removes its bytes.
 * @throws Problem `not-found`
 */
export async function removeFile(db: Db, holder: Holder, file: string): Promise<StoredFile> {
  const [row] = await db.delete(files).where(itsOwn(holder, file)).returning()
  if (!row) throw notFound()
  return row
}

function itsOwn({ type, id }: Holder, file: string) {
  return and(eq(files.id, file), eq(files.attachedType, type), eq(files.attachedId, id))
}

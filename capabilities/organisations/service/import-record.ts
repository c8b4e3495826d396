import { eq } from 'drizzle-orm'
import type { Db } from '#platform/db/database.ts'
import { notFound } from '#platform/errors.ts'
import { organisationImports } from '../table.ts'

export type ImportRow = typeof organisationImports.$inferSelect

/** @throws Problem `not-found` */
export async function findImport(db: Db, id: string): Promise<ImportRow> {
  const [row] = await db.select().from(organisationImports).where(eq(organisationImports.id, id))
  if (!row) throw notFound()
  return row
}

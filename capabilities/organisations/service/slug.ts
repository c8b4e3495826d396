import { eq, like, or } from 'drizzle-orm'
import type { Db } from '#platform/db/database.ts'
import { folded } from '#platform/db/folded.ts'
import { organisations } from '../table.ts'

/**
 * The last part of an organisation's address on the site: its name in plain letters, with a number where several share
 * it. Addresses do not change when names do.
 */
export async function slugOf(db: Db, { displayName }: { displayName: string }): Promise<string> {
  const stem = plainSlug(displayName)
  const taken = await db
    .select({ slug: organisations.slug })
    .from(organisations)
    .where(or(eq(organisations.slug, stem), like(organisations.slug, `${stem}-%`)))
  const slugs = new Set(taken.map(({ slug }) => slug))
  if (!slugs.has(stem)) return stem
  let number = 2
  while (slugs.has(`${stem}-${number}`)) number++
  return `${stem}-${number}`
}

/** A name in plain letters, as far as it has any. */
export function plainSlug(displayName: string): string {
  const plain = folded(displayName)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  return plain || 'organisation'
}

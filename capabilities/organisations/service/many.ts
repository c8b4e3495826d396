import { and, asc, gt, inArray, isNull } from 'drizzle-orm'
import type { Db } from '#platform/db/database.ts'
import { organisations } from '../table.ts'

export type OrganisationProfile = typeof organisations.$inferSelect

/** The next organisations in good standing in the order of their ids, after one of them or from the first. */
export async function organisationsAfter(db: Db, after: string | null, limit: number): Promise<OrganisationProfile[]> {
  return db
    .select()
    .from(organisations)
    .where(and(isNull(organisations.suspendedAt), after === null ? undefined : gt(organisations.id, after)))
    .orderBy(asc(organisations.id))
    .limit(limit)
}

/** Those of the organisations that there are and that are in good standing, in no particular order. */
export async function organisationsAmong(db: Db, ids: readonly string[]): Promise<OrganisationProfile[]> {
  if (ids.length === 0) return []
  return db
    .select()
    .from(organisations)
    .where(and(inArray(organisations.id, [...ids]), isNull(organisations.suspendedAt)))
}

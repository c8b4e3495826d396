import { and, asc, eq, like } from 'drizzle-orm'
import { users } from '#platform/auth/table.ts'
import { auditEntries } from '#platform/changes/table.ts'
import type { Db } from '#platform/db/database.ts'
import { listingVersions } from '../table.ts'

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** What was done to a listing, oldest first: its versions with what differs from one to the next, and every deed. */
export async function historyOf(db: Db, listing: string) {
  const [saved, deeds] = await Promise.all([
    db
      .select({
        version: listingVersions.version,
        at: listingVersions.at,
        person: users.name,
        snapshot: listingVersions.snapshot,
      })
      .from(listingVersions)
      .leftJoin(users, eq(users.id, listingVersions.person))
      .where(eq(listingVersions.listing, listing))
      .orderBy(asc(listingVersions.version)),
    db
      .select({ at: auditEntries.at, event: auditEntries.event, person: users.name, facts: auditEntries.facts })
      .from(auditEntries)
      .leftJoin(users, eq(users.id, auditEntries.actor))
      .where(and(eq(auditEntries.subject, listing), like(auditEntries.event, 'listing.%')))
      .orderBy(asc(auditEntries.seq)),
  ])
  return {
    versions: saved.map(({ snapshot, ...version }, at) => ({
      ...version,
      changed: differences(saved[at - 1]?.snapshot ?? {}, snapshot),
    })),
    // The facts were written as JSON.
    deeds: deeds.map((deed) => ({ ...deed, facts: deed.facts as Record<string, Json> })),
  }
}

function differences(before: Record<string, unknown>, after: Record<string, unknown>) {
  return Object.keys(after)
    .filter((field) => !same(before[field], after[field]))
    .map((field) => ({ field, before: (before[field] ?? null) as Json, after: (after[field] ?? null) as Json }))
}

/** A version that was not there yet had every field empty. */
function same(before: unknown, after: unknown): boolean {
  const nothing = (value: unknown) =>
    value == null || value === '' || value === false || (Array.isArray(value) && value.length === 0)
  return (nothing(before) && nothing(after)) || JSON.stringify(before) === JSON.stringify(after)
}

import { asc, eq, sql } from 'drizzle-orm'
import type { SiteRole } from '#platform/access/actor.ts'
import { users } from '#platform/auth/table.ts'
import type { Db } from '#platform/db/database.ts'
import { profiles } from '../table.ts'

/** The accounts that came with the demonstration world, known by the domain of their addresses, which nobody can own. */
export async function demonstrationAccounts(db: Db) {
  const rows = await db
    .select({
      name: users.name,
      email: users.email,
      headline: profiles.headline,
      locale: profiles.locale,
      siteRoles: profiles.siteRoles,
    })
    .from(users)
    .innerJoin(profiles, eq(profiles.person, users.id))
    .where(sql`${users.email} like '%@demo.entente.example'`)
    .orderBy(asc(sql`cardinality(${profiles.siteRoles})`), asc(users.name))
    .limit(30)
  return rows.map((row) => ({ ...row, siteRoles: row.siteRoles as SiteRole[] }))
}

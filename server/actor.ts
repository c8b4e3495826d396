import { and, eq, sql } from 'drizzle-orm'
import { memberships } from '#capabilities/organisations/table.ts'
import { profiles } from '#capabilities/people/table.ts'
import type { Actor, SiteRole, TokenScope } from '#platform/access/actor.ts'
import { users } from '#platform/auth/table.ts'
import type { Db } from '#platform/db/database.ts'

export interface LoadedActor {
  actor: Actor
  /** The language the person chose. */
  locale: string
}

/** What the policy needs to know of a person, from `users` and what is joined to it by `loadActor` and its like. */
export const personFields = {
  id: users.id,
  name: users.name,
  email: users.email,
  emailVerified: users.emailVerified,
  locale: profiles.locale,
  siteRoles: profiles.siteRoles,
  suspendedAt: profiles.suspendedAt,
  standing: sql<
    Record<string, string>
  >`coalesce((select jsonb_object_agg(${memberships.organisation}, ${memberships.role})
    from ${memberships} where ${and(eq(memberships.person, users.id), eq(memberships.state, 'active'))}), '{}')`,
}

interface PersonRow {
  id: string
  name: string
  email: string
  emailVerified: boolean
  locale: string | null
  siteRoles: string[] | null
  suspendedAt: string | null
  standing: Record<string, string>
}

/**
 * A person as the policy sees them: their roles on the site and in organisations, as they are now.
 * @param scopes what the access token allows, or null for a session
 * @returns null for a person who is not there, or is suspended
 */
export async function loadActor(
  db: Db,
  person: string,
  scopes: readonly TokenScope[] | null,
): Promise<LoadedActor | null> {
  const [row] = await db
    .select(personFields)
    .from(users)
    .leftJoin(profiles, eq(profiles.person, users.id))
    .where(eq(users.id, person))
  return row ? actorFrom(row, scopes) : null
}

/** @returns null for a person who is suspended */
export function actorFrom(row: PersonRow, scopes: readonly TokenScope[] | null): LoadedActor | null {
  if (row.suspendedAt) return null
  const siteRoles = (row.siteRoles ?? []) as SiteRole[]
  // A token acts with the roles of the site only where it says so.
  const administers = scopes === null || scopes.includes('administer')
  return {
    locale: row.locale ?? 'en',
    actor: {
      id: row.id,
      kind: 'person',
      name: row.name,
      email: row.email,
      emailVerified: row.emailVerified,
      siteRoles: administers ? siteRoles : [],
      standing: new Map(Object.entries(row.standing)),
      scopes,
    },
  }
}

import { sql } from 'drizzle-orm'
import { checkTrail, type TrailCheck } from '#platform/changes/trail.ts'
import type { Platform } from '#platform/platform.ts'
import { type Session, UsageError } from './session.ts'

const roles = ['administrator', 'moderator'] as const
type Role = (typeof roles)[number]

export function isSiteRole(text: string): text is Role {
  return roles.some((role) => role === text)
}

/**
 * Makes a person an administrator or a moderator, or no longer.
 * @returns the roles the person has now
 * @throws UsageError when nobody has the address
 */
export async function setSiteRole({ api }: Session, email: string, role: Role, granted: boolean): Promise<Role[]> {
  const wanted = email.toLowerCase()
  const { rows } = await api.people.list({ q: wanted, perPage: 100 })
  const person = rows.find((row) => row.email.toLowerCase() === wanted)
  if (!person)
    throw new UsageError(`Nobody here has the address ${email}. They sign up first, then you grant the role.`)
  const others = person.siteRoles.filter((each) => each !== role)
  const changed = await api.people.setSiteRoles({ id: person.id, roles: granted ? [...others, role] : others })
  return changed.siteRoles
}

/** Checks one trail, or every one there is. */
export async function checkTrails({ database }: Platform, chain: string | undefined): Promise<TrailCheck[]> {
  const { db } = database
  if (chain) return [await checkTrail(db, chain)]
  const heads = await db.execute<{ chain: string }>(sql`select chain from audit_heads order by chain`)
  const checks: TrailCheck[] = []
  for (const head of heads.rows) checks.push(await checkTrail(db, head.chain))
  return checks
}

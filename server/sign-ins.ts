import { DEMONSTRATION_PASSWORD } from '#capabilities/people/schema.ts'
import { users } from '#platform/auth/table.ts'
import type { Platform } from '#platform/platform.ts'

/** The demonstration's accounts, one to a line, for the terminal. */
export async function demonstrationSignIns({ database }: Platform): Promise<string[]> {
  const rows = await database.db.select({ name: users.name, email: users.email }).from(users).limit(100)
  const demonstration = rows.filter(({ email }) => email.endsWith('.example'))
  if (demonstration.length === 0) return []
  return [
    `demonstration sign-ins, password "${DEMONSTRATION_PASSWORD}":`,
    ...demonstration.map(({ name, email }) => `  ${email.padEnd(48)} ${name}`),
  ]
}

import { hashPassword } from 'better-auth/crypto'
import type { Act } from '#platform/access/act.ts'
import { type Actor, visitor } from '#platform/access/actor.ts'
import { accounts as accountTable, users } from '#platform/auth/table.ts'
import { DAY } from '#platform/clock.ts'
import type { Db } from '#platform/db/database.ts'
import { namedId } from '#platform/ids.ts'
import accounts from './demo/accounts.json' with { type: 'json' }
import { DEMONSTRATION_PASSWORD } from './schema.ts'
import { profiles } from './table.ts'

/** An account of the demonstration: a role, not a real person. */
export interface DemonstrationAccount {
  key: string
  name: string
  email: string
  /** Key of the organisation the account acts for. */
  organisation: string
  role: 'owner' | 'manager' | 'member'
  locale: string
  headline: string
  moderator?: boolean
  administrator?: boolean
}

export const demonstrationAccounts = accounts as DemonstrationAccount[]

export function demonstrationPerson(key: string): string {
  return namedId(`person:${key}`)
}

/** An act of an account of the demonstration, some days ago. @param key the account's */
export function personAct(act: Act, key: string, daysAgo: number): Act {
  const actor: Actor = { ...visitor, kind: 'person', id: demonstrationPerson(key) }
  return { ...act, actor, now: new Date(act.now.getTime() - daysAgo * DAY) }
}

export const demo = {
  name: 'people',
  after: [],
  async seed(db: Db, act: Act): Promise<void> {
    const now = act.now.toISOString()
    const password = await hashPassword(DEMONSTRATION_PASSWORD)
    for (const { key, name, email, locale, headline, moderator, administrator } of demonstrationAccounts) {
      const id = demonstrationPerson(key)
      await db.insert(users).values({ id, name, email, emailVerified: true })
      await db
        .insert(accountTable)
        .values({ id: namedId(`account:${key}`), userId: id, accountId: id, providerId: 'credential', password })
      await db.insert(profiles).values({
        person: id,
        locale,
        headline,
        siteRoles: [...(administrator ? ['administrator'] : []), ...(moderator ? ['moderator'] : [])],
        termsAcceptedAt: now,
        createdAt: now,
        updatedAt: now,
      })
    }
  },
}

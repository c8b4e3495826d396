import { inArray } from 'drizzle-orm'
import { users } from '#platform/auth/table.ts'
import type { Db } from '#platform/db/database.ts'
import { isLocale, type Locale } from '#platform/i18n/locales.ts'
import { wishes } from '../table.ts'

/** A person to whom something is told. */
export interface Recipient {
  id: string
  email: string
  locale: Locale
  /** Null: nothing is mailed, as the address is not confirmed or the account is suspended. */
  rhythm: 'immediate' | 'daily' | 'weekly' | 'never' | null
  mutedKinds: readonly string[]
}

/** The people, with their language and what they want by mail. Whoever is no more is left out. */
export async function recipients(db: Db, persons: readonly string[]): Promise<Recipient[]> {
  if (persons.length === 0) return []
  const rows = await db
    .select({ id: users.id, email: users.email, emailVerified: users.emailVerified, ...wishes })
    .from(users)
    .where(inArray(users.id, [...new Set(persons)]))
    // Everybody who tells the same people locks their rows in the same order.
    .orderBy(users.id)
  return rows.map(({ id, email, emailVerified, locale, mailRhythm, mutedKinds, suspendedAt }) => ({
    id,
    email,
    locale: isLocale(locale) ? locale : 'en',
    rhythm: emailVerified && !suspendedAt ? rhythmOf(mailRhythm) : null,
    mutedKinds: mutedKinds ?? [],
  }))
}

function rhythmOf(text: string | null): Recipient['rhythm'] {
  return text === 'daily' || text === 'weekly' || text === 'never' ? text : 'immediate'
}

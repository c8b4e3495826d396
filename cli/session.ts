import { eq } from 'drizzle-orm'
import { systemActor } from '#platform/access/actor.ts'
import { users } from '#platform/auth/table.ts'
import { readConfig } from '#platform/config.ts'
import { isLocale, type Locale } from '#platform/i18n/locales.ts'
import type { Platform } from '#platform/platform.ts'
import type { RequestContext } from '#platform/procedure.ts'
import { loadActor } from '#server/actor.ts'
import type { Client } from '#server/api.ts'
import { clientFor } from '#server/client.ts'
import { openPlatform } from '#server/open-platform.ts'
import { tell } from './terminal.ts'

/** What one command works with. */
export interface Session {
  platform: Platform
  context: RequestContext
  api: Client
}

/** The command cannot be carried out as it was given; the message says what to do. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/**
 * Opens the platform for one command and closes it afterwards.
 * @param as the e-mail address of the person it is done as; left out: the operator of the machine, who may do everything
 * @throws UsageError when nobody has that address
 */
export async function withSession<Result>(
  as: string | undefined,
  run: (session: Session) => Promise<Result>,
): Promise<Result> {
  // Only what goes wrong is of interest beside the answer.
  const config = readConfig({ ...process.env, LOG_LEVEL: process.env.LOG_LEVEL || 'error' })
  const { platform, close } = await openPlatform(tell, config)
  try {
    const caller = { platform, door: 'cli' as const, ...(await actorFor(platform, as)) }
    const context = { ...caller, headers: new Headers(), answerHeaders: new Headers() }
    return await run({ platform, context, api: clientFor(caller) })
  } finally {
    await close()
  }
}

async function actorFor({ database }: Platform, as: string | undefined) {
  const spoken = (process.env.LC_ALL || process.env.LANG || 'en').slice(0, 2)
  const locale: Locale = isLocale(spoken) ? spoken : 'en'
  if (!as) return { actor: systemActor('operator'), locale }
  const [person] = await database.db.select({ id: users.id }).from(users).where(eq(users.email, as.toLowerCase()))
  const loaded = person && (await loadActor(database.db, person.id, null))
  if (!loaded) throw new UsageError(`Nobody with the address ${as} may sign in here. Check it, or leave --as out.`)
  return { actor: loaded.actor, locale }
}

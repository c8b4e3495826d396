import { AsyncLocalStorage } from 'node:async_hooks'
import type { Act } from '../access/act.ts'
import type { Db } from '../db/database.ts'
import type { Locale } from '../i18n/locales.ts'

/** What goes on while better-auth works: whose deed it is part of, in which transaction, for a reader of which language. */
export interface AuthWork extends Act {
  db: Db
  locale: Locale
}

const current = new AsyncLocalStorage<AuthWork>()

/** Lets better-auth work as part of a deed: all it reads and writes goes through the deed's transaction. */
export function during<Result>(work: AuthWork, run: () => Promise<Result>): Promise<Result> {
  return current.run(work, run)
}

/** The deed that better-auth is working for. */
export function currentWork(): AuthWork {
  const work = current.getStore()
  if (!work) throw new Error('better-auth was called outside of during()')
  return work
}

/** The database as better-auth is given it: always the transaction of the current deed, else the pool. */
export function currentDatabase(pool: Db): Db {
  return new Proxy(pool, {
    get(_, name) {
      const db = current.getStore()?.db ?? pool
      const value: unknown = Reflect.get(db, name)
      return typeof value === 'function' ? value.bind(db) : value
    },
  })
}

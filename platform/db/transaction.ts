import { Problem } from '../errors.ts'
import type { Db } from './database.ts'

interface PostgresFault {
  code: string
  constraint?: string
}

function postgresFault(error: unknown): PostgresFault | undefined {
  for (let each: unknown = error; each instanceof Error; each = each.cause) {
    const { code, constraint } = each as Error & { code?: unknown; constraint?: string }
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return constraint ? { code, constraint } : { code }
  }
  return undefined
}

const DEADLOCK = '40P01'
const SERIALIZATION = '40001'

/** What open transactions still have to do before they end. */
const lastThings = new WeakMap<Db, (() => Promise<void>)[]>()

/** Runs in one transaction; one that lost a deadlock did nothing, so it is run again, twice at most. */
export async function inTransaction<Result>(db: Db, run: (tx: Db) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction(async (tx) => {
        const last: (() => Promise<void>)[] = []
        lastThings.set(tx, last)
        const result = await run(tx)
        lastThings.delete(tx)
        for (const each of last) await each()
        return result
      })
    } catch (error) {
      const code = postgresFault(error)?.code
      if (attempt === 3 || (code !== DEADLOCK && code !== SERIALIZATION)) throw error
    }
  }
}

/**
 * Leaves something to do for the end of the open transaction.
 * @returns false where `inTransaction` did not open it: the caller does it at once
 */
export function beforeCommit(tx: Db, run: () => Promise<void>): boolean {
  const last = lastThings.get(tx)
  last?.push(run)
  return last !== undefined
}

const said = new Map<string, string>()

/**
 * Gives the sentence for a broken constraint, beside the table that names it.
 * @param constraint its name in the database
 * @param key `organisations:errors.alreadyMember`
 */
export function explainConstraint(constraint: string, key: string): void {
  said.set(constraint, key)
}

/**
 * What a refusal by the database means for the person: a clash for a broken constraint, a moment's patience for a
 * database that is away or busy. Undefined for anything else.
 */
export function faultOf(error: unknown): Problem | undefined {
  const fault = postgresFault(error)
  if (!fault) {
    const message =
      error instanceof Error ? `${error.message} ${error.cause instanceof Error ? error.cause.message : ''}` : ''
    return /ECONNREFUSED|ECONNRESET|Connection terminated|timeout exceeded when trying to connect/.test(message)
      ? new Problem('unavailable', 'platform:errors.busy')
      : undefined
  }
  const { code, constraint } = fault
  if (code.startsWith('23'))
    return new Problem('conflict', (constraint && said.get(constraint)) || 'platform:errors.clash')
  if (code === '22021' || code === '22P05') return new Problem('invalid', 'platform:errors.nulCharacter')
  if (code === '55P03' || code === '57014' || code.startsWith('53') || code.startsWith('57P') || code.startsWith('08'))
    return new Problem('unavailable', 'platform:errors.busy')
  return undefined
}

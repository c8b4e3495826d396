import type { DBAdapter, Where } from 'better-auth/adapters'
import { hashed } from '../ids.ts'

/**
 * Keeps session tokens as hashes only: whoever reads the database cannot take over a session. better-auth goes on working
 * with the tokens themselves, so they are hashed on their way into every query and put back into what it asked for by
 * token. Sessions found otherwise, by their person, come back with the hash.
 */
export function hashingSessionTokens(inner: DBAdapter): DBAdapter {
  const outer: DBAdapter = {
    ...inner,
    create: async (given) => {
      const raw = tokenIn(given.model, given.data)
      return withToken(await inner.create({ ...given, data: withToken(given.data, raw && hashed(raw)) }), raw)
    },
    findOne: async (given) => withToken(await inner.findOne(hashedWhere(given)), askedToken(given)),
    findMany: (given) => inner.findMany(hashedWhere(given)),
    count: (given) => inner.count(hashedWhere(given)),
    update: async (given) => withToken(await inner.update(hashedWhere(given)), askedToken(given)),
    updateMany: (given) => inner.updateMany(hashedWhere(given)),
    delete: (given) => inner.delete(hashedWhere(given)),
    deleteMany: (given) => inner.deleteMany(hashedWhere(given)),
    consumeOne: (given) => inner.consumeOne(hashedWhere(given)),
    incrementOne: (given) => inner.incrementOne(hashedWhere(given)),
    transaction: (run) => run(outer),
  }
  return outer
}

interface Query {
  model: string
  where?: Where[] | undefined
}

function hashedWhere<Given extends Query>(given: Given): Given {
  if (given.model !== 'session' || !given.where) return given
  return { ...given, where: given.where.map((each) => (each.field === 'token' ? hashedValue(each) : each)) }
}

function hashedValue(where: Where): Where {
  const { value } = where
  if (typeof value === 'string') return { ...where, value: hashed(value) }
  if (Array.isArray(value)) return { ...where, value: value.map((each) => hashed(String(each))) }
  throw new Error('A session is looked up by a token that is no text')
}

function askedToken({ model, where }: Query): string | undefined {
  const value = model === 'session' ? where?.find(({ field }) => field === 'token')?.value : undefined
  return typeof value === 'string' ? value : undefined
}

function tokenIn(model: string, data: object): string | undefined {
  return model === 'session' && 'token' in data && typeof data.token === 'string' ? data.token : undefined
}

function withToken<Row>(row: Row, token: string | undefined): Row {
  return row && token ? { ...row, token } : row
}

import { os } from '@orpc/server'
import type { RequestContext } from '../procedure.ts'
import { CLIENT_HEADER, type Limit, spend } from './limits.ts'

/**
 * Limits how often a procedure may be tried: `write(…).use(tries(limit, (input) => input.email))`. The try is counted
 * before the procedure opens its transaction, so it counts whatever comes of it.
 * @param account whose account is tried: an address, a person's id
 */
export function tries<Input>(
  limit: Limit,
  account: (input: Input, context: RequestContext) => string | Promise<string>,
) {
  return os.$context<RequestContext>().middleware(async ({ context, next }, input: Input) => {
    const { database, clock } = context.platform
    const who = { client: context.headers.get(CLIENT_HEADER), account: await account(input, context) }
    await spend(database.db, limit, who, clock.now())
    return next()
  })
}

/**
 * For procedures whose answer holds a secret: it is not kept for a repetition under the same idempotency key, as answers
 * are otherwise, so a repetition makes another one.
 */
export const secretAnswer = os
  .$context<RequestContext>()
  .middleware(({ next }) => next({ context: { idempotencyKey: undefined } }))

import type { HTTPMethod, HTTPPath } from '@orpc/client'
import type { InferSchemaInput } from '@orpc/contract'
import { type ORPCError, os, ValidationError } from '@orpc/server'
import type { SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type { Act } from './access/act.ts'
import type { Actor, Door } from './access/actor.ts'
import { decide, type Effect, type OpenRule, type Policy, type RowRule } from './access/policy.ts'
import type { Db } from './db/database.ts'
import { faultOf, inTransaction } from './db/transaction.ts'
import { answerTo, notFound, Problem } from './errors.ts'
import type { Locale } from './i18n/locales.ts'
import { say } from './i18n/messages.ts'
import { issueSaid } from './i18n/validation.ts'
import { once } from './idempotency.ts'
import { traceOf } from './log.ts'
import type { Platform } from './platform.ts'

/** What every door hands to a procedure. */
export interface RequestContext {
  platform: Platform
  actor: Actor
  locale: Locale
  door: Door
  /** The client's key for this request, if it sent one: a repetition gets the first answer. */
  idempotencyKey?: string | undefined
  /** The request's own headers: for what needs the session's cookie. */
  headers: Headers
  /** Headers of the answer: for what sets the session's cookie. */
  answerHeaders: Headers
}

/** What the door tells about a procedure, beside its input and output. */
export interface ProcedureMeta {
  /** `listing.edit`: the action of the policy that is decided on. */
  action: string
  effect: Effect
}

type Subject<P, A extends string> =
  P extends Policy<infer Row, infer Actions, infer Opens>
    ? A extends Actions
      ? Row
      : A extends keyof Opens
        ? Parameters<Opens[A]>[1]
        : never
    : never

type ActionOf<P> = P extends Policy<infer _Row, infer Actions, infer Opens> ? Actions | (keyof Opens & string) : never

/** What the body of a procedure works with. */
export interface Call<Input, P, A extends string> extends Act {
  /** For writes, the open transaction. */
  db: Db
  input: Input
  locale: Locale
  headers: Headers
  answerHeaders: Headers
  /** Decides; throws unless the actor may do the declared action to this subject. */
  allow(...subject: Subject<P, A> extends undefined ? [] : [Subject<P, A>]): void
  /** Says that the rows are limited by the policy's list predicate, which is handed through. */
  within(predicate: SQL | undefined): SQL | undefined
}

interface Definition<I extends z.ZodType, O extends z.ZodType, P, A extends string> {
  /** `POST /listings/{id}/publish` */
  path: `${HTTPMethod} ${HTTPPath}`
  /** One line, in English: the OpenAPI summary and the MCP tool's description. */
  summary: string
  /** More, where the summary does not say it all. */
  description?: string
  tags?: string[]
  input: I
  output: O
  run(call: Call<z.output<I>, P, A>): Promise<InferSchemaInput<O>>
}

// biome-ignore lint/suspicious/noExplicitAny: stands for a policy of any row; each use narrows it
type AnyPolicy = Policy<any, any, any>

/** An operation that changes nothing. */
export function read<P extends AnyPolicy, A extends ActionOf<P>, I extends z.ZodType, O extends z.ZodType>(
  policy: P,
  action: A,
  definition: Definition<I, O, P, A>,
) {
  return define('read', policy, action, definition)
}

/** An operation that changes something: it runs in one transaction, at most once for each idempotency key. */
export function write<P extends AnyPolicy, A extends ActionOf<P>, I extends z.ZodType, O extends z.ZodType>(
  policy: P,
  action: A,
  definition: Definition<I, O, P, A>,
) {
  return define('write', policy, action, definition)
}

function define<P extends AnyPolicy, A extends ActionOf<P>, I extends z.ZodType, O extends z.ZodType>(
  effect: Effect,
  policy: P,
  action: A,
  { path, summary, description, tags, input: inputSchema, output, run }: Definition<I, O, P, A>,
) {
  const [method, address] = path.split(' ') as [HTTPMethod, HTTPPath]
  const name = `${policy.resource}.${action}`
  return os
    .$context<RequestContext>()
    .$meta<ProcedureMeta>({ action: name, effect })
    .use(async ({ context, next, path: at }) => {
      try {
        return await next()
      } catch (error) {
        throw toAnswer(error, context, at.join('.'))
      }
    })
    .route({
      method,
      path: address,
      summary,
      tags: tags ?? [address.split('/')[1] ?? ''],
      ...(description ? { description } : {}),
    })
    .input(inputSchema)
    .output(output)
    .handler(async ({ input, context, path: at }) => {
      const { platform, actor, door } = context
      const now = platform.clock.now()
      const body = async (db: Db): Promise<InferSchemaInput<O>> => {
        let decided = false
        const answer = await run({
          db,
          input: input as z.output<I>,
          actor,
          now,
          door,
          platform,
          locale: context.locale,
          headers: context.headers,
          answerHeaders: context.answerHeaders,
          allow: (...subject) => {
            decided = true
            refuse(decide(actor, effect, policy, action, subject[0]), actor, effect)
          },
          within: (predicate) => {
            decided = true
            refuse(actor.scopes && !actor.scopes.includes(effect) ? 'scope' : 'allow', actor, effect)
            return predicate
          },
        })
        if (!decided) throw new Error(`${at.join('.')} answered without deciding on ${name}`)
        return answer
      }
      const { db } = platform.database
      if (effect === 'read') return body(db)
      return inTransaction(db, (tx) =>
        context.idempotencyKey && actor.id
          ? once(tx, { actor: actor.id, key: context.idempotencyKey, path: at.join('.'), input, now }, () => body(tx))
          : body(tx),
      )
    })
}

function refuse(verdict: ReturnType<typeof decide>, actor: Actor, scope: Effect): void {
  switch (verdict) {
    case 'allow':
      return
    case 'hide':
      throw notFound()
    case 'sign-in':
      throw new Problem('unauthenticated', 'platform:errors.signIn')
    case 'scope':
      throw new Problem('forbidden', 'platform:errors.scope', { values: { scope } })
    case 'deny':
      throw new Problem('forbidden', actor.emailVerified ? 'platform:errors.denied' : 'platform:errors.unverified')
  }
}

/** Every failure becomes an answer with a sentence; what nobody expected is noted and says nothing of the inside. */
function toAnswer(error: unknown, context: RequestContext, path: string): unknown {
  const sentence = (said: Parameters<typeof say>[1]) => say(context.locale, said)
  const problem = error instanceof Problem ? error : (invalidInput(error) ?? faultOf(error))
  if (problem) return answerTo(problem, sentence)
  context.platform.log.error({ path, error: traceOf(error) }, 'unexpected failure')
  return error
}

function invalidInput(error: unknown): Problem | undefined {
  const cause = (error as ORPCError<string, unknown> | undefined)?.cause
  if (!(cause instanceof ValidationError) || (error as { code?: string }).code !== 'BAD_REQUEST') return undefined
  return new Problem('invalid', 'platform:errors.invalid', {
    fields: (cause.issues as z.core.$ZodIssue[]).map((issue) => ({
      field: issue.path.join('.'),
      said: issueSaid(issue),
    })),
  })
}

export type { OpenRule, RowRule }

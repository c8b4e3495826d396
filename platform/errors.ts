import { ORPCError } from '@orpc/server'

/** What is wrong with one field: where it is, and a sentence for the person who filled it in. */
export interface FieldProblem {
  /** Dotted path in the input, `contact.email`. */
  field: string
  message: string
}

export interface ProblemData {
  /** What a program can rely on, `listing.leak`. */
  reason: string
  fields: FieldProblem[]
  /** Facts that help to act on it: both versions of a stale row, the seconds to wait. */
  details?: Record<string, unknown>
}

/** A key of the messages with its values: turned into a sentence where the reader's language is known. */
export interface Said {
  key: string
  values?: Record<string, string | number>
}

const statuses = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
  unexpected: 500,
} as const

export type ProblemCode = keyof typeof statuses

/**
 * An expected failure: bad input, a missing right, a clash. Thrown by services; turned at the door into a sentence in the
 * reader's language and an RFC 9457 answer.
 */
export class Problem extends Error {
  override name = 'Problem'
  readonly code: ProblemCode
  readonly said: Said
  readonly fields: { field: string; said: Said }[]
  readonly details: Record<string, unknown> | undefined

  /**
   * @param key the sentence, `listings:errors.deadlinePassed`; its last part is also the reason programs see
   */
  constructor(
    code: ProblemCode,
    key: string,
    extra: {
      values?: Record<string, string | number>
      fields?: { field: string; said: Said }[]
      details?: Record<string, unknown>
    } = {},
  ) {
    super(key)
    this.code = code
    this.said = extra.values ? { key, values: extra.values } : { key }
    this.fields = extra.fields ?? []
    this.details = extra.details
  }
}

/** One field is wrong. */
export function invalidField(field: string, key: string, values?: Record<string, string | number>): Problem {
  const said = values ? { key, values } : { key }
  return new Problem('invalid', 'platform:errors.invalid', { fields: [{ field, said }] })
}

export function notFound(): Problem {
  return new Problem('not-found', 'platform:errors.notFound')
}

/** The row was changed by somebody else since it was read. Nothing is lost: both versions are in the answer. */
export function stale(current: unknown): Problem {
  return new Problem('stale', 'platform:errors.stale', { details: { current } })
}

/** The answer to a problem, its sentences in the reader's language. */
export function answerTo(problem: Problem, say: (said: Said) => string): ORPCError<string, ProblemData> {
  const reason = problem.said.key.replace(/^platform:errors\./, '').replace(':errors.', '.')
  return new ORPCError(problem.code.toUpperCase().replaceAll('-', '_'), {
    status: statuses[problem.code],
    message: say(problem.said),
    data: {
      reason,
      fields: problem.fields.map(({ field, said }) => ({ field, message: say(said) })),
      ...(problem.details ? { details: problem.details } : {}),
    },
    cause: problem,
  })
}

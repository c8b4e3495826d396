import { data, redirect } from 'react-router'

/** What is wrong with a form, for its error summary and its fields. */
export interface FormProblem {
  status: number
  reason: string
  message: string
  /** The sentence for each field, and under '' the one for the whole form where no field is at fault. */
  errors: Record<string, string>
  details?: Record<string, unknown>
}

/** What an action returns when it could not do as asked: the problem, and what was typed. */
export interface Refused {
  problem: FormProblem
  values: Record<string, string | string[]>
}

interface ApiError {
  status: number
  message: string
  data?: { reason?: string; fields?: { field: string; message: string }[]; details?: Record<string, unknown> }
}

function isApiError(error: unknown): error is ApiError {
  return error instanceof Error && 'status' in error && typeof error.status === 'number'
}

/** The problem behind an error of the API, or undefined for any other error. */
export function problemOf(error: unknown): FormProblem | undefined {
  if (!isApiError(error)) return undefined
  const { status, message, data: facts } = error
  return {
    status,
    reason: facts?.reason ?? 'unexpected',
    message,
    errors: facts?.fields?.length
      ? Object.fromEntries(
          facts.fields.map(({ field, message: sentence }) => [field.replace(/^(change|draft)\./, ''), sentence]),
        )
      : { '': message },
    ...(facts?.details ? { details: facts.details } : {}),
  }
}

/** What was typed, by field, so that a refused form keeps it. Passwords are not given back. */
export function typed(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {}
  for (const name of new Set(form.keys())) {
    if (/password|secret|token/i.test(name)) continue
    const all = form.getAll(name).filter((value): value is string => typeof value === 'string')
    values[name] = all.length > 1 || name.endsWith('[]') ? all : (all[0] ?? '')
  }
  return values
}

/**
 * Runs what a form asks for. A refusal by the API becomes data for the form with what was typed; anything unexpected goes
 * on to the error page.
 */
export async function attempt<Result>(form: FormData, run: () => Promise<Result>) {
  try {
    return await run()
  } catch (error) {
    const problem = problemOf(error)
    if (!problem || problem.status === 404) throw toResponse(error)
    return data<Refused>({ problem, values: typed(form) }, { status: problem.status })
  }
}

/** An API error as the answer that the error page shows; a visitor who has to sign in is led there and back. */
export function toResponse(error: unknown, here?: string): unknown {
  const problem = problemOf(error)
  if (!problem) return error
  if (problem.status === 401 && here) return redirect(`/sign-in?to=${encodeURIComponent(here)}`)
  return data(problem, { status: problem.status })
}

/**
 * Runs what a loader needs. A refusal becomes the error page with its status; a visitor who has to sign in is led to
 * sign in and back.
 */
export async function load<Result>(request: Request, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run()
  } catch (error) {
    const { pathname, search } = new URL(request.url)
    throw toResponse(error, pathname + search)
  }
}

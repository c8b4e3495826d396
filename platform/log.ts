import { pino } from 'pino'

/** Structured log: one JSON object a line. Personal values are never passed to it. */
export interface Log {
  debug(facts: object, message: string): void
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}

/** Writes to standard error, so that standard output stays free for what a person or a pipe asked for. */
export function createLog(level: string): Log {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: ['*.password', '*.token', '*.email'] },
    pino.destination(2),
  )
}

/** What failed and where, without the values of a query that failed: they may be personal. */
export function traceOf(error: unknown): string {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return trace.replace(/\nparams: [\s\S]*?(?=\n {4}at |$)/, '')
}

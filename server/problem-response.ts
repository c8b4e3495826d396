import { answerTo, type Problem } from '#platform/errors.ts'
import type { Locale } from '#platform/i18n/locales.ts'
import { say } from '#platform/i18n/messages.ts'

/** A refusal that no procedure made, in the same form (RFC 9457). */
export function problemResponse(problem: Problem, locale: Locale, headers: Record<string, string> = {}): Response {
  const { status, message, data } = answerTo(problem, (said) => say(locale, said))
  return new Response(JSON.stringify({ type: 'about:blank', status, title: message, ...data }), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...retryAfter(data.details), ...headers },
  })
}

/** The seconds that a refusal says to wait, as programs read them (RFC 9110, 10.2.3). */
export function retryAfter(details: unknown): { 'Retry-After'?: string } {
  const seconds = (details as { seconds?: unknown } | undefined)?.seconds
  return typeof seconds === 'number' ? { 'Retry-After': String(Math.ceil(seconds)) } : {}
}

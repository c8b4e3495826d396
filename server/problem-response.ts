import { answerTo, type Problem } from '#platform/errors.ts'
import type { Locale } from '#platform/i18n/locales.ts'
import { say } from '#platform/i18n/messages.ts'

/** A refusal that no procedure made, in the same form (RFC 9457). */
export function problemResponse(problem: Problem, locale: Locale, headers: Record<string, string> = {}): Response {
  const { status, message, data } = answerTo(problem, (said) => say(locale, said))
  return new Response(JSON.stringify({ type: 'about:blank', status, title: message, ...data }), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  })
}

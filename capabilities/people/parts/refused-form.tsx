import type { Refused } from '#web/form.ts'

/** What an action of a page with several forms may return. */
export type RefusedForm = Refused | Record<string, unknown>

/** The refusal of one form of a page with several, told apart by their `intent`. */
export function refusedOf(answer: RefusedForm | undefined, ...intents: string[]): Refused | undefined {
  if (!answer || !isRefused(answer)) return undefined
  return intents.includes(String(answer.values.intent)) ? answer : undefined
}

function isRefused(answer: RefusedForm): answer is Refused {
  return 'problem' in answer && 'values' in answer
}

import type * as schema from '../schema.ts'

// The schema's choices once more, as the schema itself would bring its library of checks into the browser.

export const subjects = ['listing', 'expression'] as const satisfies typeof schema.subjects
export const reasons = [
  'spam',
  'misleading',
  'offensive',
  'private',
  'unlawful',
  'other',
] as const satisfies typeof schema.reasons
export const reportStates = ['open', 'settled'] as const satisfies typeof schema.reportStates

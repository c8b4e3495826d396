import type { z } from 'zod'
import type { Said } from '../errors.ts'

type Issue = z.core.$ZodIssue

/**
 * The sentence for one fault in the input. A schema may name its own as its message (`listings:errors.deadlinePassed`);
 * otherwise the fault's kind decides.
 */
export function issueSaid(issue: Issue): Said {
  if (/^[a-z-]+:errors\.[\w.]+$/.test(issue.message)) return { key: issue.message }
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null || issue.message.includes('received undefined')
        ? { key: 'platform:invalid.missing' }
        : { key: 'platform:invalid.type', values: { expected: issue.expected } }
    case 'too_small':
      if (issue.origin === 'string')
        return Number(issue.minimum) <= 1
          ? { key: 'platform:invalid.missing' }
          : { key: 'platform:invalid.short', values: { count: Number(issue.minimum) } }
      if (issue.origin === 'array') return { key: 'platform:invalid.few', values: { count: Number(issue.minimum) } }
      return { key: 'platform:invalid.low', values: { minimum: Number(issue.minimum) } }
    case 'too_big':
      if (issue.origin === 'string') return { key: 'platform:invalid.long', values: { count: Number(issue.maximum) } }
      if (issue.origin === 'array') return { key: 'platform:invalid.many', values: { count: Number(issue.maximum) } }
      return { key: 'platform:invalid.high', values: { maximum: Number(issue.maximum) } }
    case 'invalid_format':
      if (issue.format === 'email') return { key: 'platform:invalid.email' }
      if (issue.format === 'url') return { key: 'platform:invalid.url' }
      if (issue.format === 'date' || issue.format === 'datetime') return { key: 'platform:invalid.date' }
      return { key: 'platform:invalid.format' }
    case 'invalid_value':
      return { key: 'platform:invalid.choice' }
    case 'unrecognized_keys':
      return { key: 'platform:invalid.unknown', values: { names: issue.keys.join(', ') } }
    default:
      return { key: 'platform:invalid.format' }
  }
}

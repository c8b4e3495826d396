import type * as people from '../../people/schema.ts'
import type * as schema from '../schema.ts'

// The schemas' choices once more, as a schema itself would bring its library of checks into the browser.

export const jobStates = ['waiting', 'retrying', 'failed', 'running'] as const satisfies typeof schema.jobStates
export const mailStates = ['queued', 'sent', 'kept', 'failed'] as const satisfies typeof schema.mailStates
export const doors = ['page', 'rest', 'mcp', 'cli', 'job'] as const satisfies typeof schema.doors
export const siteRoles = ['administrator', 'moderator'] as const satisfies typeof people.siteRoles
export const personSorts = ['name', 'joined'] as const satisfies typeof people.personSorts

import type * as schema from '../schema.ts'

// The schema's choices once more, as the schema itself would bring its library of checks into the browser.

export const searchKinds = ['need', 'offer', 'organisation'] as const satisfies typeof schema.searchKinds
export const FOUND_AT_MOST = 500 satisfies typeof schema.FOUND_AT_MOST

import type * as schema from '../schema.ts'

// The schema's choices once more, as the schema itself would bring its library of checks into the browser.

export const standings = ['listed', 'claimed', 'verified'] as const satisfies typeof schema.standings
export const memberRoles = ['owner', 'manager', 'member'] as const satisfies typeof schema.memberRoles
export const importSources = ['eche', 'ror', 'members'] as const satisfies typeof schema.importSources
export const importStates = [
  ...(['previewing', 'ready', 'running', 'done', 'undoing', 'undone', 'failed'] as const),
] as const satisfies typeof schema.importStates
export const importOutcomes = [
  ...(['new', 'merge', 'suggested', 'unchanged', 'look', 'refused', 'skipped'] as const),
] as const satisfies typeof schema.importOutcomes
export const importFields = [
  ...(['legalName', 'displayName', 'otherNames', 'organisationType', 'size', 'country', 'city', 'address'] as const),
  ...(['website', 'pic', 'oid', 'erasmusCode', 'vat', 'ror', 'foundedYear', 'staff', 'competences'] as const),
  ...(['contactEmail', 'nuts'] as const),
] as const

import { attachments } from './api/attachments.ts'
import { editing } from './api/editing.ts'
import { reading } from './api/reading.ts'
import { reporting } from './api/reporting.ts'
import { standing } from './api/standing.ts'

/** Needs and offers. */
export const listingsApi = { ...reading, ...editing, ...standing, ...reporting, attachments }

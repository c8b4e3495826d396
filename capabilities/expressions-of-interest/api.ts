import { conversation } from './api/conversation.ts'
import { deeds } from './api/deeds.ts'
import { inbox } from './api/inbox.ts'

/** Expressions of interest: from the first word to the agreement. */
export const expressionsOfInterestApi = { ...inbox, ...conversation, ...deeds }

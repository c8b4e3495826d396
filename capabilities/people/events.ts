import { z } from 'zod'
import { defineEvent } from '#platform/changes/record.ts'

const about = z.object({ person: z.uuid() })
/** A personal value enters the trail as a salted commitment only. */
const committed = about.extend({ email: z.string().describe('Commitment to the address') })

export const personJoined = defineEvent('person.joined', committed)
/** Agreed to the terms of use; who signs up by themselves does so with that. */
export const termsAccepted = defineEvent('person.terms-accepted', about)
export const addressConfirmed = defineEvent('person.confirmed', about)
/** Asked for another address: a link went there. */
export const addressAsked = defineEvent('person.address-asked', about)
export const addressChanged = defineEvent('person.address-changed', committed)
export const profileChanged = defineEvent('person.changed', about.extend({ fields: z.array(z.string()) }))
export const passwordChanged = defineEvent(
  'person.password-changed',
  about.extend({ how: z.enum(['change', 'reset']) }),
)
export const secondFactorChanged = defineEvent('person.second-factor-changed', about.extend({ on: z.boolean() }))
export const passkeyAdded = defineEvent('person.passkey-added', about)
export const passkeyRemoved = defineEvent('person.passkey-removed', about)
export const sessionsEnded = defineEvent('person.sessions-ended', about.extend({ count: z.number().int() }))
export const tokenCreated = defineEvent(
  'person.token-created',
  about.extend({ token: z.uuid(), scopes: z.array(z.string()) }),
)
export const tokenRevoked = defineEvent('person.token-revoked', about.extend({ token: z.uuid() }))
export const personErased = defineEvent('person.erased', about)
export const personSuspended = defineEvent('person.suspended', about)
export const personRestored = defineEvent('person.restored', about)
export const siteRolesChanged = defineEvent('person.roles-changed', about.extend({ roles: z.array(z.string()) }))

import { z } from 'zod'
import { defineEvent } from '#platform/changes/record.ts'

const about = z.object({ organisation: z.uuid() })

export const organisationCreated = defineEvent('organisation.created', about)
export const organisationChanged = defineEvent('organisation.changed', about.extend({ fields: z.array(z.string()) }))
export const organisationConfirmed = defineEvent('organisation.confirmed', about)
export const organisationVerified = defineEvent('organisation.verified', about)
export const organisationSuspended = defineEvent('organisation.suspended', about.extend({ reason: z.string() }))
export const organisationRestored = defineEvent('organisation.restored', about)
export const membershipAsked = defineEvent('membership.asked', about.extend({ person: z.uuid() }))
export const membershipBegun = defineEvent('membership.begun', about.extend({ person: z.uuid(), role: z.string() }))
export const membershipEnded = defineEvent('membership.ended', about.extend({ person: z.uuid() }))

import { z } from 'zod'
import { defineEvent } from '#platform/changes/record.ts'

const about = z.object({ organisation: z.uuid() })

export const organisationCreated = defineEvent('organisation.created', about)
export const organisationChanged = defineEvent('organisation.changed', about.extend({ fields: z.array(z.string()) }))
export const organisationConfirmed = defineEvent('organisation.confirmed', about)
export const organisationVerified = defineEvent('organisation.verified', about)
export const organisationSuspended = defineEvent('organisation.suspended', about.extend({ reason: z.string() }))
export const organisationRestored = defineEvent('organisation.restored', about)

const ofPerson = about.extend({ person: z.uuid() })
export const membershipAsked = defineEvent('membership.asked', ofPerson.extend({ takeOver: z.boolean() }))
export const membershipDeclined = defineEvent('membership.declined', ofPerson)
export const membershipBegun = defineEvent('membership.begun', ofPerson.extend({ role: z.string() }))
export const membershipChanged = defineEvent('membership.changed', ofPerson.extend({ role: z.string() }))
export const membershipEnded = defineEvent('membership.ended', ofPerson)
/** Somebody took a request back that was not decided yet, or declined. */
export const membershipWithdrawn = defineEvent('membership.withdrawn', ofPerson)
/** Whether the person is shown as someone to talk to. */
export const contactChanged = defineEvent('membership.contact-changed', ofPerson.extend({ contact: z.boolean() }))

const invitation = about.extend({ invitation: z.uuid() })
export const invitationSent = defineEvent('invitation.sent', invitation.extend({ role: z.string() }))
export const invitationRevoked = defineEvent('invitation.revoked', invitation)

const pair = z.object({ body: z.uuid(), member: z.uuid() })
export const affiliationProposed = defineEvent('affiliation.proposed', pair.extend({ by: z.enum(['body', 'member']) }))
export const affiliationBegun = defineEvent('affiliation.begun', pair)
export const affiliationEnded = defineEvent(
  'affiliation.ended',
  pair.extend({ by: z.enum(['body', 'member', 'moderator']) }),
)

/** An organisation that an import made and its undoing takes away again. */
export const organisationRemoved = defineEvent('organisation.removed', about)
const ofImport = z.object({ import: z.uuid() })
export const importStarted = defineEvent('import.started', ofImport.extend({ source: z.string() }))
export const importMapped = defineEvent('import.mapped', ofImport)
export const importRowDecided = defineEvent(
  'import.row-decided',
  ofImport.extend({ line: z.number().int(), decision: z.enum(['new', 'merge', 'skip']) }),
)
export const importReady = defineEvent('import.ready', ofImport)
export const importRun = defineEvent('import.run', ofImport)
export const importDone = defineEvent('import.done', ofImport)
export const importUndoBegun = defineEvent('import.undo-begun', ofImport)
export const importUndone = defineEvent('import.undone', ofImport)
/** What an import would add was taken over, field by field, or set aside. */
export const suggestionSettled = defineEvent(
  'organisation.suggestion-settled',
  about.extend({ import: z.uuid(), line: z.number().int(), fields: z.array(z.string()) }),
)

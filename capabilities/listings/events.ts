import { z } from 'zod'
import { defineEvent } from '#platform/changes/record.ts'
import { outcomes, statuses, visibilities } from './schema.ts'

/** What every event tells: which listing, whose, and how it stands now. */
const about = z.object({
  listing: z.uuid(),
  organisation: z.uuid(),
  status: z.enum(statuses),
  visibility: z.enum(visibilities),
})

export const listingDrafted = defineEvent('listing.drafted', about)
export const listingChanged = defineEvent('listing.changed', about.extend({ fields: z.array(z.string()) }))
export const listingSubmitted = defineEvent('listing.submitted', about)
export const listingPublished = defineEvent('listing.published', about)
export const listingReturned = defineEvent('listing.returned', about.extend({ reason: z.string() }))
export const listingPaused = defineEvent('listing.paused', about)
export const listingResumed = defineEvent('listing.resumed', about)
export const listingFulfilled = defineEvent('listing.fulfilled', about.extend({ outcome: z.enum(outcomes) }))
export const listingWithdrawn = defineEvent('listing.withdrawn', about)
export const listingRenewed = defineEvent('listing.renewed', about.extend({ expiresAt: z.string() }))
/** It ends in so many days, by its expiry or its deadline. */
export const listingEnding = defineEvent('listing.ending', about.extend({ days: z.number().int(), endsAt: z.string() }))
export const listingExpired = defineEvent('listing.expired', about)
export const listingRemoved = defineEvent('listing.removed', about)
/** The owner has said who it is, to one organisation. */
export const listingRevealed = defineEvent('listing.revealed', about.extend({ to: z.uuid() }))
/** A match-only listing was opened to organisations it fits. */
export const listingOpened = defineEvent('listing.opened', about.extend({ to: z.array(z.uuid()) }))

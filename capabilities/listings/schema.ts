import { z } from 'zod'
import { changeOf } from '#platform/change.ts'
import { pageOf, pageQuery } from '#platform/paging.ts'
import { organisationSummary } from '../organisations/schema.ts'
import { reporting } from '../reports/schema.ts'
import { cooperationTypeIds } from '../vocabularies/cooperation-types.ts'
import { countryIds } from '../vocabularies/countries.ts'
import { developmentStageIds } from '../vocabularies/development-stages.ts'
import { ecosystemIds } from '../vocabularies/ecosystems.ts'
import { iprStatusIds } from '../vocabularies/ipr-status.ts'
import { languageIds } from '../vocabularies/languages.ts'
import { listingKindIds } from '../vocabularies/listing-kinds.ts'
import { organisationTypeIds } from '../vocabularies/organisation-types.ts'
import { partnerTypeIds } from '../vocabularies/partner-types.ts'
import { roleTagIds } from '../vocabularies/role-tags.ts'
import { sizeIds } from '../vocabularies/sizes.ts'

export const sides = ['need', 'offer'] as const
export type Side = (typeof sides)[number]

/**
 * public: everybody; members: people who act for an organisation; anonymous: everybody, but not who posts it;
 * match-only: only organisations it was found to fit, and not who posts it.
 */
export const visibilities = ['public', 'members', 'anonymous', 'match-only'] as const
export type Visibility = (typeof visibilities)[number]

export const statuses = [
  'draft',
  'review',
  'returned',
  'published',
  'paused',
  'fulfilled',
  'expired',
  'withdrawn',
] as const
export type ListingStatus = (typeof statuses)[number]

/** What became of a listing: partner found here, found elsewhere, or not found. */
export const outcomes = ['through-entente', 'elsewhere', 'not-met'] as const
export type Outcome = (typeof outcomes)[number]

export const listingSorts = ['newest', 'deadline', 'title', 'relevance'] as const

const words = (most: number) =>
  z
    .array(z.string().trim().min(1).max(80))
    .max(most)
    .transform((list) => [...new Set(list)])
const some = <const Ids extends readonly [string, ...string[]]>(ids: Ids) =>
  z
    .array(z.enum(ids))
    .max(ids.length)
    .transform((list) => [...new Set(list)])
    .default([])
const prose = (most: number) => z.string().trim().max(most).default('')
const trl = () => z.number().int().min(1).max(9).nullable().default(null)
const when = () => z.iso.datetime().nullable().default(null)

/** What a person enters of a need or an offer: the side, one sentence and whose it is are enough. */
export const listingDraft = z.strictObject({
  organisation: z.uuid().describe('The organisation that posts it'),
  side: z.enum(sides).describe('need or offer'),
  title: z.string().trim().min(5).max(200).describe('One sentence that says it'),
  deadline: when().describe('Answers are of no use after this instant'),
  kind: z.enum(listingKindIds).default('business').describe('What it is about'),
  language: z
    .enum(languageIds)
    .nullable()
    .default(null)
    .describe('Language it is written in; null: found from the text'),
  summary: prose(1000).describe('Two or three sentences for lists'),
  description: prose(10_000).describe('The whole of it'),
  advantages: prose(4000).describe('What is new or better'),
  expertiseSought: prose(4000).describe('Expertise or technical specification sought'),
  stage: z.enum(developmentStageIds).nullable().default(null).describe('How far it has come'),
  trlMin: trl().describe('Technology readiness level, from'),
  trlMax: trl().describe('Technology readiness level, to'),
  iprStatus: some(iprStatusIds).describe('How the knowledge is protected'),
  iprNotes: prose(1000).describe('More on its protection'),
  sdgs: z
    .array(z.number().int().min(1).max(17))
    .max(17)
    .transform((list) => [...new Set(list)].sort((a, b) => a - b))
    .default([])
    .describe('Sustainable Development Goals, by number'),
  partnerRole: prose(2000).describe('What the partner would do'),
  partnerTypes: some(partnerTypeIds).describe('Types of partner sought; empty: any'),
  partnerSizes: some(sizeIds).describe('Sizes of partner sought; empty: any'),
  cooperationTypes: some(cooperationTypeIds).describe('How to work together'),
  keywords: words(30).default([]).describe('Technologies and markets'),
  ecosystems: some(ecosystemIds).describe('Industrial ecosystems'),
  targetCountries: z
    .array(z.enum(countryIds))
    .max(60)
    .transform((list) => [...new Set(list)])
    .default([])
    .describe('Where the partner may be; empty: anywhere'),
  languages: some(languageIds).describe('Languages the work can be done in'),
  budget: z.number().int().min(0).max(1_000_000_000).nullable().default(null).describe('Whole euros'),
  programme: prose(200).describe('Funding programme, for research projects'),
  callIdentifier: prose(200).describe('Identifier of the call'),
  durationMonths: z.number().int().min(1).max(240).nullable().default(null).describe('Months the project lasts'),
  coordinatorRequired: z.boolean().default(false).describe('Whether a coordinator is sought'),
  eoiDeadline: when().describe('Last instant for expressions of interest'),
  callDeadline: when().describe('The call closes at this instant'),
  acronym: prose(60).describe('Short name of the project'),
  visibility: z.enum(visibilities).default('public').describe('Who sees it, and whether they see whose it is'),
  dissemination: z.boolean().default(false).describe('May be passed on to partner networks'),
})
export type ListingDraft = z.infer<typeof listingDraft>

export const acknowledged = z
  .array(z.string().max(500))
  .max(200)
  .default([])
  .describe('Keys of findings of the leak check that identify nobody')

const { organisation: _organisation, side: _side, ...changeable } = listingDraft.shape

export const listingChange = z.strictObject({
  id: z.uuid(),
  version: z.number().int().min(1).describe('The version the change was made from'),
  change: changeOf(z.strictObject(changeable)).describe('Only what changes; whose it is and its side stay'),
  acknowledged,
})
export type ListingChange = z.infer<typeof listingChange>['change']

/** What anybody who sees a listing knows of its owner. */
export const ownerTraits = z.object({
  country: z.enum(countryIds),
  organisationType: z.enum(organisationTypeIds),
  size: z.enum(sizeIds).nullable(),
  roleTags: z.array(z.enum(roleTagIds)),
})

export const ownerIdentity = organisationSummary.pick({
  id: true,
  slug: true,
  displayName: true,
  city: true,
  latitude: true,
  longitude: true,
  standing: true,
  demonstration: true,
})

export const listingRights = z.object({
  read: z.boolean(),
  edit: z.boolean(),
  publish: z.boolean(),
  pause: z.boolean(),
  resume: z.boolean(),
  fulfil: z.boolean(),
  withdraw: z.boolean(),
  renew: z.boolean(),
  duplicate: z.boolean(),
  remove: z.boolean(),
  history: z.boolean(),
  review: z.boolean().describe('Let it appear'),
  sendBack: z.boolean().describe('Send it back with a reason'),
  answer: z.boolean().describe('Express interest for one of the reader’s organisations'),
  report: z.boolean().describe('Ask the moderators to look at it'),
})

/** A need or an offer in a list. */
export const listingCard = z.object({
  id: z.uuid(),
  reference: z.string(),
  side: z.enum(sides),
  kind: z.enum(listingKindIds),
  language: z.enum(languageIds),
  title: z.string(),
  summary: z.string(),
  keywords: z.array(z.string()),
  ecosystems: z.array(z.enum(ecosystemIds)),
  cooperationTypes: z.array(z.enum(cooperationTypeIds)),
  partnerTypes: z.array(z.enum(partnerTypeIds)),
  targetCountries: z.array(z.enum(countryIds)),
  trlMin: z.number().int().nullable(),
  trlMax: z.number().int().nullable(),
  deadline: z.iso.datetime().nullable(),
  visibility: z.enum(visibilities),
  status: z.enum(statuses),
  publishedAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime().nullable(),
  updatedAt: z.iso.datetime(),
  owner: ownerTraits,
  organisation: ownerIdentity.nullable().describe('Null where the reader may not know whose it is'),
})
export type ListingCard = z.infer<typeof listingCard>

export const ownListingCard = listingCard.extend({
  reviewReason: z.string().nullable(),
  version: z.number().int(),
  can: listingRights,
})

export const listingAttachment = z.object({
  id: z.uuid(),
  name: z.string(),
  type: z.string().describe('Media type'),
  bytes: z.number().int(),
  createdAt: z.iso.datetime(),
})

/** A need or an offer as its page shows it. */
export const listingView = z.object({
  ...listingDraft.shape,
  id: z.uuid(),
  reference: z.string(),
  language: z.enum(languageIds),
  status: z.enum(statuses),
  owner: ownerTraits,
  organisation: organisationSummary.nullable().describe('Null where the reader may not know whose it is'),
  attachments: z.array(listingAttachment).describe('Empty where the reader may not know whose it is'),
  createdBy: z.uuid().nullable().describe('Told only to the owner’s people and moderators'),
  reviewReason: z.string().nullable().describe('Why it was sent back; told only to the owner’s people and moderators'),
  acknowledgedLeaks: z.array(z.string()).describe('Findings said to identify nobody; told only to the owner’s people'),
  outcome: z.enum(outcomes).nullable(),
  publishedAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime().nullable(),
  closedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  version: z.number().int().describe('Send it back with a change'),
  /** What the reader may do here. */
  can: listingRights,
})
export type ListingView = z.infer<typeof listingView>

export const reportingListing = z.strictObject({ id: z.uuid(), ...reporting })

/** A rectangle on the map, in degrees; one that crosses the 180th meridian has its west east of its east. */
export const box = z.strictObject({
  west: z.number().min(-180).max(180),
  south: z.number().min(-90).max(90),
  east: z.number().min(-180).max(180),
  north: z.number().min(-90).max(90),
})

const filters = {
  side: z.array(z.enum(sides)).default([]),
  kind: z.array(z.enum(listingKindIds)).default([]),
  country: z.array(z.enum(countryIds)).default([]).describe('Where the owner is'),
  targetCountry: z.array(z.enum(countryIds)).default([]).describe('Open to partners from any of these'),
  ecosystem: z.array(z.enum(ecosystemIds)).default([]),
  language: z.array(z.enum(languageIds)).default([]).describe('Language it is written in'),
  cooperationType: z.array(z.enum(cooperationTypeIds)).default([]),
  partnerType: z.array(z.enum(partnerTypeIds)).default([]),
  roleTag: z.array(z.enum(roleTagIds)).default([]).describe('What the owner is'),
  trl: z.number().int().min(1).max(9).optional().describe('Its range holds this level'),
  deadlineAfter: z.iso.datetime().optional(),
  deadlineBefore: z.iso.datetime().optional(),
  organisation: z.uuid().optional().describe('Posted by this organisation, where that may be known'),
  near: box.optional().describe('The owner lies in it, where that may be known'),
}

export const listingQuery = z.strictObject({ ...pageQuery(listingSorts), ...filters })
export type ListingQuery = z.infer<typeof listingQuery>

export const listingPage = pageOf(listingCard)

/** The listings of an organisation for its own people, in every status. */
export const ownListingQuery = z.strictObject({
  ...pageQuery(['updated', 'newest', 'deadline', 'title']),
  organisation: z.uuid().optional().describe('One of the reader’s organisations; all of them where left out'),
  side: filters.side,
  kind: filters.kind,
  status: z.array(z.enum(statuses)).default([]),
  visibility: z.array(z.enum(visibilities)).default([]),
})
export type OwnListingQuery = z.infer<typeof ownListingQuery>

export const ownListingPage = pageOf(ownListingCard).extend({
  byStatus: z.record(z.enum(statuses), z.number().int()).describe('How many there are in each status, over all pages'),
})

const { page, perPage } = pageQuery(['waiting'])
export const waitingQuery = z.strictObject({ page, perPage })

export const facetNames = [
  'side',
  'kind',
  'country',
  'ecosystem',
  'language',
  'cooperationType',
  'partnerType',
  'roleTag',
] as const
export type FacetName = (typeof facetNames)[number]

const { sort: _sort, page: _page, perPage: _perPage, ...facetFilters } = listingQuery.shape
export const facetQuery = z.strictObject(facetFilters)
export type FacetQuery = z.infer<typeof facetQuery>

/** How many listings there are for each value of each filter, under all the other filters. */
export const listingFacets = z.object({
  facets: z.record(z.enum(facetNames), z.record(z.string(), z.number().int())),
  total: z.number().int().describe('Listings under all filters'),
})

export const leakKinds = [
  'name',
  'link',
  'email',
  'phone',
  'registration-number',
  'patent-number',
  'trademark',
  'place',
] as const
export type LeakKind = (typeof leakKinds)[number]

/** Something in a text that would give its owner away. */
export const leak = z.object({
  key: z.string().describe('Names the finding when it is acknowledged as identifying nobody'),
  kind: z.enum(leakKinds),
  text: z.string().describe('As it is written'),
  field: z.string(),
  start: z.number().int().describe('Where it begins in the field, in UTF-16 units'),
  end: z.number().int().describe('Where it ends'),
})
export type Leak = z.infer<typeof leak>

/** The texts that are looked through. */
export const leakTexts = z.strictObject({
  title: z.string().max(200).default(''),
  summary: z.string().max(1000).default(''),
  description: z.string().max(10_000).default(''),
  advantages: z.string().max(4000).default(''),
  expertiseSought: z.string().max(4000).default(''),
  iprNotes: z.string().max(1000).default(''),
  partnerRole: z.string().max(2000).default(''),
  keywords: z.array(z.string().max(80)).max(30).default([]),
  programme: z.string().max(200).default(''),
  callIdentifier: z.string().max(200).default(''),
  acronym: z.string().max(60).default(''),
})
export type LeakTexts = z.infer<typeof leakTexts>

/** What was done to a listing, for its owner: each saved version with what differs from the one before, and each deed. */
export const listingHistory = z.object({
  versions: z.array(
    z.object({
      version: z.number().int(),
      at: z.iso.datetime(),
      person: z.string().nullable().describe('Name of who saved it; null for the platform and people who are gone'),
      changed: z.array(z.object({ field: z.string(), before: z.json(), after: z.json() })),
    }),
  ),
  deeds: z.array(
    z.object({
      at: z.iso.datetime(),
      event: z.string().describe('listing.published, listing.paused, …'),
      person: z.string().nullable(),
      facts: z.record(z.string(), z.json()),
    }),
  ),
})

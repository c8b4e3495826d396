import { z } from 'zod'
import { changeOf } from '#platform/change.ts'
import { pageOf, pageQuery } from '#platform/paging.ts'
import { facetQuery, listingCard, listingRights, sides } from '../listings/schema.ts'
import { organisationSummary } from '../organisations/schema.ts'
import { cooperationTypeIds } from '../vocabularies/cooperation-types.ts'
import { countryIds } from '../vocabularies/countries.ts'
import { ecosystemIds } from '../vocabularies/ecosystems.ts'
import { listingKindIds } from '../vocabularies/listing-kinds.ts'

/** What an organisation says of a match. */
export const marks = ['saved', 'dismissed'] as const
export type Mark = (typeof marks)[number]

/** How often a saved search tells of what is new. */
export const rhythms = ['instant', 'weekly', 'never'] as const
export type Rhythm = (typeof rhythms)[number]

/**
 * A pair is kept, and its two sides are told of it, from this mutual strength on: the geometric mean of how well each
 * answers the other, so that a text that answers everybody a little answers nobody. Chosen by reading the pairs of the
 * demonstration world in the order of their strength: above it nearly all are sound, below 0.3 hardly any.
 */
export const KEPT_FROM = 0.38

/** From here on a match-only listing is opened to the organisation it fits. */
export const OPENED_FROM = 0.45

/**
 * ready: the index holds all there is; warming: it is being loaded, so nothing is said yet.
 */
export const indexStates = ['ready', 'warming'] as const
const state = z.enum(indexStates).describe('warming: the index is being loaded; ask again in a moment')

/**
 * Why there is what there is: nothing-asked: the text has no word to go by; no-common-ground: nothing shares any with it;
 * none-eligible: some do, but each fails a condition.
 */
export const findings = ['found', 'nothing-asked', 'no-common-ground', 'none-eligible'] as const

const fields = ['title', 'summary', 'keywords', 'body'] as const

const concept = z.object({ id: z.string(), label: z.string().describe('In the reader’s language') })

export const conditionCodes = [
  'own-organisation',
  'side',
  'deadline',
  'countries',
  'partner-types',
  'sizes',
  'trl',
  'languages',
] as const
export type ConditionCode = (typeof conditionCodes)[number]

export const condition = z.object({
  code: z.enum(conditionCodes),
  by: z.enum(['platform', 'own', 'theirs']).describe('Who asks it: the platform, one’s own side or the other'),
  outcome: z.enum(['held', 'failed', 'unknown']).describe('unknown: asked, but the other side does not say'),
  asked: z.array(z.string()),
  found: z.array(z.string()),
})
export type Condition = z.infer<typeof condition>

/** Why two fit each other, or why not, as facts. */
export const matchReasons = z.object({
  strength: z.number().describe('0 to 1; rises with the score'),
  score: z.number(),
  components: z
    .object({
      words: z.number(),
      concepts: z.number(),
      sectors: z.number(),
      reciprocity: z.number(),
      freshness: z.number(),
    })
    .describe('They add up to the score'),
  words: z.array(
    z.object({
      own: z.string().describe('As one’s own text writes it'),
      theirs: z.string().describe('As the other text writes it'),
      fields: z.array(z.enum(fields)),
      score: z.number(),
    }),
  ),
  concepts: z.array(
    z.object({
      wanted: concept,
      found: concept,
      relation: z.enum(['same', 'narrower', 'broader', 'related']).describe('What the found is to the wanted'),
      own: z.string().describe('As one’s own text writes it'),
      theirs: z.string().describe('As the other text writes it'),
      field: z.enum(fields).describe('Where the other names it'),
      score: z.number(),
    }),
  ),
  ecosystems: z.array(z.enum(ecosystemIds)).describe('Named by both'),
  cooperationTypes: z.array(z.enum(cooperationTypeIds)).describe('Named by both'),
  conditions: z.array(condition),
  ageInDays: z.number(),
  eligible: z.boolean().describe('Nothing failed, and there is common ground: only then it is found'),
})
export type MatchReasons = z.infer<typeof matchReasons>

export const matchedListing = listingCard.extend({ can: listingRights.pick({ answer: true }) })

const ownListing = listingCard.pick({
  id: true,
  reference: true,
  side: true,
  title: true,
  language: true,
  status: true,
})

/** A need or an offer that fits. */
export const matchRow = z.object({
  own: ownListing.nullable().describe('One’s own need or offer that it fits; null: one’s profile'),
  organisation: z.uuid().describe('One’s own organisation'),
  listing: matchedListing,
  strength: z.number().describe('0 to 1, as seen from one’s own side'),
  mark: z.enum(marks).nullable(),
  foundAt: z.iso.datetime().nullable().describe('When it was found and kept; null: found just now'),
  newcomer: z.boolean().describe('Given a place because its organisation is new here'),
  reasons: matchReasons.nullable().describe('Null while the index is warming'),
})
export type MatchRow = z.infer<typeof matchRow>

/** An organisation whose profile fits. */
export const matchedOrganisation = z.object({
  organisation: organisationSummary,
  strength: z.number(),
  reasons: matchReasons,
})

const limit = z.number().int().min(1).max(50).default(10).describe('Rows at most')

const least = z.number().min(0).max(1).default(0).describe('Leave out what is weaker')

export const ofListingQuery = z.strictObject({ id: z.uuid().describe('One’s own need or offer'), limit, least })
export const ofListingAnswer = z.object({
  state,
  finding: z.enum(findings),
  own: ownListing,
  rows: z.array(matchRow).describe('Best first'),
  weaker: z.number().int().describe('How many weaker ones were left out, within the limit'),
  organisations: z.array(matchedOrganisation).describe('Organisations whose profile fits, five at most'),
})

export const ofOrganisationQuery = z.strictObject({ organisation: z.uuid(), limit, least })
export const ofOrganisationAnswer = z.object({
  state,
  rows: z.array(matchRow).describe('Best first, each once, for the own listing or profile it fits best'),
  weaker: z.number().int().describe('How many weaker ones were left out, within the limit'),
  organisations: z.array(matchedOrganisation),
})

export const pairQuery = z.strictObject({
  listing: z.uuid().describe('The need or offer that asks'),
  candidate: z.uuid().describe('The need, offer or organisation that may answer it'),
})
export const pairAnswer = z.object({
  state,
  own: ownListing,
  listing: matchedListing.nullable(),
  organisation: organisationSummary.nullable(),
  mark: z.enum(marks).nullable(),
  markAs: z.uuid().nullable().describe('In whose name the reader may save or dismiss it'),
  reasons: matchReasons.nullable(),
})

export const marking = z.strictObject({
  organisation: z.uuid().describe('One’s own organisation'),
  listing: z.uuid().nullable().default(null).describe('One’s own need or offer; null: found by the profile'),
  candidate: z.uuid(),
})

export const showing = ['all', 'saved', 'dismissed'] as const
export const mineQuery = z.strictObject({
  ...pageQuery(['newest', 'strongest']),
  show: z.enum(showing).default('all').describe('all: those that were not dismissed'),
  organisation: z.uuid().optional().describe('One of the reader’s organisations'),
  listing: z.uuid().optional().describe('One of the reader’s needs and offers'),
  side: z.array(z.enum(sides)).default([]).describe('Side of what was found'),
  kind: z.array(z.enum(listingKindIds)).default([]),
  country: z.array(z.enum(countryIds)).default([]).describe('Where the other is'),
})
export type MineQuery = z.infer<typeof mineQuery>
export const minePage = pageOf(matchRow).extend({
  state,
  counts: z.record(z.enum(showing), z.number().int()).describe('Of all of them, under no filter'),
  listings: z.number().int().describe('How many published needs and offers the reader’s organisations have'),
})

export const refreshView = z.object({
  id: z.uuid(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  done: z.number().int(),
  total: z.number().int(),
  found: z.number().int(),
})
export const stateView = z.object({
  state: z.enum(['idle', 'warming', 'ready']),
  documents: z.number().int(),
  lag: z.number().int(),
  refresh: refreshView.nullable().describe('The newest going through all listings'),
})

/** The filters of the board, as far as they are kept: no page and no order. */
export const savedQuery = facetQuery
export type SavedQuery = z.infer<typeof savedQuery>

/** The board under the filters of a saved search. */
export function boardAddress(query: SavedQuery): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) for (const each of value) params.append(name, each)
    else if (typeof value === 'object') params.set(name, [value.west, value.south, value.east, value.north].join(','))
    else if (value !== undefined) params.set(name, String(value))
  }
  const text = params.toString()
  return text === '' ? '/discover' : `/discover?${text}`
}

export const searchDraft = z.strictObject({
  name: z.string().trim().min(2).max(120),
  query: savedQuery.default(savedQuery.parse({})).describe('The filters of the list of needs and offers'),
  rhythm: z.enum(rhythms).default('weekly').describe('When to tell of what is new'),
})
export type SearchDraft = z.infer<typeof searchDraft>
export const searchChange = z.strictObject({
  id: z.uuid(),
  version: z.number().int().min(1).describe('The version the change was made from'),
  change: changeOf(searchDraft),
})

export const searchView = z.object({
  ...searchDraft.shape,
  query: savedQuery,
  id: z.uuid(),
  version: z.number().int(),
  told: z.number().int().describe('Of how many needs and offers it has told'),
  lastToldAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type SearchView = z.infer<typeof searchView>
const { q: _q, ...searchPaging } = pageQuery(['name', 'newest'])
export const searchQuery = z.strictObject(searchPaging)
export const searchPage = pageOf(searchView)

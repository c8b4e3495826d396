import { z } from 'zod'
import { pageOf, pageQuery } from '#platform/paging.ts'
import { listingCard } from '../listings/schema.ts'
import { organisationSummary } from '../organisations/schema.ts'
import { countryIds } from '../vocabularies/countries.ts'
import { languageIds } from '../vocabularies/languages.ts'

/** What can be searched. People cannot. */
export const searchKinds = ['need', 'offer', 'organisation'] as const
export type SearchKind = (typeof searchKinds)[number]

/** Of each kind, this many are found at most: who has more to read narrows the search. */
export const FOUND_AT_MOST = 500

const { q: _q, sort: _sort, ...paging } = pageQuery(['relevance'])
export const searchQuery = z.strictObject({
  ...paging,
  q: z.string().trim().max(200).default('').describe('Words in any language; found by their meaning too'),
  kind: z.array(z.enum(searchKinds)).default([]),
  country: z.array(z.enum(countryIds)).default([]).describe('Where the organisation is'),
  language: z.array(z.enum(languageIds)).default([]).describe('Language it is written in'),
})
export type SearchQuery = z.infer<typeof searchQuery>

export const searchRow = z.object({
  kind: z.enum(searchKinds),
  id: z.uuid(),
  title: z.string(),
  address: z.string().describe('A page of the site'),
  listing: listingCard.nullable(),
  organisation: organisationSummary.nullable(),
})
export type SearchRow = z.infer<typeof searchRow>

export const searchAnswer = pageOf(searchRow).extend({
  counts: z.record(z.enum(searchKinds), z.number().int()).describe(`Found of each kind; at most ${FOUND_AT_MOST}`),
  complete: z.boolean().describe('False while the index is warming: words are found, meanings not yet'),
})

export const suggestion = z.object({
  kind: z.enum(searchKinds),
  title: z.string(),
  language: z.string(),
  address: z.string(),
})
export const suggestionQuery = z.strictObject({ q: z.string().trim().max(200) })

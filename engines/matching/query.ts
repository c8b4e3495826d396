import type { MatchDocument, OrganisationSize, OrganisationType, Side, TrlRange } from './document.ts'

/** Words somebody typed. Without a language they are read in every language the thesaurus knows. */
export interface TextQuery {
  text: string
  language?: string | undefined
}

/** What is looked for: whatever answers this document, or whatever these words are found in. */
export type Query = MatchDocument | TextQuery

export function isDocument(query: Query): query is MatchDocument {
  return 'side' in query
}

/** On whose behalf documents are found, which decides the visibilities admitted. */
export type Audience = 'public' | 'members' | 'matching'

/** Filters the searcher sets by hand. A list admits what is in it; an empty or missing one admits everything. */
export interface Filters {
  countries?: readonly string[] | undefined
  organisationTypes?: readonly OrganisationType[] | undefined
  roleTags?: readonly string[] | undefined
  sizes?: readonly OrganisationSize[] | undefined
  kinds?: readonly string[] | undefined
  languages?: readonly string[] | undefined
  sectors?: readonly string[] | undefined
  trl?: TrlRange | undefined
}

export interface SearchOptions {
  /** Milliseconds since 1970-01-01 UTC: decides deadlines, freshness and who is new. */
  now: number
  /** Results wanted at most; 20 when left out. */
  limit?: number | undefined
  excludeOrganisations?: readonly string[] | undefined
  excludeIds?: readonly string[] | undefined
  filters?: Filters | undefined
  /**
   * For a text: admit only what has every word asked, in whatever language, or a concept that answers for it. When left
   * out one word in common is enough. Of a text of more than 31 words the first 31 are insisted on.
   */
  everyWord?: boolean | undefined
  /** Sides sought; when left out the opposite of the query's (a profile seeks profiles), for a text every side. */
  sides?: readonly Side[] | undefined
  /** When left out `matching` for a document and `public` for a text. */
  audience?: Audience | undefined
  /** Results one organisation may take; when left out 2 for a document, no bound for a text. */
  maxPerOrganisation?: number | undefined
  /** Whether a newcomer is given the last place; when left out true for a document, false for a text. */
  newcomers?: boolean | undefined
}

/** The sides a query seeks unless told otherwise. */
export function sidesSought(query: Query): readonly Side[] {
  if (!isDocument(query)) return ['need', 'offer', 'profile']
  if (query.side === 'need') return ['offer']
  return query.side === 'offer' ? ['need'] : ['profile']
}

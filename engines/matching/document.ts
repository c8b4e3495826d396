/** Which way a document looks: a need seeks offers, an offer seeks needs, a profile describes a whole organisation. */
export type Side = 'need' | 'offer' | 'profile'

/**
 * Organisation types as the EU programmes abbreviate them: higher education, research, private for profit, public body,
 * other.
 */
export type OrganisationType = 'HES' | 'REC' | 'PRC' | 'PUB' | 'OTH'

export type OrganisationSize = 'micro' | 'small' | 'medium' | 'large'

/**
 * Who may see a document. `anonymous` is shown to everyone without its organisation, `members` only to people signed
 * in, `match-only` never in a list of search results, only as a match to another document.
 */
export type Visibility = 'public' | 'members' | 'anonymous' | 'match-only'

/** Technology readiness levels 1 to 9, both ends included. */
export interface TrlRange {
  min: number
  max: number
}

/** What a document asks of whoever answers it. A wish left out, or an empty list, asks nothing. */
export interface Wishes {
  /** ISO 3166-1 alpha-2 codes; groups such as the EU are spelt out by the caller. */
  countries?: readonly string[] | undefined
  partnerTypes?: readonly OrganisationType[] | undefined
  roleTags?: readonly string[] | undefined
  sizes?: readonly OrganisationSize[] | undefined
  /** Readiness sought in the other; where it is left out the document's own `trl` is asked. */
  trl?: TrlRange | undefined
  cooperationTypes?: readonly string[] | undefined
  /** ISO 639-1 codes of the languages one can work in. */
  languages?: readonly string[] | undefined
}

/** A need, an offer or an organisation's profile, as the index takes it. */
export interface MatchDocument {
  id: string
  /** Id of the organisation that owns it. */
  organisation: string
  side: Side
  kind: string
  /** ISO 639-1 code of the language its texts are written in. */
  language: string
  title: string
  summary: string
  body: string
  keywords: readonly string[]
  /** ISO 3166-1 alpha-2. */
  country: string
  nuts?: string | undefined
  organisationType: OrganisationType
  roleTags: readonly string[]
  size: OrganisationSize | null
  trl: TrlRange | null
  sectors: readonly string[]
  visibility: Visibility
  /** Milliseconds since 1970-01-01 UTC. */
  publishedAt: number
  /** Last moment an answer is possible, milliseconds since 1970-01-01 UTC; null when there is none. */
  deadline: number | null
  wishes: Wishes
}

/** The text fields, in the order in which counts and lengths are kept everywhere in this engine. */
export const FIELDS = ['title', 'summary', 'keywords', 'body'] as const

export type Field = (typeof FIELDS)[number]

/** The text of one field; keywords are read as separate clauses. */
export function fieldText(document: MatchDocument, field: Field): string {
  return field === 'keywords' ? document.keywords.join('; ') : document[field]
}

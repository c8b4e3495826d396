import type { Relation } from '../thesaurus/concept.ts'
import type { Field } from './document.ts'

/** The parts of a score. Their sum is the score, exactly: every part is a whole multiple of `GRAIN` (score.ts). */
export interface Components {
  words: number
  concepts: number
  sectors: number
  reciprocity: number
  freshness: number
}

/** A word both texts have, in one language or as translations of each other. */
export interface WordReason {
  /** The stem asked for and the one found: the same, or what it is in another language. */
  stem: string
  found: string
  /** The word as the query and as the candidate first write it. */
  querySurface: string
  candidateSurface: string
  /** How often the candidate has it in which field. */
  fields: readonly { field: Field; count: number }[]
  score: number
}

/** A concept the query names and how the candidate answers it, in whatever words and language. */
export interface ConceptReason {
  wanted: string
  found: string
  /** What `found` is to `wanted`: `narrower` means the candidate is the more specific. */
  relation: Relation
  steps: number
  querySurface: string
  candidateSurface: string
  /** The candidate's weightiest field that names it. */
  field: Field
  score: number
}

export type ConstraintCode =
  | 'own-organisation'
  | 'excluded'
  | 'side'
  | 'visibility'
  | 'deadline'
  | 'countries'
  | 'organisation-type'
  | 'role-tags'
  | 'sizes'
  | 'trl'
  | 'languages'
  | 'kinds'
  | 'sectors'
  | 'every-word'

/** Who asks: the platform's own rules, the searcher's filters, the query document or the candidate. */
export type Asker = 'platform' | 'filter' | 'query' | 'candidate'

/**
 * `unknown`: asked, but the other side does not say (no size given, no readiness level); it is let through and earns
 * no reciprocity.
 */
export type Outcome = 'held' | 'failed' | 'unknown'

/** Something asked, and the values that were compared. What nobody asks is not listed. */
export interface ConstraintOutcome {
  code: ConstraintCode
  by: Asker
  outcome: Outcome
  asked: readonly (string | number)[]
  found: readonly (string | number)[]
}

/** How many of its own wishes each side finds met by the other; cooperation types count here though they never exclude. */
export interface ReciprocityReason {
  query: { asked: number; met: number }
  candidate: { asked: number; met: number }
  cooperationTypes: readonly string[]
}

/** Rules of the list, as opposed to the pair, that had a say in a result's place. */
export type ListRule =
  | { code: 'newcomer-exposure'; firstPublishedAt: number; replaced: string }
  | { code: 'organisation-cap'; heldBack: readonly string[] }

export interface Explanation {
  candidate: string
  organisation: string
  score: number
  /** 0..1, rises with the score: see `strength` in score.ts. */
  strength: number
  components: Components
  /** In the order of their stems; their scores add up to `components.words`. */
  words: readonly WordReason[]
  /** In the order of the concepts wanted; their scores add up to `components.concepts`. */
  concepts: readonly ConceptReason[]
  sectors: readonly string[]
  reciprocity: ReciprocityReason
  freshness: { ageInDays: number }
  constraints: readonly ConstraintOutcome[]
  /** True when no constraint failed and something in common was found: only then can it appear in a list. */
  eligible: boolean
}

/** One place in a list. */
export interface Match {
  id: string
  organisation: string
  score: number
  strength: number
  components: Components
  rules: readonly ListRule[]
}

export interface SearchResult {
  matches: readonly Match[]
  /**
   * `nothing-asked`: the query has no word or concept to go by; `no-common-ground`: nothing shares any with it;
   * `none-eligible`: some do, but each fails a constraint.
   */
  status: 'found' | 'nothing-asked' | 'no-common-ground' | 'none-eligible'
}

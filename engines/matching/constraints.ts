import type { MatchDocument, TrlRange, Visibility } from './document.ts'
import type { Asker, ConstraintCode, ConstraintOutcome, Outcome, ReciprocityReason } from './explanation.ts'
import { type Audience, type Filters, isDocument, type Query, type SearchOptions, sidesSought } from './query.ts'

/** The visibilities each audience may be shown. */
export const ADMITTED: Readonly<Record<Audience, readonly Visibility[]>> = {
  public: ['public', 'anonymous'],
  members: ['public', 'anonymous', 'members'],
  matching: ['public', 'anonymous', 'members', 'match-only'],
}

/** The audience a search is for unless told otherwise. */
export function audienceOf(query: Query, options: SearchOptions): Audience {
  return options.audience ?? (isDocument(query) ? 'matching' : 'public')
}

/**
 * Every constraint that somebody asks of this pair, with the values compared: the platform's rules first, then the
 * searcher's filters, then the wishes of the query document and of the candidate.
 */
export function constraintOutcomes(
  query: Query,
  candidate: MatchDocument,
  options: SearchOptions,
): readonly ConstraintOutcome[] {
  const outcomes = [...platformRules(query, candidate, options), ...filterOutcomes(options.filters ?? {}, candidate)]
  if (!isDocument(query)) return outcomes
  return [...outcomes, ...wishOutcomes(query, candidate, 'query'), ...wishOutcomes(candidate, query, 'candidate')]
}

function platformRules(query: Query, candidate: MatchDocument, options: SearchOptions): ConstraintOutcome[] {
  const sides = options.sides ?? sidesSought(query)
  const admitted = ADMITTED[audienceOf(query, options)]
  const rules = [
    rule('side', sides.includes(candidate.side), sides, [candidate.side]),
    rule('visibility', admitted.includes(candidate.visibility), admitted, [candidate.visibility]),
  ]
  if (isDocument(query)) {
    const own = query.organisation === candidate.organisation || query.id === candidate.id
    rules.push(rule('own-organisation', !own, [query.organisation], [candidate.organisation]))
  }
  if (candidate.deadline !== null) {
    rules.push(rule('deadline', candidate.deadline >= options.now, [options.now], [candidate.deadline]))
  }
  const { excludeIds = [], excludeOrganisations = [] } = options
  if (excludeIds.length > 0 || excludeOrganisations.length > 0) {
    const excluded = excludeIds.includes(candidate.id) || excludeOrganisations.includes(candidate.organisation)
    rules.push(
      rule('excluded', !excluded, [...excludeIds, ...excludeOrganisations], [candidate.id, candidate.organisation]),
    )
  }
  return rules
}

function rule(
  code: ConstraintCode,
  holds: boolean,
  asked: readonly (string | number)[],
  found: readonly (string | number)[],
): ConstraintOutcome {
  return { code, by: 'platform', outcome: holds ? 'held' : 'failed', asked, found }
}

function filterOutcomes(filters: Filters, candidate: MatchDocument): ConstraintOutcome[] {
  return [
    ...asks('filter', 'countries', filters.countries, [candidate.country]),
    ...asks('filter', 'organisation-type', filters.organisationTypes, [candidate.organisationType]),
    ...asks('filter', 'role-tags', filters.roleTags, candidate.roleTags, 'failed'),
    ...asks('filter', 'sizes', filters.sizes, candidate.size === null ? [] : [candidate.size], 'failed'),
    ...asks('filter', 'kinds', filters.kinds, [candidate.kind]),
    ...asks('filter', 'languages', filters.languages, languagesOf(candidate)),
    ...asks('filter', 'sectors', filters.sectors, candidate.sectors, 'failed'),
    ...asksTrl('filter', filters.trl, candidate.trl, 'failed'),
  ]
}

/** What the wishes of `asker` ask of `other`. */
export function wishOutcomes(asker: MatchDocument, other: MatchDocument, by: Asker): ConstraintOutcome[] {
  const { wishes } = asker
  return [
    ...asks(by, 'countries', wishes.countries, [other.country]),
    ...asks(by, 'organisation-type', wishes.partnerTypes, [other.organisationType]),
    ...asks(by, 'role-tags', wishes.roleTags, other.roleTags),
    ...asks(by, 'sizes', wishes.sizes, other.size === null ? [] : [other.size]),
    ...asksTrl(by, wishes.trl ?? asker.trl ?? undefined, other.trl),
    ...asks(by, 'languages', wishes.languages, languagesOf(other)),
  ]
}

/** The languages one can deal with an organisation in: the one it wrote in and those it says it works in. */
export function languagesOf(document: MatchDocument): readonly string[] {
  return [document.language, ...(document.wishes.languages ?? [])]
}

function asks(
  by: Asker,
  code: ConstraintCode,
  asked: readonly string[] | undefined,
  found: readonly string[],
  whenUnsaid: Outcome = 'unknown',
): ConstraintOutcome[] {
  if (asked === undefined || asked.length === 0) return []
  const outcome = found.length === 0 ? whenUnsaid : found.some((value) => asked.includes(value)) ? 'held' : 'failed'
  return [{ code, by, outcome, asked, found }]
}

function asksTrl(
  by: Asker,
  asked: TrlRange | undefined,
  found: TrlRange | null,
  whenUnsaid: Outcome = 'unknown',
): ConstraintOutcome[] {
  if (asked === undefined) return []
  const values = [asked.min, asked.max]
  if (found === null) return [{ code: 'trl', by, outcome: whenUnsaid, asked: values, found: [] }]
  const overlaps = asked.min <= found.max && found.min <= asked.max
  return [{ code: 'trl', by, outcome: overlaps ? 'held' : 'failed', asked: values, found: [found.min, found.max] }]
}

/** How many of the wishes of each are met by the other, cooperation types included where both name some. */
export function reciprocity(query: MatchDocument, candidate: MatchDocument): ReciprocityReason {
  const offered = candidate.wishes.cooperationTypes ?? []
  const cooperationTypes = [...new Set(query.wishes.cooperationTypes ?? [])]
    .filter((type) => offered.includes(type))
    .sort()
  return {
    query: wishesMet(query, candidate, cooperationTypes.length > 0),
    candidate: wishesMet(candidate, query, cooperationTypes.length > 0),
    cooperationTypes,
  }
}

function wishesMet(
  asker: MatchDocument,
  other: MatchDocument,
  sameCooperation: boolean,
): { asked: number; met: number } {
  const outcomes = wishOutcomes(asker, other, 'query')
  const namesCooperation = (asker.wishes.cooperationTypes ?? []).length > 0
  return {
    asked: outcomes.length + (namesCooperation ? 1 : 0),
    met: outcomes.filter(({ outcome }) => outcome === 'held').length + (sameCooperation ? 1 : 0),
  }
}

/** From 0 (no wish stated is known to be met) to 1 (both sides have wishes and all are met). */
export function reciprocityShare(reason: ReciprocityReason): number {
  const share = ({ asked, met }: { asked: number; met: number }): number => (asked === 0 ? 0 : met / asked)
  return (share(reason.query) + share(reason.candidate)) / 2
}

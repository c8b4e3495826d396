import { components, shareOf, total } from './components.ts'
import { ADMITTED, audienceOf } from './constraints.ts'
import { demands, demandsMet } from './every-word.ts'
import type { Components, ListRule, Match, SearchResult } from './explanation.ts'
import type { IndexState } from './index-state.ts'
import type { Clause, Filters } from './kernel/postings.ts'
import { type PairRules, pairRules } from './pair-rules.ts'
import { isDocument, type Query, type SearchOptions, sidesSought } from './query.ts'
import { Ranking } from './ranking.ts'
import { fewestSteps, scoreOf, strength } from './score.ts'
import { bestAnswer, clausesOf, ownSlot, type WeightedQuery, weightedQuery } from './weighted-query.ts'

const DEFAULT_LIMIT = 20

/** Results one organisation may take in a list of matches. */
const DEFAULT_PER_ORGANISATION = 2

/** Days for which an organisation counts as new after its first document. */
const NEWCOMER_DAYS = 60

/** A list shorter than this has no place to give away. */
const SHORTEST_LIST_FOR_NEWCOMERS = 5

/** Share of the last place's score a newcomer needs to be given that place. */
const NEWCOMER_SHARE = 0.5

interface Candidate {
  slot: number
  score: number
}

/** One search over the index: exact, in that no eligible document outside the list scores above one inside it. */
export function searchIndex(index: IndexState, query: Query, options: SearchOptions): SearchResult {
  const weighted = weightedQuery(query, index)
  if (!weighted.asksSomething) return { matches: [], status: 'nothing-asked' }
  const scorer = new SlotScorer(index, weighted, query, options)
  const limit = Math.max(0, Math.floor(options.limit ?? DEFAULT_LIMIT) || 0)
  const cap = options.maxPerOrganisation ?? (isDocument(query) ? DEFAULT_PER_ORGANISATION : Number.POSITIVE_INFINITY)

  let capacity = Number.isFinite(cap) ? limit * 2 : limit
  let ranked = scorer.best(capacity)
  let list = capped(ranked, limit, cap, index)
  // The cap can leave places empty while candidates below the first `capacity` would fill them.
  while (list.length < limit && ranked.length === capacity && capacity > 0) {
    capacity *= 4
    ranked = scorer.best(capacity)
    list = capped(ranked, limit, cap, index)
  }
  if ((options.newcomers ?? isDocument(query)) && limit >= SHORTEST_LIST_FOR_NEWCOMERS)
    giveLastPlaceToNewcomer(list, limit, scorer, index)

  const matches = list.map(
    ({ slot, score, rules }): Match => ({
      id: index.idOf(slot),
      organisation: index.facts.organisations.valueOf(index.facts.organisation[slot] ?? 0),
      score,
      strength: strength(score, weighted.selfScore),
      components: scorer.components(slot),
      rules,
    }),
  )
  if (matches.length > 0 || limit === 0) return { matches, status: 'found' }
  return { matches, status: scorer.anyInCommon() ? 'none-eligible' : 'no-common-ground' }
}

class SlotScorer {
  readonly #rules: PairRules
  readonly #index: IndexState
  readonly #weighted: WeightedQuery
  readonly #clauses: readonly Clause[]
  readonly #filters: Filters
  readonly #now: number
  readonly #own: number
  readonly #sectors: readonly string[]
  readonly #sectorShares: Float64Array

  constructor(index: IndexState, weighted: WeightedQuery, query: Query, options: SearchOptions) {
    this.#index = index
    this.#weighted = weighted
    this.#clauses = clausesOf(weighted)
    this.#filters = index.setsOf(options.sides ?? sidesSought(query), ADMITTED[audienceOf(query, options)])
    this.#now = options.now
    this.#own = ownSlot(query, index)
    const pair = pairRules(query, options, index.facts, (slot) => index.idOf(slot))
    const wanted = demands(query, options, index)
    const met = demandsMet(wanted, index)
    this.#rules = wanted.length === 0 ? pair : (slot) => (met(slot) ? pair(slot) : -1)
    this.#sectors = isDocument(query) ? query.sectors : []
    this.#sectorShares = new Float64Array(index.facts.sets.size).fill(-1)
  }

  /** The best `capacity` eligible documents. */
  best(capacity: number): Candidate[] {
    const ranking = new Ranking(capacity, (slot) => this.#index.idOf(slot))
    if (capacity > 0) this.#offerTo(ranking, () => true, 0)
    return ranking.sorted()
  }

  /** The best eligible document of a newcomer, if it scores at least so much. */
  bestNewcomer(least: number): Candidate | undefined {
    const ranking = new Ranking(1, (slot) => this.#index.idOf(slot))
    this.#offerTo(ranking, (slot) => this.isNewcomer(slot), least)
    return ranking.sorted().find(({ score }) => score >= least)
  }

  #offerTo(ranking: Ranking, suits: (slot: number) => boolean, least: number): void {
    const fewest = () => fewestSteps(Math.max(least, ranking.threshold))
    this.#index.postings.search(
      this.#clauses,
      this.#filters,
      (slot, steps) => {
        const share = suits(slot) ? this.#rules(slot) : -1
        if (share >= 0) ranking.offer(slot, total(this.#parts(slot, scoreOf(steps), 0, share)))
        return fewest()
      },
      fewest(),
    )
  }

  /** The parts of a document's score. */
  components(slot: number): Components {
    const { postings } = this.#index
    const steps = { word: 0, concept: 0 }
    for (const word of this.#weighted.words) {
      const best = bestAnswer(word, ({ term }) => postings.impact(term, slot))
      if (best !== null) steps[best.answer.kind] += best.steps
    }
    return this.#parts(slot, scoreOf(steps.word), scoreOf(steps.concept), this.#rules(slot))
  }

  /** Whether any living document but the query's own has anything of it. */
  anyInCommon(): boolean {
    const { postings } = this.#index
    return this.#clauses.some((clause) =>
      clause.some(({ term }) => {
        const own = this.#own >= 0 && postings.impact(term, this.#own) > 0 ? 1 : 0
        return postings.frequency(term) > own
      }),
    )
  }

  /** True when the organisation published its first document so lately that it counts as new. */
  isNewcomer(slot: number): boolean {
    const first = this.#index.firstPublished()[this.#index.facts.organisation[slot] ?? 0] ?? 0
    return first >= this.#now - NEWCOMER_DAYS * 86_400_000
  }

  #parts(slot: number, words: number, concepts: number, reciprocityShare: number): Components {
    return components({
      words,
      concepts,
      sectorShare: this.#sectorShare(slot),
      reciprocityShare,
      publishedAt: this.#index.facts.publishedAt[slot] ?? 0,
      now: this.#now,
    })
  }

  #sectorShare(slot: number): number {
    if (this.#sectors.length === 0) return 0
    const set = this.#index.facts.sectors[slot] ?? 0
    let share = this.#sectorShares[set] ?? 0
    if (share < 0) {
      share = shareOf(this.#sectors, this.#index.facts.sets.membersOf(set))
      this.#sectorShares[set] = share
    }
    return share
  }
}

interface Listed extends Candidate {
  rules: ListRule[]
}

// What an organisation is kept from listing is named at its last place, so that nobody wonders where it went.
function capped(ranked: readonly Candidate[], limit: number, cap: number, index: IndexState): Listed[] {
  const list: Listed[] = []
  const places = new Map<number, number>()
  const heldBack = new Map<number, string[]>()
  for (const candidate of ranked) {
    if (list.length >= limit) break
    const organisation = index.facts.organisation[candidate.slot] ?? 0
    const taken = places.get(organisation) ?? 0
    if (taken >= cap) {
      const ids = heldBack.get(organisation)
      if (ids === undefined) heldBack.set(organisation, [index.idOf(candidate.slot)])
      else ids.push(index.idOf(candidate.slot))
      continue
    }
    places.set(organisation, taken + 1)
    list.push({ ...candidate, rules: [] })
  }
  for (const [organisation, ids] of heldBack) {
    const last = list.findLast(({ slot }) => index.facts.organisation[slot] === organisation)
    last?.rules.push({ code: 'organisation-cap', heldBack: ids })
  }
  return list
}

// Those who have just come have no history to be found by: where a full list shows none of them, the best of them
// takes the last place if it is at least half as good as what stood there.
function giveLastPlaceToNewcomer(list: Listed[], limit: number, scorer: SlotScorer, index: IndexState): void {
  const last = list.at(-1)
  if (last === undefined || list.length < limit) return
  if (list.some(({ slot }) => scorer.isNewcomer(slot))) return
  const newcomer = scorer.bestNewcomer(last.score * NEWCOMER_SHARE)
  if (newcomer === undefined) return
  const organisation = index.facts.organisation[newcomer.slot] ?? 0
  const firstPublishedAt = index.firstPublished()[organisation] ?? 0
  const rule: ListRule = { code: 'newcomer-exposure', firstPublishedAt, replaced: index.idOf(last.slot) }
  list[list.length - 1] = { ...newcomer, rules: [rule] }
}

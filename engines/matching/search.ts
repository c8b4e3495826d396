import type { Accumulators } from './accumulate.ts'
import { components, shareOf, total } from './components.ts'
import { demands, demandsMet } from './every-word.ts'
import type { Components, ListRule, Match, SearchResult } from './explanation.ts'
import type { IndexState } from './index-state.ts'
import { type PairRules, pairRules } from './pair-rules.ts'
import { isDocument, type Query, type SearchOptions } from './query.ts'
import { Ranking } from './ranking.ts'
import { GRAIN, HIGHEST_FACTOR, strength } from './score.ts'
import { type WeightedQuery, weightedQuery } from './weighted-query.ts'

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
export function searchIndex(index: IndexState, work: Accumulators, query: Query, options: SearchOptions): SearchResult {
  const weighted = weightedQuery(query, index)
  if (!weighted.asksSomething) return { matches: [], status: 'nothing-asked' }
  work.run(weighted, index)
  try {
    return ranked(weighted, index, work, query, options)
  } finally {
    work.clear(index.facts.rows)
  }
}

function ranked(
  weighted: WeightedQuery,
  index: IndexState,
  work: Accumulators,
  query: Query,
  options: SearchOptions,
): SearchResult {
  const scorer = new SlotScorer(index, work, query, options)
  const limit = Math.max(0, Math.floor(options.limit ?? DEFAULT_LIMIT) || 0)
  const cap = options.maxPerOrganisation ?? (isDocument(query) ? DEFAULT_PER_ORGANISATION : Number.POSITIVE_INFINITY)
  const newcomers = (options.newcomers ?? isDocument(query)) && limit >= SHORTEST_LIST_FOR_NEWCOMERS

  let capacity = Number.isFinite(cap) ? limit * 2 : limit
  let found = scorer.best(capacity, newcomers)
  let list = capped(found.ranked, limit, cap, index)
  // The cap can leave places empty while candidates below the first `capacity` would fill them.
  while (list.length < limit && found.ranked.length === capacity && capacity > 0) {
    capacity *= 4
    found = scorer.best(capacity, newcomers)
    list = capped(found.ranked, limit, cap, index)
  }
  if (newcomers) giveLastPlaceToNewcomer(list, found.newcomer, limit, scorer, index)

  const matches = list.map(
    ({ slot, score, rules }): Match => ({
      id: index.idOf(slot),
      organisation: index.facts.organisations.valueOf(index.facts.organisation[slot] ?? 0),
      score,
      strength: strength(score, weighted.selfScore),
      components: scorer.components(slot, scorer.rules(slot)),
      rules,
    }),
  )
  if (matches.length > 0 || limit === 0) return { matches, status: 'found' }
  return { matches, status: found.anyInCommon ? 'none-eligible' : 'no-common-ground' }
}

class SlotScorer {
  readonly rules: PairRules
  readonly #index: IndexState
  readonly #work: Accumulators
  readonly #now: number
  readonly #ownSlot: number
  readonly #sectors: readonly string[]
  readonly #sectorShares: Float64Array

  constructor(index: IndexState, work: Accumulators, query: Query, options: SearchOptions) {
    this.#index = index
    this.#work = work
    this.#now = options.now
    const pair = pairRules(query, options, index.facts, (slot) => index.idOf(slot))
    const wanted = demands(query, options, index)
    const met = demandsMet(wanted, index)
    this.rules = wanted.length === 0 ? pair : (slot) => (met(slot) ? pair(slot) : -1)
    this.#ownSlot = isDocument(query) ? (index.slots.get(query.id) ?? -1) : -1
    this.#sectors = isDocument(query) ? query.sectors : []
    this.#sectorShares = new Float64Array(index.facts.sets.size).fill(-1)
  }

  components(slot: number, reciprocityShare: number): Components {
    return components({
      words: this.#work.words[slot] ?? 0,
      concepts: this.#work.concepts[slot] ?? 0,
      sectorShare: this.#sectorShare(slot),
      reciprocityShare,
      publishedAt: this.#index.facts.publishedAt[slot] ?? 0,
      now: this.#now,
    })
  }

  /** True when the organisation published its first document so lately that it counts as new. */
  isNewcomer(slot: number): boolean {
    const first = this.#index.firstPublished()[this.#index.facts.organisation[slot] ?? 0] ?? 0
    return first >= this.#now - NEWCOMER_DAYS * 86_400_000
  }

  /** The best `capacity` eligible documents, and the best eligible one of a newcomer. */
  best(
    capacity: number,
    newcomers: boolean,
  ): { ranked: Candidate[]; newcomer: Candidate | null; anyInCommon: boolean } {
    const { facts } = this.#index
    const { words, concepts } = this.#work
    const ranking = new Ranking(capacity, (slot) => this.#index.idOf(slot))
    const newcomerRanking = new Ranking(1, (slot) => this.#index.idOf(slot))
    let anyInCommon = false
    for (let slot = 0; slot < facts.rows; slot++) {
      const topical = (words[slot] ?? 0) + (concepts[slot] ?? 0)
      if (topical === 0 || facts.live[slot] === 0 || slot === this.#ownSlot) continue
      anyInCommon = true
      // Three parts are rounded, each by less than one grain.
      const bound = topical * HIGHEST_FACTOR + 3 * GRAIN
      const mayRank = bound >= ranking.threshold
      const mayLead = newcomers && bound >= newcomerRanking.threshold && this.isNewcomer(slot)
      if (!mayRank && !mayLead) continue
      const share = this.rules(slot)
      if (share < 0) continue
      const score = total(this.components(slot, share))
      if (mayRank && capacity > 0) ranking.offer(slot, score)
      if (mayLead) newcomerRanking.offer(slot, score)
    }
    return { ranked: ranking.sorted(), newcomer: newcomerRanking.sorted()[0] ?? null, anyInCommon }
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
function giveLastPlaceToNewcomer(
  list: Listed[],
  newcomer: Candidate | null,
  limit: number,
  scorer: SlotScorer,
  index: IndexState,
): void {
  const last = list.at(-1)
  if (newcomer === null || last === undefined || list.length < limit) return
  if (list.some(({ slot }) => scorer.isNewcomer(slot))) return
  if (newcomer.score < last.score * NEWCOMER_SHARE) return
  const organisation = index.facts.organisation[newcomer.slot] ?? 0
  const firstPublishedAt = index.firstPublished()[organisation] ?? 0
  const rule: ListRule = { code: 'newcomer-exposure', firstPublishedAt, replaced: index.idOf(last.slot) }
  list[list.length - 1] = { ...newcomer, rules: [rule] }
}

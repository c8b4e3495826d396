import { ADMITTED, audienceOf, languagesOf } from './constraints.ts'
import type { MatchDocument, TrlRange } from './document.ts'
import { type Facts, ORGANISATION_TYPES, SIDES, SIZES, VISIBILITIES } from './facts.ts'
import { isDocument, type Query, type SearchOptions, sidesSought } from './query.ts'

/** What constraints and reciprocity say of one row: -1 when a constraint fails, else the share from 0 to 1. */
export type PairRules = (slot: number) => number

const UNKNOWN = 0
const HELD = 1
const FAILED = 2
const NOT_ASKED = 3

/**
 * The rules of constraints.ts for one query against the columns of the index. Sets of wishes repeat from document to
 * document, so each distinct set is judged once per query.
 */
export function pairRules(
  query: Query,
  options: SearchOptions,
  facts: Facts,
  idOf: (slot: number) => string,
): PairRules {
  const platform = platformRules(query, options, facts, idOf)
  const filters = filterRules(options, facts)
  if (!isDocument(query)) return (slot) => (platform(slot) && filters(slot) ? 0 : -1)
  const mutual = mutualWishes(query, facts)
  return (slot) => (platform(slot) && filters(slot) ? mutual(slot) : -1)
}

function platformRules(
  query: Query,
  options: SearchOptions,
  facts: Facts,
  idOf: (slot: number) => string,
): (slot: number) => boolean {
  const sides = options.sides ?? sidesSought(query)
  const sideSought = SIDES.map((side) => sides.includes(side))
  const admitted = ADMITTED[audienceOf(query, options)]
  const visible = VISIBILITIES.map((visibility) => admitted.includes(visibility))
  const organisations = new Set((options.excludeOrganisations ?? []).map((id) => facts.organisations.codeOf(id)))
  const ids = new Set(options.excludeIds)
  if (isDocument(query)) {
    organisations.add(facts.organisations.codeOf(query.organisation))
    ids.add(query.id)
  }
  const { now } = options
  return (slot) =>
    sideSought[facts.side[slot] ?? 0] === true &&
    visible[facts.visibility[slot] ?? 0] === true &&
    (facts.deadline[slot] ?? 0) >= now &&
    !organisations.has(facts.organisation[slot] ?? -1) &&
    (ids.size === 0 || !ids.has(idOf(slot)))
}

function filterRules({ filters = {} }: SearchOptions, facts: Facts): (slot: number) => boolean {
  const rules: ((slot: number) => boolean)[] = []
  const one = (
    asked: readonly string[] | undefined,
    column: (slot: number) => number,
    code: (value: string) => number,
  ) => {
    if (asked === undefined || asked.length === 0) return
    const codes = new Set(asked.map(code))
    rules.push((slot) => codes.has(column(slot)))
  }
  const sets = (asked: readonly string[] | undefined, column: (slot: number) => number) => {
    if (asked === undefined || asked.length === 0) return
    const judge = setJudge(facts, (members) => (members.some((member) => asked.includes(member)) ? HELD : FAILED))
    rules.push((slot) => judge(column(slot)) === HELD)
  }
  one(
    filters.countries,
    (slot) => facts.country[slot] ?? -1,
    (value) => facts.countries.codeOf(value),
  )
  one(
    filters.kinds,
    (slot) => facts.kind[slot] ?? -1,
    (value) => facts.kinds.codeOf(value),
  )
  one(
    filters.organisationTypes,
    (slot) => facts.organisationType[slot] ?? 0,
    (value) => (ORGANISATION_TYPES as readonly string[]).indexOf(value),
  )
  one(
    filters.sizes,
    (slot) => facts.size[slot] ?? 0,
    (value) => (SIZES as readonly (string | null)[]).indexOf(value),
  )
  sets(filters.roleTags, (slot) => facts.roleTags[slot] ?? 0)
  sets(filters.sectors, (slot) => facts.sectors[slot] ?? 0)
  const { languages, trl } = filters
  if (languages !== undefined && languages.length > 0) {
    const codes = new Set(languages.map((language) => facts.languages.codeOf(language)))
    const judge = setJudge(facts, (members) => (members.some((member) => languages.includes(member)) ? HELD : FAILED))
    rules.push((slot) => codes.has(facts.language[slot] ?? -1) || judge(facts.wishedLanguages[slot] ?? 0) === HELD)
  }
  if (trl !== undefined)
    rules.push((slot) => trlOutcome(trl, facts.trlMin[slot] ?? 0, facts.trlMax[slot] ?? 0) === HELD)
  return (slot) => rules.every((holds) => holds(slot))
}

/** Judges sets by code, each distinct set once. */
function setJudge(facts: Facts, outcome: (members: readonly string[]) => number): (code: number) => number {
  const judged = new Uint8Array(facts.sets.size)
  return (code) => {
    let known = judged[code] ?? 0
    if (known === 0) {
      known = outcome(facts.sets.membersOf(code)) + 1
      judged[code] = known
    }
    return known - 1
  }
}

function mutualWishes(query: MatchDocument, facts: Facts): (slot: number) => number {
  const asked = queryWishes(query, facts)
  const queryRules = asked.length
  const rules = [...asked, ...candidateWishes(query, facts)]
  const cooperation = query.wishes.cooperationTypes ?? []
  const sameCooperation = setJudge(facts, (members) =>
    members.some((type) => cooperation.includes(type)) ? HELD : FAILED,
  )
  return (slot) => {
    const offered = facts.wishedCooperation[slot] ?? 0
    const agreed = cooperation.length > 0 && offered !== 0 && sameCooperation(offered) === HELD ? 1 : 0
    let queryAsked = cooperation.length > 0 ? 1 : 0
    let candidateAsked = offered !== 0 ? 1 : 0
    let queryMet = agreed
    let candidateMet = agreed
    for (let index = 0; index < rules.length; index++) {
      const outcome = rules[index]?.(slot) ?? NOT_ASKED
      if (outcome === FAILED) return -1
      if (outcome === NOT_ASKED) continue
      if (index < queryRules) {
        queryAsked += 1
        if (outcome === HELD) queryMet += 1
      } else {
        candidateAsked += 1
        if (outcome === HELD) candidateMet += 1
      }
    }
    const queryShare = queryAsked === 0 ? 0 : queryMet / queryAsked
    const candidateShare = candidateAsked === 0 ? 0 : candidateMet / candidateAsked
    return (queryShare + candidateShare) / 2
  }
}

type Rule = (slot: number) => number

function queryWishes(query: MatchDocument, facts: Facts): Rule[] {
  const { countries = [], partnerTypes = [], roleTags = [], sizes = [], languages = [] } = query.wishes
  const trl = query.wishes.trl ?? query.trl
  const rules: Rule[] = []
  const holds = (met: boolean): number => (met ? HELD : FAILED)
  if (countries.length > 0) {
    const codes = new Set(countries.map((country) => facts.countries.codeOf(country)))
    rules.push((slot) => holds(codes.has(facts.country[slot] ?? -1)))
  }
  if (partnerTypes.length > 0) {
    const wished = ORGANISATION_TYPES.map((type) => holds(partnerTypes.includes(type)))
    rules.push((slot) => wished[facts.organisationType[slot] ?? 0] ?? FAILED)
  }
  if (roleTags.length > 0) {
    const judge = setJudge(facts, (members) => holds(members.some((tag) => roleTags.includes(tag))))
    rules.push((slot) => (facts.roleTags[slot] === 0 ? UNKNOWN : judge(facts.roleTags[slot] ?? 0)))
  }
  if (sizes.length > 0) {
    const wished = SIZES.map((size) => (size === null ? UNKNOWN : holds(sizes.includes(size))))
    rules.push((slot) => wished[facts.size[slot] ?? 0] ?? FAILED)
  }
  if (trl !== null) rules.push((slot) => trlOutcome(trl, facts.trlMin[slot] ?? 0, facts.trlMax[slot] ?? 0))
  if (languages.length > 0) {
    const codes = new Set(languages.map((language) => facts.languages.codeOf(language)))
    const judge = setJudge(facts, (members) => holds(members.some((language) => languages.includes(language))))
    rules.push((slot) =>
      holds(codes.has(facts.language[slot] ?? -1) || judge(facts.wishedLanguages[slot] ?? 0) === HELD),
    )
  }
  return rules
}

function candidateWishes(query: MatchDocument, facts: Facts): Rule[] {
  const inSet = (values: readonly string[]) => {
    const judge = setJudge(facts, (members) => (members.some((member) => values.includes(member)) ? HELD : FAILED))
    return (code: number): number => (code === 0 ? NOT_ASKED : values.length === 0 ? UNKNOWN : judge(code))
  }
  const country = inSet([query.country])
  const type = inSet([query.organisationType])
  const tags = inSet(query.roleTags)
  const size = inSet(query.size === null ? [] : [query.size])
  const languages = inSet(languagesOf(query))
  const { trl } = query
  return [
    (slot) => country(facts.wishedCountries[slot] ?? 0),
    (slot) => type(facts.wishedTypes[slot] ?? 0),
    (slot) => tags(facts.wishedRoleTags[slot] ?? 0),
    (slot) => size(facts.wishedSizes[slot] ?? 0),
    (slot) => languages(facts.wishedLanguages[slot] ?? 0),
    (slot) => {
      const min = facts.askedTrlMin[slot] ?? 0
      if (min === 0) return NOT_ASKED
      if (trl === null) return UNKNOWN
      return trlOutcome({ min, max: facts.askedTrlMax[slot] ?? 0 }, trl.min, trl.max)
    },
  ]
}

function trlOutcome(asked: TrlRange, min: number, max: number): number {
  if (min === 0) return UNKNOWN
  return asked.min <= max && min <= asked.max ? HELD : FAILED
}

import type { MatchDocument } from '#engines/matching/document.ts'
import type { ConstraintOutcome, Explanation } from '#engines/matching/explanation.ts'
import type { ConceptGraph } from '#engines/thesaurus/concept-graph.ts'
import { innovationThesaurus } from '#engines/thesaurus/innovation-economy.ts'
import { type CooperationType, cooperationTypeIds } from '../../vocabularies/cooperation-types.ts'
import { type Ecosystem, ecosystemIds } from '../../vocabularies/ecosystems.ts'
import { type Condition, type ConditionCode, conditionCodes, type MatchReasons } from '../schema.ts'
import { isPartnerType, partnerTypeIn } from './document.ts'

interface Pair {
  own: MatchDocument
  theirs: MatchDocument
}

/** Words that are shown; the score counts all of them. */
const MOST_WORDS = 12

/** Conditions that are always so in a match, or that tell of others: what is not shown. */
const untold = new Set(['visibility', 'excluded', 'every-word'])

/**
 * An explanation as the facts that a reader is given.
 * @param locale the language for the names of concepts
 * @param pair the document that asks and the one that may answer, for what they leave open
 */
export function reasonsOf(explanation: Explanation, pair: Pair, locale: string): MatchReasons {
  const { graph } = innovationThesaurus()
  const { strength, score, components, sectors, reciprocity, freshness, eligible } = explanation
  const named = (graph_: ConceptGraph, id: string) => ({ id, label: graph_.label(id, locale) })
  return {
    strength,
    score,
    components,
    words: [...explanation.words]
      .sort((one, other) => other.score - one.score)
      .slice(0, MOST_WORDS)
      .map((word) => ({
        own: word.querySurface,
        theirs: word.candidateSurface,
        fields: word.fields.map(({ field }) => field),
        score: word.score,
      })),
    concepts: [...explanation.concepts]
      .sort((one, other) => other.score - one.score)
      .map((reason) => ({
        wanted: named(graph, reason.wanted),
        found: named(graph, reason.found),
        relation: reason.relation,
        own: reason.querySurface,
        theirs: reason.candidateSurface,
        field: reason.field,
        score: reason.score,
      })),
    ecosystems: sectors.filter((sector): sector is Ecosystem => ecosystemIds.some((id) => id === sector)),
    cooperationTypes: reciprocity.cooperationTypes.filter((type): type is CooperationType =>
      cooperationTypeIds.some((id) => id === type),
    ),
    conditions: explanation.constraints.flatMap((constraint) => conditionOf(constraint, pair)),
    ageInDays: freshness.ageInDays,
    eligible,
  }
}

function conditionOf({ code, by, outcome, asked, found }: ConstraintOutcome, { own, theirs }: Pair): Condition[] {
  if (untold.has(code) || by === 'filter') return []
  const whose = by === 'query' ? 'own' : by === 'candidate' ? 'theirs' : 'platform'
  const texts = (values: readonly (string | number)[]) => [...new Set(values.map(String))]
  if (code === 'own-organisation') return [{ code, by: whose, outcome, asked: [], found: [] }]
  if (code === 'deadline') {
    const instants = (values: readonly (string | number)[]) =>
      values.map((value) => new Date(Number(value)).toISOString())
    return [{ code, by: whose, outcome, asked: instants(asked), found: instants(found) }]
  }
  if (code === 'role-tags' && asked.some(isPartnerType)) {
    const types = asked.filter(isPartnerType).map(partnerTypeIn)
    const held = found.filter(isPartnerType).map(partnerTypeIn)
    // A company that does not tell its size was let through as one of any.
    const { size } = by === 'query' ? theirs : own
    const open = size === null && held.length > 1 && !held.every((type) => types.includes(type))
    return [
      { code: 'partner-types', by: whose, outcome: open ? 'unknown' : outcome, asked: types, found: open ? [] : held },
    ]
  }
  if (!conditionCodes.some((known) => known === code)) return []
  return [{ code: code as ConditionCode, by: whose, outcome, asked: texts(asked), found: texts(found) }]
}

/**
 * What two have in common, in a few words: the concepts that count most, else the words.
 * @param locale the language for the names of concepts
 */
export function inWords(reasons: MatchReasons): string {
  const labels = reasons.concepts.map(({ found }) => found.label)
  const words = labels.length > 0 ? labels : reasons.words.map(({ theirs }) => theirs)
  return [...new Set(words)].slice(0, 3).join(', ')
}

import { LANGUAGES } from '../thesaurus/languages.ts'
import type { Reading } from '../thesaurus/thesaurus.ts'
import { components, shareOf, total } from './components.ts'
import { constraintOutcomes, reciprocity, reciprocityShare } from './constraints.ts'
import { FIELDS, type Field, fieldText, type MatchDocument } from './document.ts'
import { demandOutcomes, demands } from './every-word.ts'
import type { ConceptReason, Explanation, ReciprocityReason, WordReason } from './explanation.ts'
import { documentFeatures, type Features, impactOf, packedCount } from './features.ts'
import type { IndexState } from './index-state.ts'
import { isDocument, type Query, type SearchOptions } from './query.ts'
import { ageInDays, conceptImpact, scoreOf, strength } from './score.ts'
import { bestAnswer, type ConceptMember, type WeightedWord, type WordMember, weightedQuery } from './weighted-query.ts'

const NO_WISHES: ReciprocityReason = {
  query: { asked: 0, met: 0 },
  candidate: { asked: 0, met: 0 },
  cooperationTypes: [],
}

/** Scores one pair from the texts themselves, beside the index, and says why; the score is the one `search` gives. */
export function explainPair(
  index: IndexState,
  query: Query,
  candidate: MatchDocument,
  options: SearchOptions,
): Explanation {
  const weighted = weightedQuery(query, index)
  const features = documentFeatures(candidate, index.thesaurus)
  const surfaces = { query: querySurfaces(query, index), candidate: documentSurfaces(candidate, index) }
  const { words, concepts } = reasons(weighted.words, features, surfaces)
  const mutual = isDocument(query) ? reciprocity(query, candidate) : NO_WISHES
  const wantedSectors = isDocument(query) ? query.sectors : []
  const parts = components({
    words: words.reduce((sum, { score }) => sum + score, 0),
    concepts: concepts.reduce((sum, { score }) => sum + score, 0),
    sectorShare: shareOf(wantedSectors, candidate.sectors),
    reciprocityShare: reciprocityShare(mutual),
    publishedAt: candidate.publishedAt,
    now: options.now,
  })
  const constraints = [
    ...constraintOutcomes(query, candidate, options),
    ...demandOutcomes(demands(query, options, index), features),
  ]
  const score = total(parts)
  return {
    candidate: candidate.id,
    organisation: candidate.organisation,
    score,
    strength: strength(score, weighted.selfScore),
    components: parts,
    words,
    concepts,
    sectors: [...new Set(wantedSectors)].filter((sector) => candidate.sectors.includes(sector)).sort(),
    reciprocity: mutual,
    freshness: { ageInDays: ageInDays(candidate.publishedAt, options.now) },
    constraints,
    eligible: score > 0 && constraints.every(({ outcome }) => outcome !== 'failed'),
  }
}

/** How a text first writes each stem and concept. */
interface Surfaces {
  words: ReadonlyMap<string, string>
  concepts: ReadonlyMap<string, string>
}

function querySurfaces(query: Query, index: IndexState): Surfaces {
  if (isDocument(query)) return documentSurfaces(query, index)
  const languages = query.language === undefined ? LANGUAGES : [query.language]
  return surfacesOf(languages.map((language) => index.thesaurus.read(query.text, language)))
}

function documentSurfaces(document: MatchDocument, index: IndexState): Surfaces {
  return surfacesOf(FIELDS.map((field) => index.thesaurus.read(fieldText(document, field), document.language)))
}

function surfacesOf(readings: readonly Reading[]): Surfaces {
  const words = new Map<string, string>()
  const concepts = new Map<string, string>()
  const keep = (map: Map<string, string>, key: string, surface: string): void => {
    if (!map.has(key)) map.set(key, surface)
  }
  for (const reading of readings) {
    reading.words.forEach((word, at) => {
      const surface = reading.tokens[at]?.surface ?? ''
      if (word.stop) return
      keep(words, word.stem, surface)
      for (const part of word.parts ?? []) keep(words, part, surface)
    })
    for (const mention of reading.mentions)
      for (const concept of mention.concepts) keep(concepts, concept, mention.surface)
  }
  return { words, concepts }
}

interface BothSurfaces {
  query: Surfaces
  candidate: Surfaces
}

function reasons(
  weighted: readonly WeightedWord[],
  features: Features,
  surfaces: BothSurfaces,
): { words: WordReason[]; concepts: ConceptReason[] } {
  const words: WordReason[] = []
  const concepts = new Map<string, ConceptReason>()
  for (const word of weighted) {
    const best = bestAnswer(word, (answer) => {
      if (answer.kind === 'word') {
        const packed = features.words.get(answer.stem)
        return packed === undefined ? 0 : impactOf(packed, features.lengths)
      }
      const field = features.concepts.get(answer.concept)
      return field === undefined ? 0 : conceptImpact(field)
    })
    if (best === null) continue
    const { answer, steps } = best
    if (answer.kind === 'word') words.push(wordReason(word.stem, answer, scoreOf(steps), features, surfaces))
    else {
      // The words that name a concept together tell of it once.
      const key = `${answer.wanted} ${answer.concept}`
      const score = (concepts.get(key)?.score ?? 0) + scoreOf(steps)
      concepts.set(key, conceptReason(answer, score, features, surfaces))
    }
  }
  const wantedFirst = (a: ConceptReason, b: ConceptReason): number =>
    a.wanted === b.wanted ? b.score - a.score || (a.found < b.found ? -1 : 1) : a.wanted < b.wanted ? -1 : 1
  return { words, concepts: [...concepts.values()].sort(wantedFirst) }
}

function wordReason(
  stem: string,
  { stem: found }: WordMember,
  score: number,
  features: Features,
  surfaces: BothSurfaces,
): WordReason {
  const packed = features.words.get(found) ?? 0
  return {
    stem,
    found,
    querySurface: surfaces.query.words.get(stem) ?? stem,
    candidateSurface: surfaces.candidate.words.get(found) ?? found,
    fields: FIELDS.map((field, at) => ({ field, count: packedCount(packed, at) })).filter(({ count }) => count > 0),
    score,
  }
}

function conceptReason(
  { wanted, concept: found, relation, steps }: ConceptMember,
  score: number,
  features: Features,
  surfaces: BothSurfaces,
): ConceptReason {
  return {
    wanted,
    found,
    relation,
    steps,
    querySurface: surfaces.query.concepts.get(wanted) ?? wanted,
    candidateSurface: surfaces.candidate.concepts.get(found) ?? found,
    field: FIELDS[features.concepts.get(found) ?? 0] ?? ('body' satisfies Field),
    score,
  }
}

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
import { type WeightedConcept, type WeightedWord, weightedQuery } from './weighted-query.ts'

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
  const words = wordReasons(weighted.words, features, surfaces)
  const concepts = conceptReasons(weighted.concepts, features, surfaces)
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

function wordReasons(words: readonly WeightedWord[], features: Features, surfaces: BothSurfaces): WordReason[] {
  return words.flatMap(({ stem, units }) => {
    const packed = features.words.get(stem)
    if (packed === undefined) return []
    return [
      {
        stem,
        querySurface: surfaces.query.words.get(stem) ?? stem,
        candidateSurface: surfaces.candidate.words.get(stem) ?? stem,
        fields: FIELDS.map((field, at) => ({ field, count: packedCount(packed, at) })).filter(({ count }) => count > 0),
        score: scoreOf(units * impactOf(packed, features.lengths)),
      },
    ]
  })
}

function conceptReasons(
  wanted: readonly WeightedConcept[],
  features: Features,
  surfaces: BothSurfaces,
): ConceptReason[] {
  return wanted.flatMap(({ concept, accepted }) => {
    let best: ConceptReason | null = null
    let most = 0
    for (const { concept: found, relation, steps, units } of accepted) {
      const at = features.concepts.get(found)
      if (at === undefined) continue
      const earned = units * conceptImpact(at)
      if (earned <= most) continue
      most = earned
      best = {
        wanted: concept,
        found,
        relation,
        steps,
        querySurface: surfaces.query.concepts.get(concept) ?? concept,
        candidateSurface: surfaces.candidate.concepts.get(found) ?? found,
        field: FIELDS[at] ?? ('body' satisfies Field),
        score: scoreOf(earned),
      }
    }
    return best === null ? [] : [best]
  })
}

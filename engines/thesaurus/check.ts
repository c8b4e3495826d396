import type { Concept } from './concept.ts'
import { lowerCase } from './fold.ts'
import { pathsOf } from './label-index.ts'
import { LANGUAGES } from './languages.ts'
import { createThesaurus } from './thesaurus.ts'

/** Something to mend in the data of a thesaurus, or to look at: see `isFault`. */
export type Finding =
  | { code: 'odd-id'; concept: string }
  | { code: 'repeated-id'; concept: string; areas: readonly string[] }
  /** No label in one of the eight languages. */
  | { code: 'missing-label'; concept: string; language: string }
  | { code: 'empty-label'; concept: string; language: string }
  /** Spaces at an end, or several in a row. */
  | { code: 'untidy-label'; concept: string; language: string; label: string }
  /** Twice in the same language. */
  | { code: 'repeated-label'; concept: string; language: string; label: string }
  /** Made of stop words only, so that no text can be recognised by it. */
  | { code: 'unreadable-label'; concept: string; language: string; label: string }
  /** Two concepts prefer the same label, so that a person cannot tell them apart. */
  | { code: 'collision'; language: string; label: string; concepts: readonly string[] }
  /** Read as several concepts, a preferred label at most of one of them. */
  | { code: 'ambiguous-label'; language: string; label: string; concepts: readonly string[] }
  | { code: 'broken-link'; concept: string; link: 'broader' | 'related'; target: string }
  /** Each is broader than the one before, and the first than the last. */
  | { code: 'cycle'; concepts: readonly string[] }

/**
 * Whether the data must be mended. An ambiguous label is often the truth (a cell is a battery's and a body's), and one
 * that cannot be read does no harm (Romanian `in` is flax and a preposition).
 */
export function isFault(finding: Finding): boolean {
  return finding.code !== 'ambiguous-label' && finding.code !== 'unreadable-label'
}

/** All that is wrong or doubtful in `concepts`, by kind, in the order of the data. */
export function checkConcepts(concepts: readonly Concept[]): Finding[] {
  return [
    ...checkIds(concepts),
    ...concepts.flatMap(checkLabels),
    ...checkReading(concepts),
    ...checkLinks(concepts),
    ...checkCycles(concepts),
  ]
}

function checkIds(concepts: readonly Concept[]): Finding[] {
  const areas = new Map<string, string[]>()
  for (const { id, area } of concepts) areas.set(id, [...(areas.get(id) ?? []), area])
  return [...areas].flatMap(([concept, found]): Finding[] => [
    ...(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(concept) ? [] : [{ code: 'odd-id' as const, concept }]),
    ...(found.length > 1 ? [{ code: 'repeated-id' as const, concept, areas: found }] : []),
  ])
}

function checkLabels({ id: concept, labels }: Concept): Finding[] {
  const findings: Finding[] = []
  for (const language of LANGUAGES) {
    if ((labels[language] ?? []).length === 0) findings.push({ code: 'missing-label', concept, language })
  }
  for (const [language, list] of Object.entries(labels)) {
    const seen = new Set<string>()
    for (const label of list) {
      const form = lowerCase(label, language)
      if (label.trim() === '') findings.push({ code: 'empty-label', concept, language })
      else if (/^\s|\s$|\s\s/.test(label)) findings.push({ code: 'untidy-label', concept, language, label })
      if (seen.has(form)) findings.push({ code: 'repeated-label', concept, language, label })
      seen.add(form)
    }
  }
  return findings
}

/** What only shows when the labels are read as a text would be, by their stems. */
function checkReading(concepts: readonly Concept[]): Finding[] {
  const thesaurus = createThesaurus(concepts)
  const findings: Finding[] = []
  for (const language of LANGUAGES) {
    const preferred = new Map<string, string[]>()
    const read = new Map<string, { label: string; concepts: Set<string> }>()
    for (const { id, labels } of concepts) {
      labels[language]?.forEach((label, rank) => {
        if (label.trim() === '') return
        if (rank === 0) {
          const form = lowerCase(label, language)
          preferred.set(form, [...(preferred.get(form) ?? []), id])
        }
        const paths = pathsOf(label, thesaurus.words(language))
        if (paths.length === 0) findings.push({ code: 'unreadable-label', concept: id, language, label })
        for (const stems of paths) {
          const key = stems.join(' ')
          const known = read.get(key)
          if (known === undefined) read.set(key, { label, concepts: new Set([id]) })
          else known.concepts.add(id)
        }
      })
    }
    for (const [label, colliding] of preferred) {
      if (new Set(colliding).size > 1) findings.push({ code: 'collision', language, label, concepts: colliding })
    }
    for (const { label, concepts: meant } of read.values()) {
      if (meant.size < 2 || (preferred.get(lowerCase(label, language)) ?? []).length > 1) continue
      findings.push({ code: 'ambiguous-label', language, label, concepts: [...meant] })
    }
  }
  return findings
}

function checkLinks(concepts: readonly Concept[]): Finding[] {
  const known = new Set(concepts.map(({ id }) => id))
  return concepts.flatMap((concept) =>
    (['broader', 'related'] as const).flatMap((link) =>
      concept[link]
        .filter((target) => !known.has(target) || (link === 'related' && target === concept.id))
        .map((target): Finding => ({ code: 'broken-link', concept: concept.id, link, target })),
    ),
  )
}

/** Each cycle of broader once, beginning with the concept that comes first in the data. */
function checkCycles(concepts: readonly Concept[]): Finding[] {
  const broader = new Map(concepts.map((concept) => [concept.id, concept.broader]))
  const done = new Set<string>()
  const findings: Finding[] = []
  const climb = (id: string, path: readonly string[]): void => {
    const at = path.indexOf(id)
    if (at >= 0) findings.push({ code: 'cycle', concepts: path.slice(at) })
    if (at >= 0 || done.has(id)) return
    for (const next of broader.get(id) ?? []) climb(next, [...path, id])
    done.add(id)
  }
  for (const { id } of concepts) climb(id, [])
  return findings
}

/** One line a person can act on. */
export function describeFinding(finding: Finding): string {
  switch (finding.code) {
    case 'odd-id':
      return `${finding.concept}: an id is lower-case letters and digits joined by hyphens`
    case 'repeated-id':
      return `${finding.concept}: defined ${finding.areas.length} times, in ${finding.areas.join(', ')}`
    case 'missing-label':
      return `${finding.concept}: no label in ${finding.language}`
    case 'empty-label':
      return `${finding.concept}: an empty label in ${finding.language}`
    case 'untidy-label':
      return `${finding.concept}: needless spaces in ${finding.language} "${finding.label}"`
    case 'repeated-label':
      return `${finding.concept}: ${finding.language} "${finding.label}" stands there twice`
    case 'unreadable-label':
      return `${finding.concept}: ${finding.language} "${finding.label}" is made of words that are skipped in every text`
    case 'collision':
      return `${finding.concepts.join(', ')}: all prefer ${finding.language} "${finding.label}"`
    case 'ambiguous-label':
      return `${finding.concepts.join(', ')}: ${finding.language} "${finding.label}" is read as all of them`
    case 'broken-link':
      return `${finding.concept}: ${finding.link} names ${finding.target}, which is no other concept`
    case 'cycle':
      return `${finding.concepts.join(' < ')} < ${finding.concepts[0]}: broader runs in a circle`
  }
}

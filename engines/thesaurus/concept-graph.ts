import type { Concept, Neighbour } from './concept.ts'

export interface ConceptGraph {
  get(id: string): Concept | undefined
  readonly ids: readonly string[]
  /** Preferred label in `language`, else in English, else the id. */
  label(id: string, language: string): string
  narrower(id: string): readonly string[]
  /**
   * The concept itself, everything narrower and broader within `reach` steps, and what is related to it; nearest first,
   * ties by id. Empty for an unknown id.
   */
  neighbours(id: string): readonly Neighbour[]
}

/** Steps up or down beyond which two concepts no longer speak of the same thing. */
const REACH = 2

export function conceptGraph(concepts: readonly Concept[]): ConceptGraph {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]))
  const ids = [...byId.keys()].sort()
  const narrower = inverse(concepts, (concept) => concept.broader)
  const relatedFrom = inverse(concepts, (concept) => concept.related)
  const found = new Map<string, readonly Neighbour[]>()

  function computeNeighbours(id: string): readonly Neighbour[] {
    const start = byId.get(id)
    if (start === undefined) return []
    const neighbours = new Map<string, Neighbour>([[id, { concept: id, relation: 'same', steps: 0 }]])
    walk(id, 'narrower', (at) => narrower.get(at) ?? [])
    walk(id, 'broader', (at) => byId.get(at)?.broader ?? [])
    for (const other of [...start.related, ...(relatedFrom.get(id) ?? [])]) {
      if (byId.has(other) && !neighbours.has(other))
        neighbours.set(other, { concept: other, relation: 'related', steps: 1 })
    }
    return [...neighbours.values()].sort((a, b) => a.steps - b.steps || (a.concept < b.concept ? -1 : 1))

    function walk(from: string, relation: 'narrower' | 'broader', next: (id: string) => readonly string[]): void {
      let frontier: readonly string[] = [from]
      for (let steps = 1; steps <= REACH; steps++) {
        const reached: string[] = []
        for (const at of frontier) {
          for (const other of next(at)) {
            if (neighbours.has(other) || !byId.has(other)) continue
            neighbours.set(other, { concept: other, relation, steps })
            reached.push(other)
          }
        }
        frontier = reached
      }
    }
  }

  return {
    get: (id) => byId.get(id),
    ids,
    label(id, language) {
      const labels = byId.get(id)?.labels
      return labels?.[language]?.[0] ?? labels?.en?.[0] ?? id
    },
    narrower: (id) => narrower.get(id) ?? [],
    neighbours(id) {
      let neighbours = found.get(id)
      if (neighbours === undefined) {
        neighbours = computeNeighbours(id)
        if (byId.has(id)) found.set(id, neighbours)
      }
      return neighbours
    },
  }
}

function inverse(
  concepts: readonly Concept[],
  targets: (concept: Concept) => readonly string[],
): Map<string, string[]> {
  const sources = new Map<string, string[]>()
  for (const concept of concepts) {
    for (const target of targets(concept)) {
      const list = sources.get(target)
      if (list === undefined) sources.set(target, [concept.id])
      else list.push(concept.id)
    }
  }
  for (const list of sources.values()) list.sort()
  return sources
}

import type { Breach } from './breach.ts'
import { isRouterTypes } from './layering.ts'
import { placeOf } from './place.ts'
import type { Import, Source } from './source.ts'

type Edge = { source: Source; taken: Import }
/** Who imports whom, and the first import that makes it so. */
type Graph = Map<string, Map<string, Edge>>

/** Imports that count for the order of folders: not those of tests, nor the pages' view of the joined router's types. */
function counted(source: Source): Import[] {
  const from = placeOf(source.path)
  if (from.test) return []
  return source.imports.filter((taken) => {
    if (taken.target === undefined) return false
    return !(isRouterTypes(taken) && (from.role === 'pages' || from.role === 'parts' || from.layer === 'web'))
  })
}

function connect(graph: Graph, from: string, to: string, edge: Edge): void {
  const targets = graph.get(from) ?? new Map<string, Edge>()
  if (!targets.has(to)) targets.set(to, edge)
  graph.set(from, targets)
}

/**
 * Rule 7: no folder cycle anywhere. In every folder, the files and folders it holds must be orderable such that none
 * imports a later one, types included. Two files of one folder may know each other; a folder in the ring is a breach.
 */
export function checkCycles(sources: Source[]): Breach[] {
  const graphs = new Map<string, Graph>()
  for (const source of sources) {
    for (const taken of counted(source)) {
      const a = source.path.split('/')
      const b = (taken.target ?? '').split('/')
      let depth = 0
      while (a[depth] === b[depth] && depth < a.length && depth < b.length) depth += 1
      if (depth >= a.length || depth >= b.length) continue
      const parent = a.slice(0, depth).join('/')
      const graph = graphs.get(parent) ?? new Map()
      graphs.set(parent, graph)
      connect(graph, a.slice(0, depth + 1).join('/'), b.slice(0, depth + 1).join('/'), { source, taken })
    }
  }
  return [...graphs.values()].flatMap(describeRings)
}

function describeRings(graph: Graph): Breach[] {
  const breaches: Breach[] = []
  const told = new Set<string>()
  for (const start of [...graph.keys()].sort()) {
    if (told.has(start) || /\.[a-z]+$/.test(start)) continue
    const ring = shortestRing(graph, start)
    if (!ring) continue
    for (const name of ring) told.add(name)
    const edges = ring.map((name, at) => graph.get(name)?.get(ring[(at + 1) % ring.length] ?? ''))
    const steps = edges.flatMap((edge) => (edge ? [`${edge.source.path}:${edge.taken.line}`] : []))
    breaches.push({
      file: edges[0]?.source.path ?? start,
      line: edges[0]?.taken.line ?? 1,
      rule: 'cycle',
      sentence: `${[...ring, start].join(' → ')} (${steps.join(', ')})`,
    })
  }
  return breaches
}

function shortestRing(graph: Graph, start: string): string[] | undefined {
  const cameFrom = new Map<string, string>()
  const queue = [start]
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    for (const next of [...(graph.get(name)?.keys() ?? [])].sort()) {
      if (next === start) {
        const ring = [name]
        for (let back = cameFrom.get(name); back !== undefined; back = cameFrom.get(back)) ring.unshift(back)
        return ring
      }
      if (cameFrom.has(next)) continue
      cameFrom.set(next, name)
      queue.push(next)
    }
  }
  return undefined
}

/** Floor of every capability: 0 when it imports no other, else one above the highest it imports. Cycles count once. */
export function deriveFloors(sources: Source[]): Map<string, number> {
  const uses = new Map<string, Set<string>>()
  for (const source of sources) {
    const from = placeOf(source.path)
    if (!from.owner || from.layer !== 'capabilities') continue
    const used = uses.get(from.owner) ?? new Set<string>()
    uses.set(from.owner, used)
    for (const taken of counted(source)) {
      const to = placeOf(taken.target ?? '')
      if (to.layer === 'capabilities' && to.owner && to.owner !== from.owner) used.add(to.owner)
    }
  }
  const floors = new Map<string, number>()
  const floorOf = (name: string, above: Set<string>): number => {
    const known = floors.get(name)
    if (known !== undefined || above.has(name)) return known ?? 0
    const inner = new Set(above).add(name)
    const floor = Math.max(0, ...[...(uses.get(name) ?? [])].map((used) => floorOf(used, inner) + 1))
    floors.set(name, floor)
    return floor
  }
  for (const name of [...uses.keys()].sort()) floorOf(name, new Set())
  return floors
}

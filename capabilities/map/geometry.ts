import { geoIdentity, geoPath } from 'd3-geo'
import { feature, transform } from 'topojson-client'
import type { Topology } from 'topojson-specification'
import type { CountryCode } from '#capabilities/vocabularies/countries.ts'
import { loadAtlas } from './atlas.ts'
import { europeView, type MapPosition, type MapView, projectPoint } from './projection.ts'
import { simplifyLine } from './simplify.ts'

/** The outline of a country within a view, as the `d` of an SVG path in units of the frame. */
export type CountryShape = { readonly country: CountryCode; readonly path: string }

/** How far a simplified outline may lie from the true one, and the smallest island drawn, when a view is 1000 wide. */
const tolerance = 0.6
const smallestIsland = 1

let projectedArcs: readonly (readonly MapPosition[])[] | undefined

function loadProjectedArcs(): readonly (readonly MapPosition[])[] {
  if (projectedArcs !== undefined) return projectedArcs
  const { topology } = loadAtlas()
  const decode = transform(topology.transform ?? null)
  projectedArcs = topology.arcs.map((arc) =>
    arc.flatMap((point, index) => {
      const [longitude, latitude] = decode(point, index > 0)
      return longitude === undefined || latitude === undefined ? [] : (projectPoint(longitude, latitude) ?? [])
    }),
  )
  return projectedArcs
}

type Ring = readonly (readonly number[])[]

/** Twice the area that a ring encloses, in square units of the frame. */
function doubleArea(ring: Ring): number {
  let sum = 0
  for (let index = 1; index < ring.length; index += 1) {
    const [x0 = 0, y0 = 0] = ring[index - 1] ?? []
    const [x1 = 0, y1 = 0] = ring[index] ?? []
    sum += x0 * y1 - x1 * y0
  }
  return Math.abs(sum)
}

/** The polygons of a country that are large enough to be seen, and its largest one in any case. */
function visiblePolygons(polygons: readonly Ring[][], smallest: number): number[][][][] {
  const bySize = polygons
    .map((rings) => ({ rings, area: doubleArea(rings[0] ?? []) / 2 }))
    .sort((one, other) => other.area - one.area)
  return bySize
    .filter(({ area }, index) => index === 0 || area >= smallest)
    .map(({ rings }) => rings.map((ring) => ring.map((point) => [...point])))
}

function draw(view: MapView): CountryShape[] {
  const scale = view.width / europeView.width
  const arcs = loadProjectedArcs().map((arc) => simplifyLine(arc, tolerance * scale).map(({ x, y }) => [x, y]))
  const planar: Topology = { type: 'Topology', arcs, objects: {} }
  // A little more than the view, so that the cut edges of the land lie outside of what is seen.
  const spare = 10 * scale
  const cut = geoIdentity().clipExtent([
    [view.x - spare, view.y - spare],
    [view.x + view.width + spare, view.y + view.height + spare],
  ])
  const toPath = geoPath(cut).digits(scale > 0.5 ? 1 : 2)
  const shapes: CountryShape[] = []
  for (const [country, area] of loadAtlas().countries) {
    const polygons = feature(planar, area).geometry.coordinates
    const coordinates = visiblePolygons(polygons, smallestIsland * scale * scale)
    const path = toPath({ type: 'MultiPolygon', coordinates })
    if (path !== null && path !== '') shapes.push({ country, path })
  }
  return shapes.sort((one, other) => (one.country < other.country ? -1 : 1))
}

const mostKept = 40
const drawn = new Map<string, readonly CountryShape[]>()

/**
 * The outlines of the countries in a view, sorted by country code: data for a loader to hand to `<EuropeMap>`. Drawn
 * once per view and kept; the closer the view, the finer the outline. Server only, as it reads the whole atlas.
 */
export function countryShapes(view: MapView = europeView): readonly CountryShape[] {
  const key = [view.x, view.y, view.width, view.height].join(' ')
  const known = drawn.get(key)
  if (known !== undefined) return known
  const shapes = draw(view)
  const oldest = drawn.keys().next()
  if (drawn.size >= mostKept && !oldest.done) drawn.delete(oldest.value)
  drawn.set(key, shapes)
  return shapes
}

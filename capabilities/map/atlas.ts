import { createRequire } from 'node:module'
import { geoContains } from 'd3-geo'
import { feature, mergeArcs } from 'topojson-client'
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification'
import { type CountryCode, countryIds } from '#capabilities/vocabularies/countries.ts'
import { isoNumeric } from './iso-numeric.ts'

type Area = Polygon<{ name: string }> | MultiPolygon<{ name: string }>
type AtlasTopology = Topology<{ countries: GeometryCollection<{ name: string }> }>

/** Countries of the world as shapes that share their borders. Geometries refer to the arcs of the topology. */
export type Atlas = {
  readonly topology: AtlasTopology
  readonly countries: ReadonlyMap<CountryCode, MultiPolygon>
}

/** Areas without a code of their own in the atlas, and the country they are shown with. */
const unnumbered: Readonly<Record<string, CountryCode>> = { Kosovo: 'XK', 'N. Cyprus': 'CY', Somaliland: 'SO' }

const simferopol: [number, number] = [34.1, 44.95]

/** The polygons of an area, each as an area of its own. */
function polygonsOf(area: Polygon | MultiPolygon): Polygon[] {
  const parts = area.type === 'Polygon' ? [area.arcs] : area.arcs
  return parts.map((arcs) => ({ type: 'Polygon', arcs }))
}

function isArea(geometry: { type: string | null }): geometry is Area {
  return geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
}

let loaded: Atlas | undefined

/**
 * Countries of the world, from the npm package `world-atlas` (Natural Earth 1:50 m, public domain), read once.
 *
 * Natural Earth draws who controls a territory. Here, as in documents of the European Union, Crimea is shown with
 * Ukraine and Cyprus as one island.
 */
export function loadAtlas(): Atlas {
  if (loaded !== undefined) return loaded
  // Read at run time instead of imported: the file is large, and would slow down type checks and bundles.
  const topology: AtlasTopology = createRequire(import.meta.url)('world-atlas/countries-50m.json')
  const byNumber = new Map<string, CountryCode>(
    countryIds.flatMap((code) => (code === 'XK' ? [] : [[isoNumeric[code], code]])),
  )
  const parts = new Map<CountryCode, Polygon[]>()
  for (const geometry of topology.objects.countries.geometries) {
    if (!isArea(geometry)) continue
    const code = byNumber.get(String(geometry.id)) ?? unnumbered[geometry.properties?.name ?? '']
    if (code === undefined) continue
    for (const polygon of polygonsOf(geometry)) {
      const isCrimea = code === 'RU' && geoContains(feature(topology, polygon), simferopol)
      const owner = isCrimea ? 'UA' : code
      parts.set(owner, [...(parts.get(owner) ?? []), polygon])
    }
  }
  const countries = new Map(
    [...parts].map(([code, polygons]): [CountryCode, MultiPolygon] => [code, mergeArcs(topology, polygons)]),
  )
  loaded = { topology, countries }
  return loaded
}

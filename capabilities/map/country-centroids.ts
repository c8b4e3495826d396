import { geoArea, geoBounds, geoCentroid, geoContains, geoDistance } from 'd3-geo'
import type { Polygon } from 'geojson'
import { feature } from 'topojson-client'
import { type CountryCode, countryIds } from '#capabilities/vocabularies/countries.ts'
import { loadAtlas } from './atlas.ts'

export type Place = { readonly longitude: number; readonly latitude: number }

/** Places of territories that the atlas draws with another country or not at all (degrees; not verified). */
const notInAtlas: Readonly<Partial<Record<CountryCode, Place>>> = {
  BQ: { longitude: -68.27, latitude: 12.18 },
  BV: { longitude: 3.36, latitude: -54.42 },
  CC: { longitude: 96.83, latitude: -12.16 },
  CX: { longitude: 105.69, latitude: -10.49 },
  GF: { longitude: -53.1, latitude: 3.93 },
  GI: { longitude: -5.35, latitude: 36.14 },
  GP: { longitude: -61.55, latitude: 16.25 },
  MQ: { longitude: -61.02, latitude: 14.64 },
  RE: { longitude: 55.54, latitude: -21.12 },
  SJ: { longitude: 17.0, latitude: 78.5 },
  TK: { longitude: -171.86, latitude: -9.17 },
  TV: { longitude: 179.2, latitude: -8.52 },
  UM: { longitude: 166.63, latitude: 19.3 },
  YT: { longitude: 45.15, latitude: -12.82 },
}

function rounded([longitude, latitude]: readonly [number, number]): Place {
  return { longitude: Math.round(longitude * 1000) / 1000, latitude: Math.round(latitude * 1000) / 1000 }
}

const fineness = 24

/** Of a grid over the polygon, the point inside that lies farthest from its border. */
function deepestPoint(polygon: Polygon): [number, number] | undefined {
  const [[west, south], [east, north]] = geoBounds(polygon)
  const span = east >= west ? east - west : east + 360 - west
  let best: { point: [number, number]; depth: number } | undefined
  for (let column = 1; column < fineness; column += 1) {
    for (let row = 1; row < fineness; row += 1) {
      const longitude = west + (span * column) / fineness
      const latitude = south + ((north - south) * row) / fineness
      const point: [number, number] = [longitude > 180 ? longitude - 360 : longitude, latitude]
      if (!geoContains(polygon, point)) continue
      const border = polygon.coordinates.flat()
      const depth = Math.min(...border.map(([x = 0, y = 0]) => geoDistance(point, [x, y])))
      if (best === undefined || depth > best.depth) best = { point, depth }
    }
  }
  return best?.point
}

function centreOf(code: CountryCode): Place | undefined {
  const { topology, countries } = loadAtlas()
  const area = countries.get(code)
  if (area === undefined) return notInAtlas[code]
  const [largest] = feature(topology, area)
    .geometry.coordinates.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }))
    .map((polygon) => ({ polygon, size: geoArea(polygon) }))
    .sort((one, other) => other.size - one.size)
  if (largest === undefined) return undefined
  const centroid = geoCentroid(largest.polygon)
  if (geoContains(largest.polygon, centroid)) return rounded(centroid)
  return rounded(deepestPoint(largest.polygon) ?? centroid)
}

const known = new Map<CountryCode, Place | undefined>()

/**
 * A place in the middle of a country, in degrees: the centroid of its largest area, or, where that lies outside (as in
 * Croatia), the point deepest inside. Where to show an organisation of which only the country is known. Server only.
 */
export function countryCentroid(country: CountryCode): Place | undefined {
  if (!known.has(country)) known.set(country, centreOf(country))
  return known.get(country)
}

/** The middle of every country that has one, for seeding a table. Server only. */
export function allCountryCentroids(): ReadonlyMap<CountryCode, Place> {
  return new Map(
    countryIds.flatMap((code): [CountryCode, Place][] => {
      const place = countryCentroid(code)
      return place === undefined ? [] : [[code, place]]
    }),
  )
}

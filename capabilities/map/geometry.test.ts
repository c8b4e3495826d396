import { geoContains } from 'd3-geo'
import { feature } from 'topojson-client'
import { describe, expect, test } from 'vitest'
import { countryIds } from '#capabilities/vocabularies/countries.ts'
import { eu27Ids } from '#capabilities/vocabularies/eu-memberships.ts'
import { loadAtlas } from './atlas.ts'
import { allCountryCentroids, countryCentroid } from './country-centroids.ts'
import { countryShapes } from './geometry.ts'
import { europeView } from './projection.ts'
import { simplifyLine } from './simplify.ts'
import { viewOf } from './view.ts'

function countriesAt(longitude: number, latitude: number): string[] {
  const { topology, countries } = loadAtlas()
  return [...countries]
    .filter(([, area]) => geoContains(feature(topology, area), [longitude, latitude]))
    .map(([code]) => code)
}

/** Every coordinate of a path of absolute M, L and Z commands, as pairs. */
function pointsOf(path: string): [number, number][] {
  return [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map((match) => [Number(match[1]), Number(match[2])])
}

describe('the atlas', () => {
  test.each([
    ['FR', 2.35, 48.85],
    ['XK', 20.9, 42.6],
    ['CH', 7.45, 46.95],
    ['LI', 9.54, 47.15],
    ['TR', 32.85, 39.93],
  ])('%s is where it is', (code, longitude, latitude) => {
    expect(countriesAt(longitude, latitude)).toEqual([code])
  })

  test('shows Crimea with Ukraine, and Cyprus as one island', () => {
    expect(countriesAt(34.1, 44.95)).toEqual(['UA'])
    expect(countriesAt(33.0, 34.9)).toEqual(['CY'])
    expect(countriesAt(33.6, 35.3)).toEqual(['CY'])
  })
})

describe('countryShapes', () => {
  test('draws every member state, small as it may be', () => {
    const drawn = countryShapes().map((shape) => shape.country)
    expect(eu27Ids.filter((code) => !drawn.includes(code))).toEqual([])
    expect(drawn).not.toContain('US')
  })

  test('stays within a little more than the view', () => {
    const points = countryShapes().flatMap(({ path }) => pointsOf(path))
    expect(points.length).toBeGreaterThan(1000)
    const spare = 10
    const outside = points.filter(
      ([x, y]) => x < -spare || x > europeView.width + spare || y < -spare || y > europeView.height + spare,
    )
    expect(outside).toEqual([])
  })

  test('is drawn once for a view', () => {
    expect(countryShapes({ ...europeView })).toBe(countryShapes())
  })

  test('a closer view has fewer countries, drawn more finely', () => {
    const close = countryShapes(viewOf([{ longitude: 14.5, latitude: 46.05 }]))
    const slovenia = (shapes: typeof close) =>
      pointsOf(shapes.find((shape) => shape.country === 'SI')?.path ?? '').length
    expect(close.length).toBeLessThan(countryShapes().length)
    expect(slovenia(close)).toBeGreaterThan(slovenia(countryShapes()))
  })

  test('is small enough to travel with a page', () => {
    expect(JSON.stringify(countryShapes()).length).toBeLessThan(100_000)
  })
})

describe('country centroids', () => {
  test('every country has one', () => {
    expect([...allCountryCentroids().keys()]).toEqual([...countryIds])
  })

  test('each lies in its country, even where the country is curved', () => {
    const { topology, countries } = loadAtlas()
    const outside = [...countries].filter(([code, area]) => {
      const place = countryCentroid(code)
      return !place || !geoContains(feature(topology, area), [place.longitude, place.latitude])
    })
    expect(outside.map(([code]) => code)).toEqual([])
  })
})

describe('simplifyLine', () => {
  test('keeps the ends and what stands out, drops what does not', () => {
    const line = [
      { x: 0, y: 0 },
      { x: 5, y: 1.8 },
      { x: 10, y: 4 },
      { x: 20, y: 0 },
    ]
    expect(simplifyLine(line, 1)).toEqual([line[0], line[2], line[3]])
    expect(simplifyLine(line, 5)).toEqual([line[0], line[3]])
  })

  test('keeps the far side of a line that comes back to its start', () => {
    const ring = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 10 },
      { x: 0, y: 0 },
    ]
    expect(simplifyLine(ring, 1)).toEqual(ring)
  })
})

import { geoAzimuthalEqualArea } from 'd3-geo'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { europeView, isInView, projectionSettings, projectPoint } from './projection.ts'
import { viewOf } from './view.ts'

const { longitude, latitude, x, y, radius } = projectionSettings

describe('projectPoint', () => {
  test('agrees with d3-geo everywhere on the hemisphere around Europe', () => {
    const d3 = geoAzimuthalEqualArea().rotate([-longitude, -latitude]).scale(radius).translate([x, y])
    fc.assert(
      fc.property(
        fc.double({ min: -70, max: 90, noNaN: true }),
        fc.double({ min: -20, max: 90, noNaN: true }),
        (east, north) => {
          const expected = d3([east, north])
          const found = projectPoint(east, north)
          expect(found?.x).toBeCloseTo(expected?.[0] ?? Number.NaN, 6)
          expect(found?.y).toBeCloseTo(expected?.[1] ?? Number.NaN, 6)
        },
      ),
    )
  })

  test('the centre stays where it is set, and north is up', () => {
    expect(projectPoint(10, 52)).toEqual({ x: 370, y: 470 })
    const north = projectPoint(10, 60)
    expect(north?.x).toBeCloseTo(370, 9)
    expect(north?.y).toBeLessThan(470)
  })

  test('one unit is about 5 km: 8 degrees of latitude are 889.6 km', () => {
    expect((470 - (projectPoint(10, 60)?.y ?? 0)) * 5).toBeCloseTo(889.6, -1)
  })

  test('what is no place has no position', () => {
    expect(projectPoint(Number.NaN, 50)).toBeUndefined()
    expect(projectPoint(10, 91)).toBeUndefined()
    expect(projectPoint(-170, -52)).toBeUndefined()
  })
})

const cities = {
  reykjavik: { longitude: -21.94, latitude: 64.15 },
  lisbon: { longitude: -9.14, latitude: 38.72 },
  vardø: { longitude: 31.11, latitude: 70.37 },
  valletta: { longitude: 14.51, latitude: 35.9 },
  nicosia: { longitude: 33.37, latitude: 35.17 },
  jerusalem: { longitude: 35.21, latitude: 31.77 },
  yerevan: { longitude: 44.51, latitude: 40.18 },
  kyiv: { longitude: 30.52, latitude: 50.45 },
}
const far = { sydney: { longitude: 151.2, latitude: -33.9 }, boston: { longitude: -71.06, latitude: 42.36 } }

test.each(Object.entries(cities))('%s is in the frame', (_name, place) => {
  const position = projectPoint(place.longitude, place.latitude)
  expect(position && isInView(position, europeView)).toBe(true)
})

test.each(Object.entries(far))('%s is not', (_name, place) => {
  const position = projectPoint(place.longitude, place.latitude)
  expect(position && isInView(position, europeView)).toBe(false)
})

describe('viewOf', () => {
  const european = fc.record({
    longitude: fc.double({ min: -9, max: 40, noNaN: true }),
    latitude: fc.double({ min: 36, max: 68, noNaN: true }),
  })

  test('shows every place that is in the frame, inside the frame and in its proportions', () => {
    fc.assert(
      fc.property(fc.array(european, { minLength: 1, maxLength: 12 }), (places) => {
        const view = viewOf(places)
        expect(view.width / view.height).toBeCloseTo(europeView.width / europeView.height, 9)
        expect(isInView(view, europeView)).toBe(true)
        expect(isInView({ x: view.x + view.width, y: view.y + view.height }, europeView)).toBe(true)
        for (const place of places) {
          const position = projectPoint(place.longitude, place.latitude)
          if (position !== undefined && isInView(position, europeView)) expect(isInView(position, view)).toBe(true)
        }
      }),
    )
  })

  test('comes close to places that are close together', () => {
    const alps = viewOf([
      { longitude: 7.75, latitude: 45.98 },
      { longitude: 11.4, latitude: 47.27 },
    ])
    expect(alps.width).toBeLessThan(400)
  })

  test('is the whole frame for no place, places elsewhere, or places all over Europe', () => {
    expect(viewOf([])).toEqual(europeView)
    expect(viewOf([far.sydney])).toEqual(europeView)
    expect(viewOf([cities.reykjavik, cities.nicosia])).toEqual(europeView)
  })
})

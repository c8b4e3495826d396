import { europeView, isInView, type MapPosition, type MapView, projectPoint } from './projection.ts'

/** Views begin and end on multiples of this, so that similar sets of points share one view (and its outlines). */
const step = 10
const smallestHeight = 160
const margin = 0.12

/** Moves a stretch of the given length so that it lies within 0 and `limit`. */
function within(start: number, length: number, limit: number): number {
  return Math.min(Math.max(start, 0), limit - length)
}

/**
 * The part of the map that shows all the given places with some room around them, in the proportions of the frame and
 * never closer than 1,000 km across. Places outside the frame are left aside; the whole frame when none is in it.
 */
export function viewOf(places: readonly { readonly longitude: number; readonly latitude: number }[]): MapView {
  const positions = places
    .map((place) => projectPoint(place.longitude, place.latitude))
    .filter((position): position is MapPosition => position !== undefined && isInView(position, europeView))
  if (positions.length === 0) return europeView
  const xs = positions.map((position) => position.x)
  const ys = positions.map((position) => position.y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const ratio = europeView.width / europeView.height
  const roomy = Math.max((bottom - top) * (1 + 2 * margin), ((right - left) * (1 + 2 * margin)) / ratio, smallestHeight)
  // Two steps more than needed: the corner is rounded down by up to one step in each direction.
  const steps = Math.ceil((roomy + 2 * step) / (step * 9))
  const height = Math.min(steps * step * 9, europeView.height)
  const width = height * ratio
  if (height === europeView.height) return europeView
  const corner = (centre: number, length: number) => Math.floor((centre - length / 2) / step) * step
  return {
    x: within(corner((left + right) / 2, width), width, europeView.width),
    y: within(corner((top + bottom) / 2, height), height, europeView.height),
    width,
    height,
  }
}

/** A place on the map in units of the frame: x to the right, y downwards. */
export type MapPosition = { readonly x: number; readonly y: number }

/** A rectangle of the map, in units of the frame. */
export type MapView = MapPosition & { readonly width: number; readonly height: number }

/** The whole frame: from Iceland to the Caucasus, from the North Cape to Crete and Israel. One unit is 5 km. */
export const europeView: MapView = { x: 0, y: 0, width: 1000, height: 900 }

/** Where the centre of the projection lies in the frame, and how large the earth's radius is drawn. */
export const projectionSettings = { longitude: 10, latitude: 52, x: 370, y: 470, radius: 1274.2 } as const

const radians = Math.PI / 180
const sinCentre = Math.sin(projectionSettings.latitude * radians)
const cosCentre = Math.cos(projectionSettings.latitude * radians)

/**
 * Where a place lies on the map: Lambert azimuthal equal-area projection centred on 10° E 52° N, the one the European
 * Environment Agency and Eurostat use (EPSG:3035), here on a sphere. The position may lie outside the frame.
 *
 * Source: J. P. Snyder, Map Projections: A Working Manual, USGS Professional Paper 1395 (1987), equations 24-2 to 24-4.
 *
 * @param longitude degrees east
 * @param latitude degrees north, -90 to 90
 * @returns `undefined` for what is no place, and for the point opposite the centre, which has no position
 */
export function projectPoint(longitude: number, latitude: number): MapPosition | undefined {
  if (!Number.isFinite(longitude) || !(Math.abs(latitude) <= 90)) return undefined
  const { x, y, radius } = projectionSettings
  const east = (longitude - projectionSettings.longitude) * radians
  const sin = Math.sin(latitude * radians)
  const cos = Math.cos(latitude * radians)
  const nearness = 1 + sinCentre * sin + cosCentre * cos * Math.cos(east)
  if (nearness < 1e-9) return undefined
  const scale = radius * Math.sqrt(2 / nearness)
  return {
    x: x + scale * cos * Math.sin(east),
    y: y - scale * (cosCentre * sin - sinCentre * cos * Math.cos(east)),
  }
}

/** True when a position lies in a view, its edges included. */
export function isInView({ x, y }: MapPosition, view: MapView): boolean {
  return x >= view.x && y >= view.y && x <= view.x + view.width && y <= view.y + view.height
}

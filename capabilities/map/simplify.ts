import type { MapPosition } from './projection.ts'

/** The square of the distance of a point from the segment between two others. */
function squaredDistance(point: MapPosition, from: MapPosition, to: MapPosition): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length
  const nearest = Math.min(1, Math.max(0, along))
  return (point.x - from.x - nearest * dx) ** 2 + (point.y - from.y - nearest * dy) ** 2
}

/**
 * A line with fewer points that stays within `tolerance` of every point of the given one. Both ends are kept, so that
 * lines which meet still meet.
 *
 * Source: D. H. Douglas, T. K. Peucker, Cartographica 10 (1973), 112-122.
 */
export function simplifyLine(line: readonly MapPosition[], tolerance: number): MapPosition[] {
  const last = line.length - 1
  const kept = new Set([0, last])
  const open: [number, number][] = [[0, last]]
  for (let stretch = open.pop(); stretch !== undefined; stretch = open.pop()) {
    const [start, end] = stretch
    const [from, to] = [line[start], line[end]]
    if (from === undefined || to === undefined) continue
    let farthest = -1
    let most = tolerance * tolerance
    for (let index = start + 1; index < end; index += 1) {
      const point = line[index]
      const away = point === undefined ? 0 : squaredDistance(point, from, to)
      if (away > most) {
        most = away
        farthest = index
      }
    }
    if (farthest < 0) continue
    kept.add(farthest)
    open.push([start, farthest], [farthest, end])
  }
  return line.filter((_point, index) => kept.has(index))
}

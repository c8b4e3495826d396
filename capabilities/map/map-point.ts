import { type Cluster, clusterPoints } from './clusters.ts'
import { isInView, type MapView, projectPoint } from './projection.ts'
import { type MapPointKind, type MapSymbolKind, mapPointKindIds } from './symbols.ts'

/** Something to show on the map. */
export type MapPoint = {
  /** Unique among the points of a map. */
  readonly id: string
  /** Degrees east and north. */
  readonly longitude: number
  readonly latitude: number
  /** What a person reads: a title or a name, already in their language. */
  readonly label: string
  readonly kind: MapPointKind
  readonly href?: string | undefined
  /** How many things the point stands for, 1 unless said. */
  readonly count?: number | undefined
}

export type MapCluster = Cluster<MapPoint>

/** Symbols nearer than this (a view being 1000 wide) are drawn as one. */
const clusterDistance = 38

/** What of the points is drawn in a view, in clusters, and what lies elsewhere, in the order given. */
export function arrangePoints(
  points: readonly MapPoint[],
  view: MapView,
): { clusters: MapCluster[]; elsewhere: MapPoint[] } {
  const elsewhere: MapPoint[] = []
  const placed = points.flatMap((item) => {
    const position = projectPoint(item.longitude, item.latitude)
    if (position !== undefined && isInView(position, view)) return [{ item, position }]
    elsewhere.push(item)
    return []
  })
  return { clusters: clusterPoints(placed, (clusterDistance * view.width) / 1000), elsewhere }
}

/** The symbol of a cluster: that of its members when they are of one kind. */
export function clusterKind(cluster: MapCluster): MapSymbolKind {
  const [first, ...others] = new Set(cluster.items.map((item) => item.kind))
  return first !== undefined && others.length === 0 ? first : 'mixed'
}

/** The kinds of symbol a key must explain, in the order of the vocabulary. */
export function kindsShown(clusters: readonly MapCluster[]): MapSymbolKind[] {
  const shown = new Set<MapSymbolKind>(clusters.map(clusterKind))
  return [...mapPointKindIds, 'mixed' as const].filter((kind) => shown.has(kind))
}

import type { MapPosition } from './projection.ts'

/** Anything that can be put on the map: an id, and how many things it stands for (1 unless said). */
export type Countable = { readonly id: string; readonly count?: number | undefined }

export type Cluster<Item extends Countable> = MapPosition & {
  /** The id of the item at whose place the cluster stands. */
  readonly id: string
  /** The members, by id. */
  readonly items: readonly Item[]
  /** The sum of their counts. */
  readonly total: number
}

type Placed<Item> = { readonly item: Item; readonly position: MapPosition }

function byId(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/**
 * Puts items that would cover each other together. The heaviest item (then the lowest id) leads a cluster at its own
 * place and takes every item nearer than `distance`; so no two clusters are nearer than that, and the result does not
 * depend on the order of the items. A grid of cells as wide as `distance` keeps it linear in the number of items.
 *
 * @param distance in units of the positions, above 0
 * @returns clusters from north to south, which is also the order of the keyboard
 */
export function clusterPoints<Item extends Countable>(
  placed: readonly Placed<Item>[],
  distance: number,
): Cluster<Item>[] {
  const weight = (item: Countable) => item.count ?? 1
  const ordered = [...placed].sort(
    (one, other) => weight(other.item) - weight(one.item) || byId(one.item.id, other.item.id),
  )
  const cells = new Map<string, Cluster<Item>[]>()
  const members = new Map<Cluster<Item>, Item[]>()
  const cell = (position: MapPosition) =>
    [Math.floor(position.x / distance), Math.floor(position.y / distance)] as const

  function nearest(position: MapPosition): Cluster<Item> | undefined {
    const [column, row] = cell(position)
    let best: { cluster: Cluster<Item>; away: number } | undefined
    for (const [across, down] of neighbours) {
      for (const cluster of cells.get(`${column + across} ${row + down}`) ?? []) {
        const away = Math.hypot(cluster.x - position.x, cluster.y - position.y)
        if (away < distance && (best === undefined || away < best.away)) best = { cluster, away }
      }
    }
    return best?.cluster
  }

  for (const { item, position } of ordered) {
    const leader = nearest(position)
    if (leader !== undefined) {
      members.get(leader)?.push(item)
      continue
    }
    const cluster: Cluster<Item> = { id: item.id, x: position.x, y: position.y, items: [], total: 0 }
    members.set(cluster, [item])
    const key = cell(position).join(' ')
    cells.set(key, [...(cells.get(key) ?? []), cluster])
  }

  return [...members]
    .map(([cluster, items]) => ({
      ...cluster,
      items: items.sort((one, other) => byId(one.id, other.id)),
      total: items.reduce((sum, item) => sum + weight(item), 0),
    }))
    .sort((one, other) => one.y - other.y || one.x - other.x || byId(one.id, other.id))
}

const neighbours = [-1, 0, 1].flatMap((across) => [-1, 0, 1].map((down) => [across, down] as const))

/** What a point on the map stands for. */
export const mapPointKindIds = ['need', 'offer', 'organisation', 'alliance', 'event', 'facility'] as const
export type MapPointKind = (typeof mapPointKindIds)[number]

/** `mixed` stands for a cluster of several kinds. */
export type MapSymbolKind = MapPointKind | 'mixed'

/** Corners of a regular polygon, clockwise; `turn` in degrees, 0 with a corner at the top. */
function regular(corners: number, radius: number, turn: number): string {
  const points = Array.from({ length: corners }, (_corner, index) => {
    const angle = ((turn + (360 * index) / corners) * Math.PI) / 180
    return `${(radius * Math.sin(angle)).toFixed(2)} ${(-radius * Math.cos(angle)).toFixed(2)}`
  })
  return `M${points.join('L')}Z`
}

function circle(radius: number): string {
  const r = radius.toFixed(2)
  return `M-${r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 -${r} 0Z`
}

/**
 * The outline of a symbol around 0 0, as the `d` of an SVG path. Every kind has a form of its own, so that kinds can be
 * told apart without colour: an offer points up, a need points down. The factors give all forms about the same area.
 *
 * @param radius of a circle of the same area
 */
export function symbolPath(kind: MapSymbolKind, radius: number): string {
  switch (kind) {
    case 'need':
      return regular(3, radius * 1.5, 180)
    case 'offer':
      return regular(3, radius * 1.5, 0)
    case 'organisation':
      return circle(radius)
    case 'alliance':
      return regular(6, radius * 1.1, 0)
    case 'event':
      return regular(4, radius * 1.25, 45)
    case 'facility':
      return regular(4, radius * 1.25, 0)
    case 'mixed':
      return regular(8, radius * 1.05, 22.5)
  }
}

/** The radius of a symbol that stands for `total` things: grows with each doubling, up to a limit. */
export function symbolRadius(total: number): number {
  return total <= 1 ? 8 : Math.min(17, 9 + 1.5 * Math.log2(total))
}

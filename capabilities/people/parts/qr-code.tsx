/** The dark cells of a QR code as one path: a square of `size` cells with its quiet zone. */
export interface QrPath {
  size: number
  path: string
}

/** One horizontal stroke for each run of dark cells. */
export function pathOf(cells: readonly (readonly boolean[])[]): QrPath {
  const runs = cells.flatMap((row, y) => {
    const found: string[] = []
    for (let x = 0; x < row.length; x++) {
      const from = x
      while (row[x]) x++
      if (x > from) found.push(`M${from} ${y}h${x - from}v1h${from - x}z`)
    }
    return found
  })
  return { size: cells.length, path: runs.join('') }
}

/** Always dark on light: many scanners read nothing else. */
export function QrCode({ code, label }: { code: QrPath; label: string }) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${code.size} ${code.size}`}
      width={220}
      height={220}
      shapeRendering="crispEdges"
    >
      <rect width={code.size} height={code.size} fill="#fff" />
      <path d={code.path} fill="#000" />
    </svg>
  )
}

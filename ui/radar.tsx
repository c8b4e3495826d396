interface Props {
  /** Says what is shown; the values stand in the figure's table. */
  label: string
  /** Three or more. */
  axes: readonly string[]
  /** One or two; each has one value per axis. The first is filled, the second an outline. */
  profiles: readonly (readonly number[])[]
  /** End of each axis, which starts at 0 in the middle. */
  max: number
  /** Rings to draw. Default: `max`, if whole and small, else 4. */
  rings?: number | undefined
}

const size = 420
const middle = size / 2
const reach = 130

/** A profile over several axes. Its figure's legend: `[first, second]`. */
export function Radar({ label, axes, profiles, max, rings }: Props) {
  const circles = rings ?? (Number.isInteger(max) && max <= 9 ? max : 4)
  const at = (index: number, share: number): [number, number] => {
    const angle = (index / axes.length) * 2 * Math.PI - Math.PI / 2
    return [round(middle + Math.cos(angle) * reach * share), round(middle + Math.sin(angle) * reach * share)]
  }
  const outline = (shares: readonly number[]) => shares.map((share, index) => at(index, share).join(',')).join(' ')
  return (
    <svg className="e-radar" viewBox={`0 35 ${size} ${size - 70}`} role="img" aria-label={label}>
      {Array.from({ length: circles }, (_, ring) => (ring + 1) / circles).map((share) => (
        <polygon key={share} className="e-radar-ring" points={outline(axes.map(() => share))} />
      ))}
      {axes.map((axis, index) => {
        const [x, y] = at(index, 1)
        const [labelX, labelY] = at(index, 1.12)
        return (
          <g key={axis}>
            <line className="e-radar-ring" x1={middle} y1={middle} x2={x} y2={y} />
            <text x={labelX} y={labelY} textAnchor={anchor(labelX)} dominantBaseline="middle">
              {lines(axis).map((line, row, all) => (
                <tspan key={line} x={labelX} dy={row === 0 ? `${-(all.length - 1) * 0.55}em` : '1.1em'}>
                  {line}
                </tspan>
              ))}
            </text>
          </g>
        )
      })}
      {profiles.map((profile, index) => (
        <g key={index === 0 ? 'first' : 'second'} className={index === 0 ? 'e-radar-first' : 'e-radar-second'}>
          <polygon points={outline(axes.map((_, axis) => clamp((profile[axis] ?? 0) / max)))} />
          {axes.map((axis, place) => {
            const [x, y] = at(place, clamp((profile[place] ?? 0) / max))
            return index === 0 ? (
              <circle key={axis} cx={x} cy={y} r="4.5" />
            ) : (
              <rect key={axis} x={x - 4} y={y - 4} width="8" height="8" />
            )
          })}
        </g>
      ))}
    </svg>
  )
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function anchor(x: number): 'start' | 'middle' | 'end' {
  if (Math.abs(x - middle) < 12) return 'middle'
  return x > middle ? 'start' : 'end'
}

/** Breaks a label into lines of about 12 characters. */
function lines(text: string): string[] {
  const rows: string[] = []
  for (const word of text.split(' ')) {
    const last = rows.at(-1)
    if (last !== undefined && last.length + word.length < 13) rows[rows.length - 1] = `${last} ${word}`
    else rows.push(word)
  }
  return rows
}

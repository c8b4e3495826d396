import type { ReactNode } from 'react'

const series: readonly { number: number; mark?: ReactNode; turn?: string }[] = [
  { number: 1 },
  { number: 2, mark: <path d="M4 0V8" />, turn: 'rotate(-45)' },
  { number: 3, mark: <path d="M4 0V8" />, turn: 'rotate(45)' },
  { number: 4, mark: <path d="M0 4H8" /> },
  { number: 5, mark: <path d="M4 0V8" /> },
  { number: 6, mark: <path d="M2 2h.01M6 6h.01" strokeWidth="2.4" strokeLinecap="round" /> },
]

/** Goes first inside an SVG: the fills of the six series, alike in colour and pattern to those of legends and bars. */
export function SeriesPatterns({ prefix }: { prefix: string }) {
  return (
    <defs>
      {series.map(({ number, mark, turn }) => (
        <pattern
          key={number}
          id={`${prefix}-${number}`}
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
          patternTransform={turn}
        >
          <rect width="8" height="8" fill={`var(--color-series-${number})`} />
          <g fill="none" stroke="var(--color-surface)" strokeWidth="1.5">
            {mark}
          </g>
        </pattern>
      ))}
    </defs>
  )
}

/** The `fill` of series `number`, counted from 1; after six they begin again. */
export function seriesFill(prefix: string, number: number): string {
  return `url(#${prefix}-${((number - 1) % series.length) + 1})`
}

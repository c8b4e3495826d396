const marks = [
  null,
  <path key="2" d="M-1 6 6-1M2 9 9 2" />,
  <path key="3" d="M-1 2 6 9M2-1 9 6" />,
  <path key="4" d="M0 4H8" />,
  <path key="5" d="M4 0V8" />,
  <path key="6" d="M2 2h.01M6 6h.01" strokeWidth="2.4" strokeLinecap="round" />,
]

/** Goes first inside an SVG: the fills of the six series, alike in colour and pattern to those of legends and bars. */
export function SeriesPatterns({ prefix }: { prefix: string }) {
  return (
    <defs>
      {marks.map((mark, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the series are numbered
        <pattern key={index} id={`${prefix}-${index + 1}`} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" fill={`var(--color-series-${index + 1})`} />
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
  return `url(#${prefix}-${((number - 1) % marks.length) + 1})`
}

const marks = [
  null,
  <path key="2" d="M4 0V8" />,
  <path key="3" d="M4 0V8" />,
  <path key="4" d="M0 4H8" />,
  <path key="5" d="M4 0V8" />,
  <path key="6" d="M2 2h.01M6 6h.01" strokeWidth="2.4" strokeLinecap="round" />,
]

const turns = [undefined, 'rotate(-45)', 'rotate(45)']

/** Goes first inside an SVG: the fills of the six series, alike in colour and pattern to those of legends and bars. */
export function SeriesPatterns({ prefix }: { prefix: string }) {
  return (
    <defs>
      {marks.map((mark, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the series are numbered
        <pattern
          key={index}
          id={`${prefix}-${index + 1}`}
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
          patternTransform={turns[index]}
        >
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

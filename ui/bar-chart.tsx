import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

export interface BarRow {
  label: string
  /** The records behind the row. */
  to?: string | undefined
  /** One for each series. */
  values: readonly number[]
}

interface Props {
  label: string
  /** Names of the series, at most six; give them as `legend` of the figure too. */
  series: readonly string[]
  rows: readonly BarRow[]
  /** Bars of a row end to end instead of under each other. */
  stacked?: boolean | undefined
  /** How a number is written. Default: as in the reader's language. */
  format?: ((value: number) => string) | undefined
}

/** Amounts compared. A list of words and numbers with bars drawn to it, so that it fits any width and any reader. */
export function BarChart({ label, series, rows, stacked, format }: Props) {
  const { i18n } = useTranslation('ui')
  const number = new Intl.NumberFormat(i18n.language)
  const write = format ?? ((value: number) => number.format(value))
  const sum = (row: BarRow) => row.values.reduce((total, value) => total + value, 0)
  const most = Math.max(...rows.map((row) => (stacked ? sum(row) : Math.max(...row.values))), 0)
  const width = (value: number) => `${most > 0 ? (value / most) * 100 : 0}%`
  return (
    <ul className="e-bars" aria-label={label} data-stacked={stacked ? '' : undefined}>
      {rows.map((row) => (
        <li key={row.label}>
          <span className="e-bars-label">{row.to ? <Link to={row.to}>{row.label}</Link> : row.label}</span>
          <span className="e-bars-track">
            {row.values.map((value, index) => (
              <span key={series[index]} className="e-bars-bar" style={stacked ? { inlineSize: width(value) } : {}}>
                <span
                  className={`e-bars-fill e-series-${(index % 6) + 1}`}
                  data-some={value > 0 ? '' : undefined}
                  style={stacked ? {} : { inlineSize: `calc(${width(value)} * 0.88)` }}
                />
                <span className={stacked ? 'sr-only' : 'e-bars-value'}>
                  {series.length > 1 && <span className="sr-only">{series[index]}: </span>}
                  {write(value)}
                </span>
              </span>
            ))}
            {stacked && <span className="e-bars-value">{write(sum(row))}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}

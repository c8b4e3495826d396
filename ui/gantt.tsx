import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { dayShare, monthTicks, spanShare } from './time-scale.ts'

export interface GanttRow {
  key: string
  label: string
  to?: string | undefined
  /** First and last day, `YYYY-MM-DD`. */
  start: string
  end: string
  /** Done, 0 to 1. */
  done?: number | undefined
  /** Dates that count within it. */
  milestones?: readonly { date: string; label: string }[] | undefined
  /** Part of the row before it. */
  inner?: boolean | undefined
}

interface Props {
  label: string
  /** First and last day shown, `YYYY-MM-DD`. */
  from: string
  to: string
  rows: readonly GanttRow[]
  /** `YYYY-MM-DD`, to draw a line. */
  today?: string | undefined
}

/** Work over time. Dates are spoken with each row; the figure's table holds them too. */
export function Gantt({ label, from, to, rows, today }: Props) {
  const { i18n } = useTranslation('ui')
  const { ticks, months } = monthTicks(from, to)
  const write = (date: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(i18n.language, { ...options, timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))
  const tickLook: Intl.DateTimeFormatOptions = months >= 12 ? { year: 'numeric' } : { month: 'short', year: '2-digit' }
  const whole: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' }
  const place = (date: string) => `${dayShare(date, from, to) * 100}%`
  return (
    <div className="e-gantt">
      <div className="e-gantt-scale" aria-hidden="true">
        {ticks.map((tick) => (
          <span key={tick} style={{ insetInlineStart: place(tick) }}>
            {write(tick, tickLook)}
          </span>
        ))}
      </div>
      <ul aria-label={label}>
        {rows.map((row) => {
          const { start, width } = spanShare(row.start, row.end, from, to)
          return (
            <li key={row.key} data-inner={row.inner ? '' : undefined}>
              <span className="e-gantt-label">
                {row.to ? <Link to={row.to}>{row.label}</Link> : row.label}
                <span className="sr-only">
                  , {write(row.start, whole)} – {write(row.end, whole)}
                  {row.milestones?.map((stone) => `, ${stone.label} ${write(stone.date, whole)}`)}
                </span>
              </span>
              <span className="e-gantt-track" aria-hidden="true">
                {ticks.map((tick) => (
                  <span key={tick} className="e-gantt-line" style={{ insetInlineStart: place(tick) }} />
                ))}
                {today && <span className="e-gantt-today" style={{ insetInlineStart: place(today) }} />}
                <span
                  className="e-gantt-bar"
                  style={{ insetInlineStart: `${start * 100}%`, inlineSize: `${width * 100}%` }}
                >
                  <span style={{ inlineSize: `${Math.min(1, Math.max(0, row.done ?? 0)) * 100}%` }} />
                </span>
                {row.milestones?.map((stone) => (
                  <span
                    key={stone.date + stone.label}
                    className="e-gantt-stone"
                    title={`${stone.label}, ${write(stone.date, whole)}`}
                    style={{ insetInlineStart: place(stone.date) }}
                  />
                ))}
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Icon } from './icon.tsx'
import { monthGrid } from './month-grid.ts'

export interface CalendarEntry {
  key: string
  /** `YYYY-MM-DD` */
  date: string
  label: string
  to: string
  /** Hour or place, before the label. */
  detail?: string | undefined
}

interface Props {
  /** `YYYY-MM` */
  month: string
  entries: readonly CalendarEntry[]
  /** `YYYY-MM-DD`, to mark it. */
  today?: string | undefined
  previousHref: string
  nextHref: string
  /** 1 Monday (default) to 7 Sunday. */
  firstDay?: number | undefined
}

/** One month: a grid, and on a phone the same entries as a list. */
export function Calendar({ month, entries, today, previousHref, nextHref, firstDay = 1 }: Props) {
  const { t, i18n } = useTranslation('ui')
  const weeks = monthGrid(month, firstDay)
  const format = (date: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(i18n.language, { ...options, timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))
  const inMonth = entries.filter((entry) => entry.date.startsWith(month)).sort((a, b) => (a.date < b.date ? -1 : 1))
  const title = format(`${month}-01`, { month: 'long', year: 'numeric' })
  return (
    <section className="e-calendar" aria-label={title}>
      <div className="e-calendar-head">
        <h2>{title}</h2>
        <Link
          className="e-button e-button-icon"
          data-kind="quiet"
          to={previousHref}
          aria-label={t('calendar.previous')}
          preventScrollReset
        >
          <Icon name="chevronPrevious" />
        </Link>
        <Link
          className="e-button e-button-icon"
          data-kind="quiet"
          to={nextHref}
          aria-label={t('calendar.next')}
          preventScrollReset
        >
          <Icon name="chevronNext" />
        </Link>
      </div>
      <table className="e-calendar-grid">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            {(weeks[0] ?? []).map(({ date }) => (
              <th key={date} scope="col" abbr={format(date, { weekday: 'long' })}>
                {format(date, { weekday: 'short' })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.date}>
              {week.map(({ date, inside }) => (
                <td key={date} data-outside={inside ? undefined : ''} data-today={date === today ? '' : undefined}>
                  <time className="e-calendar-day" dateTime={date} aria-current={date === today ? 'date' : undefined}>
                    {Number(date.slice(8))}
                  </time>
                  <ul>
                    {entries
                      .filter((entry) => entry.date === date)
                      .map((entry) => (
                        <li key={entry.key}>
                          <CalendarLink entry={entry} />
                        </li>
                      ))}
                  </ul>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ol className="e-calendar-list">
        {inMonth.map((entry) => (
          <li key={entry.key}>
            <time dateTime={entry.date}>
              {format(entry.date, { weekday: 'short', day: 'numeric', month: 'short' })}
            </time>
            <CalendarLink entry={entry} />
          </li>
        ))}
      </ol>
      {inMonth.length === 0 && <p className="py-3 text-ink-soft">{t('calendar.none')}</p>}
    </section>
  )
}

function CalendarLink({ entry }: { entry: CalendarEntry }) {
  return (
    <Link className="e-calendar-entry" to={entry.to}>
      {entry.detail && <>{entry.detail} </>}
      {entry.label}
    </Link>
  )
}

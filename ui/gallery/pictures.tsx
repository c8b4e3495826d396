import { useTranslation } from 'react-i18next'
import { Calendar } from '../calendar.tsx'
import { DataTable } from '../data-table.tsx'
import { MapFigure } from '../map-figure.tsx'
import { Prose } from '../prose.tsx'
import { SeriesPatterns, seriesFill } from '../series-patterns.tsx'
import { ChartSamples } from './charts.tsx'
import { Sample } from './sample.tsx'

const bars = [
  { label: 'Austria', first: 31, second: 12 },
  { label: 'Ireland', first: 22, second: 17 },
  { label: 'Poland', first: 14, second: 20 },
]

export function PictureSamples() {
  const { t } = useTranslation('ui')
  return (
    <div className="grid gap-10">
      <Sample name="MapFigure" note={t('gallery.figure')}>
        <MapFigure
          caption="Posted in each country"
          legend={['Looking for', 'Offering']}
          csvHref="/x.csv"
          table={
            <DataTable
              caption="Posted in each country"
              hideCaption
              rows={bars}
              rowKey={(row) => row.label}
              columns={[
                { key: 'label', header: 'Country', cell: (row) => row.label },
                { key: 'first', header: 'Looking for', cell: (row) => row.first, align: 'end' },
                { key: 'second', header: 'Offering', cell: (row) => row.second, align: 'end' },
              ]}
            />
          }
        >
          <svg viewBox="0 0 600 150" role="img" aria-label="Bars: looking for and offering in three countries">
            <SeriesPatterns prefix="sample" />
            {bars.map((bar, index) => (
              <g key={bar.label} transform={`translate(0 ${12 + index * 45})`}>
                <text x="88" y="24" textAnchor="end" fontSize="14" fill="var(--color-ink)">
                  {bar.label}
                </text>
                <rect x="98" y="2" width={bar.first * 14} height="15" fill={seriesFill('sample', 1)} />
                <rect x="98" y="20" width={bar.second * 14} height="15" fill={seriesFill('sample', 2)} />
              </g>
            ))}
          </svg>
        </MapFigure>
      </Sample>
      <ChartSamples />
      <Sample name="Calendar" note={t('gallery.calendar')}>
        <Calendar
          month="2026-11"
          today="2026-11-21"
          previousHref="#october"
          nextHref="#december"
          entries={[
            { key: '1', date: '2026-11-04', label: 'Brokerage day, Bologna', detail: '9:00', to: '#e1' },
            { key: '2', date: '2026-11-21', label: 'Council', detail: '14:00', to: '#e2' },
            { key: '3', date: '2026-11-21', label: 'Visit to the hall', detail: '16:00', to: '#e3' },
          ]}
        />
      </Sample>
      <Sample name="Prose">
        <Prose html="<p>A small firm asks one question well, and a region answers. What follows is how that came about in one valley, and what it cost.</p><h4>What they did first</h4><p>They wrote down <strong>what they lacked</strong>, in words a stranger understands. <a href='#prose'>The list</a> had three lines.</p><ul><li>Somebody who has dried beech</li><li>A hall with a crane</li></ul><blockquote><p>We had asked for ten years, only never aloud.</p></blockquote>" />
      </Sample>
    </div>
  )
}

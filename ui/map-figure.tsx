import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Disclosure } from './disclosure.tsx'
import { Icon } from './icon.tsx'

interface Props {
  /** The picture: an SVG drawn on the server, with `role="img"` and a label, or with links. */
  children: ReactNode
  caption: ReactNode
  /**
   * What the series mean. A word stands for the next series, drawn with `seriesFill` from `series-patterns.tsx`;
   * a swatch is any other CSS colour the picture uses.
   */
  legend?: readonly (string | { label: string; swatch: string })[] | undefined
  /** The same data as a table. Always given. */
  table: ReactNode
  /** The same data to download. */
  csvHref?: string | undefined
}

/** A map, chart, network or plan, with the same data as a table beneath it and as CSV. */
export function MapFigure({ children, caption, legend = [], table, csvHref }: Props) {
  const { t } = useTranslation('ui')
  return (
    <figure className="e-figure">
      <figcaption>{caption}</figcaption>
      <div className="e-figure-picture">{children}</div>
      {legend.length > 0 && (
        <ul className="e-legend" data-row="">
          {legend.map((entry, index) =>
            typeof entry === 'string' ? (
              <li key={entry}>
                <span className={`e-swatch e-series-${(index % 6) + 1}`} aria-hidden="true" />
                {entry}
              </li>
            ) : (
              <li key={entry.label}>
                <span className="e-swatch" style={{ background: entry.swatch }} aria-hidden="true" />
                {entry.label}
              </li>
            ),
          )}
        </ul>
      )}
      <div className="e-figure-foot">
        <Disclosure summary={t('figure.table')}>{table}</Disclosure>
        {csvHref && (
          <a href={csvHref} download>
            <Icon name="download" /> {t('figure.csv')}
          </a>
        )}
      </div>
    </figure>
  )
}

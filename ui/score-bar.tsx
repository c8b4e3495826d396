import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export interface ScorePart {
  label: string
  /** Points this part adds. */
  value: number
}

interface Props {
  label: ReactNode
  /** At most six, in the order they are drawn. */
  parts: readonly ScorePart[]
  /** Points there are to have. Default 100. */
  max?: number | undefined
  /** Only number and bar; the parts are still spoken. For lists. */
  compact?: boolean | undefined
}

/** A score and what it is made of: a stacked bar whose parts differ by pattern and colour, with a legend. */
export function ScoreBar({ label, parts, max = 100, compact }: Props) {
  const { t, i18n } = useTranslation('ui')
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 0 })
  const total = parts.reduce((sum, part) => sum + part.value, 0)
  return (
    <div className="e-score">
      <div className="e-score-head">
        <span className="e-score-number">{number.format(total)}</span>
        <span>
          <span className="text-ink-soft">{t('score.of', { max: number.format(max) })}</span> {label}
        </span>
      </div>
      <div className="e-bar" aria-hidden="true">
        {parts.map((part, index) => (
          <span
            key={part.label}
            className={`e-series-${(index % 6) + 1}`}
            style={{ inlineSize: `${(part.value / max) * 100}%` }}
          />
        ))}
      </div>
      <ul className={compact ? 'sr-only' : 'e-legend'}>
        {parts.map((part, index) => (
          <li key={part.label}>
            <span className={`e-swatch e-series-${(index % 6) + 1}`} aria-hidden="true" />
            {part.label} <b>{number.format(part.value)}</b>
          </li>
        ))}
      </ul>
    </div>
  )
}

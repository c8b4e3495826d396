import { useTranslation } from 'react-i18next'

export interface GapRow {
  label: string
  /** What is there. */
  has: number
  /** What is needed. */
  needs: number
}

interface Props {
  label: string
  rows: readonly GapRow[]
  /** End of the scale, which starts at 0. */
  max: number
  hasLabel: string
  needsLabel: string
}

/** What is there against what is needed, row by row: a bar, a mark, and the gap between them hatched. */
export function GapChart({ label, rows, max, hasLabel, needsLabel }: Props) {
  const { i18n } = useTranslation('ui')
  const number = new Intl.NumberFormat(i18n.language)
  const share = (value: number) => Math.min(1, Math.max(0, max > 0 ? value / max : 0)) * 100
  return (
    <ul className="e-gaps" aria-label={label}>
      {rows.map(({ label: name, has, needs }) => (
        <li key={name} data-gap={needs > has ? '' : undefined}>
          <span className="e-gaps-label">{name}</span>
          <span className="e-gaps-words">
            {hasLabel} <b>{number.format(has)}</b>, {needsLabel} <b>{number.format(needs)}</b>
          </span>
          <span className="e-gaps-track" aria-hidden="true">
            <span className="e-gaps-has" style={{ inlineSize: `${share(has)}%` }} />
            {needs > has && (
              <span
                className="e-gaps-missing"
                style={{ insetInlineStart: `${share(has)}%`, inlineSize: `${share(needs) - share(has)}%` }}
              />
            )}
            <span className="e-gaps-needs" style={{ insetInlineStart: `${share(needs)}%` }} />
          </span>
        </li>
      ))}
    </ul>
  )
}

import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'

interface Props {
  label: ReactNode
  value: number
  max: number
  /** In words: "12 of 40 partners". Default: per cent. */
  text?: string | undefined
}

/** How far something has come, as a bar and in words. */
export function Progress({ label, value, max, text }: Props) {
  const { i18n } = useTranslation('ui')
  const id = useId()
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0
  const words = text ?? new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(share)
  return (
    <div className="e-progress">
      <div className="e-progress-head">
        <span id={id}>{label}</span>
        <span>{words}</span>
      </div>
      <div
        className="e-bar"
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={Math.min(max, Math.max(0, value))}
        aria-valuetext={words}
      >
        <span style={{ inlineSize: `${share * 100}%` }} />
      </div>
    </div>
  )
}

import { type ReactNode, useId } from 'react'

interface Props {
  label: ReactNode
  value: number
  max: number
  /** In words: "level 3 of 5", "70% within 5 days". */
  text: string
}

/** A measured amount within a known range, as a bar and in words. For work under way use Progress. */
export function Meter({ label, value, max, text }: Props) {
  const id = useId()
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0
  return (
    <div className="e-progress">
      <div className="e-progress-head">
        <span id={id}>{label}</span>
        <span>{text}</span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: browsers disagree on how to draw the native one */}
      <div
        className="e-bar"
        role="meter"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={text}
      >
        <span style={{ inlineSize: `${share * 100}%` }} />
      </div>
    </div>
  )
}

import type { ReactNode } from 'react'

interface Props {
  /** Buttons, the primary one first. */
  children: ReactNode
  /** What happens next, in one sentence. */
  note?: ReactNode
}

/** The end of a form: what sends it, and the way out. */
export function FormActions({ children, note }: Props) {
  return (
    <div className="e-actions">
      {note && <p className="e-actions-note">{note}</p>}
      {children}
    </div>
  )
}

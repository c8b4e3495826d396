import type { ReactNode } from 'react'
import { Link } from 'react-router'

interface Props {
  /** Already formatted. */
  value: ReactNode
  label: ReactNode
  /** The records behind the number. A number that summarises always has some. */
  to?: string | undefined
  /** Target, comparison or date. */
  note?: ReactNode
}

/** A number that opens into its records. */
export function Stat({ value, label, to, note }: Props) {
  const content = (
    <>
      <span className="e-stat-number">{value}</span>
      <span className="e-stat-label">{label}</span>
      {note && <span className="e-stat-note">{note}</span>}
    </>
  )
  return to ? (
    <Link className="e-stat" to={to}>
      {content}
    </Link>
  ) : (
    <div className="e-stat">{content}</div>
  )
}

/** Numbers side by side. */
export function Stats({ children }: { children: ReactNode }) {
  return <div className="e-stats">{children}</div>
}

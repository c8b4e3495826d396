import type { ReactNode } from 'react'
import { Link } from 'react-router'

interface Props {
  title: ReactNode
  /** Where the title leads. */
  to?: string | undefined
  /** Above the title: kind, status, date. Badges and short words. */
  kicker?: ReactNode
  children?: ReactNode
  /** Below: who, where, until when, tags. */
  foot?: ReactNode
  /** A frame, for cards in a Grid. In a list, leave it out: entries are parted by rules. */
  boxed?: boolean | undefined
  level?: 2 | 3 | 4 | undefined
}

/** One entry of a list or grid. */
export function Card({ title, to, kicker, children, foot, boxed, level = 3 }: Props) {
  const Heading = `h${level}` as const
  return (
    <article className="e-card" data-boxed={boxed ? '' : undefined}>
      {kicker && <div className="e-card-kicker">{kicker}</div>}
      <Heading className="e-card-title">{to ? <Link to={to}>{title}</Link> : title}</Heading>
      {children && <div className="e-card-body">{children}</div>}
      {foot && <div className="e-card-foot">{foot}</div>}
    </article>
  )
}

/** Cards under each other, parted by rules. */
export function CardList({ children, label }: { children: ReactNode; label?: string | undefined }) {
  return (
    <section className="e-card-list" aria-label={label}>
      {children}
    </section>
  )
}

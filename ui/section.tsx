import type { ReactNode } from 'react'

interface Props {
  title: ReactNode
  children: ReactNode
  lead?: ReactNode
  /** At the end of the heading's line: a link to all, a button. */
  action?: ReactNode
  id?: string | undefined
  level?: 2 | 3 | undefined
}

/** A part of a page under a heading with a strong rule above. */
export function Section({ title, children, lead, action, id, level = 2 }: Props) {
  const Heading = `h${level}` as const
  return (
    <section className="e-section" id={id} data-level={level}>
      <div className="e-section-head">
        <Heading>{title}</Heading>
        {action}
      </div>
      {lead && <p className="e-section-lead">{lead}</p>}
      {children}
    </section>
  )
}

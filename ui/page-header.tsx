import type { ReactNode } from 'react'
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx'

interface Props {
  title: ReactNode
  /** One or two sentences under the title. */
  lead?: ReactNode
  breadcrumbs?: readonly Crumb[] | undefined
  /** Above the title: kind, status. */
  kicker?: ReactNode
  /** A logo or Avatar before the title. */
  media?: ReactNode
  /** Buttons, the primary one first. */
  actions?: ReactNode
  /** Below everything: Tabs or a line of facts. */
  children?: ReactNode
}

/** The head of every page, with its only `h1`. */
export function PageHeader({ title, lead, breadcrumbs, kicker, media, actions, children }: Props) {
  return (
    <header className="e-page-header">
      {breadcrumbs && breadcrumbs.length > 0 && <Breadcrumbs items={breadcrumbs} />}
      <div className="e-page-header-row">
        {media}
        <div className="e-page-header-text">
          {kicker && <div className="e-card-kicker">{kicker}</div>}
          <h1>{title}</h1>
          {lead && <p className="e-lead">{lead}</p>}
        </div>
        {actions && <div className="e-button-group e-page-header-actions">{actions}</div>}
      </div>
      {children}
    </header>
  )
}

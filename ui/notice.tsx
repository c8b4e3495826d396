import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export type NoticeTone = 'info' | 'success' | 'warning' | 'danger'

const icons: Record<NoticeTone, IconName> = { info: 'info', success: 'check', warning: 'warning', danger: 'stop' }

interface Props {
  tone?: NoticeTone | undefined
  title?: ReactNode
  children?: ReactNode
  /** Buttons or links: the one next step. */
  actions?: ReactNode
  /** Read out when it appears. For what answers something the reader just did. */
  live?: boolean | undefined
}

/** A word aside within the page. */
export function Notice({ tone = 'info', title, children, actions, live }: Props) {
  return (
    <div className="e-notice" data-tone={tone} role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}>
      <Icon name={icons[tone]} />
      <div>
        {title && <p className="e-notice-title">{title}</p>}
        {children}
        {actions && <div className="e-notice-actions e-button-group">{actions}</div>}
      </div>
    </div>
  )
}

import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

interface Props {
  /** What will stand here. */
  title: ReactNode
  /** What it is for, in one or two sentences. */
  children: ReactNode
  /** The one next step. */
  action?: ReactNode
  icon?: IconName | undefined
  /** A picture instead of the icon. */
  illustration?: ReactNode
  level?: 2 | 3 | undefined
}

/** Instead of an empty list: what this is for and the one next step. */
export function EmptyState({ title, children, action, icon = 'spark', illustration, level = 2 }: Props) {
  const Heading = `h${level}` as const
  return (
    <div className="e-empty">
      <div className="e-empty-art" aria-hidden="true">
        {illustration ?? <Icon name={icon} />}
      </div>
      <Heading className="text-xl">{title}</Heading>
      <p>{children}</p>
      {action && <div className="e-button-group mt-2">{action}</div>}
    </div>
  )
}

import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Icon, type IconName } from './icon.tsx'

export type Tone = 'neutral' | 'accent' | 'info' | 'success' | 'warning' | 'danger'

interface Props {
  tone?: Tone | undefined
  icon?: IconName | undefined
  children: ReactNode
}

const toneIcons: Record<Tone, IconName | undefined> = {
  neutral: undefined,
  accent: undefined,
  info: 'info',
  success: 'check',
  warning: 'warning',
  danger: 'stop',
}

/** A short word on a coloured ground: kind, role, level. */
export function Badge({ tone = 'neutral', icon, children }: Props) {
  return (
    <span className="e-badge" data-tone={tone === 'neutral' ? undefined : tone}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  )
}

/** How something stands: an icon and a word, no ground. Tones bring their own icon. */
export function Status({ tone = 'neutral', icon = toneIcons[tone] ?? 'clock', children }: Props) {
  return (
    <span className="e-status" data-tone={tone === 'neutral' ? undefined : tone}>
      <Icon name={icon} />
      {children}
    </span>
  )
}

/** A theme or keyword; with `to` it leads to all that carry it. */
export function Tag({ to, children }: { to?: string | undefined; children: ReactNode }) {
  return to ? (
    <Link className="e-tag" to={to}>
      {children}
    </Link>
  ) : (
    <span className="e-tag">{children}</span>
  )
}

/** Tags in a row that wraps. */
export function Tags({
  items,
  label,
}: {
  items: readonly { label: string; to?: string | undefined }[]
  label?: string | undefined
}) {
  return (
    <ul className="e-tags" aria-label={label}>
      {items.map((item) => (
        <li key={item.label}>
          <Tag to={item.to}>{item.label}</Tag>
        </li>
      ))}
    </ul>
  )
}

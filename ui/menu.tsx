import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useDismissible } from './dismissible.ts'
import { Icon, type IconName } from './icon.tsx'

export interface MenuLink {
  to: string
  label: string
  icon?: IconName | undefined
  current?: boolean | undefined
  danger?: boolean | undefined
  /** A download or another site: an ordinary link the router leaves alone. */
  plain?: boolean | undefined
}

interface Props {
  label: string
  icon?: IconName | undefined
  /** Show only the icon; the label is spoken. */
  iconOnly?: boolean | undefined
  links?: readonly MenuLink[] | undefined
  /** Forms with buttons, rules, labels; below the links. */
  children?: ReactNode
  align?: 'start' | 'end' | undefined
  size?: 'small' | undefined
  kind?: 'quiet' | undefined
}

/** A disclosure with links or forms; opens without JavaScript, closes with Escape or a press outside with it. */
export function Menu({ label, icon, iconOnly, links = [], children, align = 'start', size, kind }: Props) {
  const details = useDismissible()
  return (
    <details className="e-menu" data-align={align} ref={details}>
      <summary
        className={iconOnly ? 'e-button e-button-icon' : 'e-button'}
        data-size={size}
        data-kind={kind}
        aria-label={iconOnly ? label : undefined}
        title={iconOnly ? label : undefined}
      >
        {icon && <Icon name={icon} />}
        {!iconOnly && (
          <>
            {label}
            <Icon name="chevronDown" />
          </>
        )}
      </summary>
      <div className="e-menu-panel">
        {links.length > 0 && (
          <ul>
            {links.map((link) => (
              <li key={link.to}>
                <Link
                  to={link.to}
                  reloadDocument={link.plain ?? false}
                  aria-current={link.current ? 'true' : undefined}
                  data-danger={link.danger ? '' : undefined}
                >
                  {link.icon && <Icon name={link.icon} />}
                  {link.label}
                </Link>
              </li>
            ))}
          </ul>
        )}
        {children}
      </div>
    </details>
  )
}

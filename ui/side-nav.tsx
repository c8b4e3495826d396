import { NavLink } from 'react-router'
import { useCurrentInSight } from './current-in-sight.ts'
import { Icon, type IconName } from './icon.tsx'

export interface SideNavItem {
  to: string
  label: string
  icon?: IconName | undefined
  count?: number | undefined
  end?: boolean | undefined
}

interface Props {
  label: string
  groups: readonly { title?: string | undefined; items: readonly SideNavItem[] }[]
}

/** The pages of a workspace. On a phone a strip that scrolls sideways, the current page in sight. Goes into Workspace. */
export function SideNav({ label, groups }: Props) {
  const strip = useCurrentInSight()
  return (
    <nav className="e-side" aria-label={label} ref={strip}>
      {groups.map((group) => (
        <div key={group.title ?? group.items[0]?.to}>
          {group.title && <h2 className="e-side-heading">{group.title}</h2>}
          <ul>
            {group.items.map((item) => (
              <li key={item.to}>
                <NavLink to={item.to} end={item.end ?? false}>
                  {item.icon && <Icon name={item.icon} />}
                  {item.label}
                  {item.count !== undefined && <span className="e-number">{item.count}</span>}
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

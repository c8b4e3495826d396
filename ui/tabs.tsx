import { NavLink } from 'react-router'

export interface Tab {
  to: string
  label: string
  count?: number | undefined
  /** Current only at this very URL, not below it; for the first tab. */
  end?: boolean | undefined
}

/** Pages beside each other under one heading. They are links; each tab is its own URL. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  return (
    <nav className="e-tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.to}>
            <NavLink to={tab.to} end={tab.end ?? false}>
              {tab.label}
              {tab.count !== undefined && <span className="e-number">{tab.count}</span>}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

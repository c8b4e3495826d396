import { Link, NavLink } from 'react-router'
import { useCurrentInSight } from './current-in-sight.ts'

export interface Tab {
  to: string
  label: string
  count?: number | undefined
  /** Current only at this very URL, not below it; for the first tab. */
  end?: boolean | undefined
  /** For tabs that differ in their query only: whether this is the one. */
  current?: boolean | undefined
}

/** Pages beside each other under one heading. They are links; each tab is its own URL. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  const strip = useCurrentInSight()
  return (
    <nav className="e-tabs" aria-label={label} ref={strip}>
      <ul>
        {tabs.map((tab) => {
          const content = (
            <>
              {tab.label}
              {tab.count !== undefined && <span className="e-number">{tab.count}</span>}
            </>
          )
          return (
            <li key={tab.to}>
              {tab.current === undefined ? (
                <NavLink to={tab.to} end={tab.end ?? false}>
                  {content}
                </NavLink>
              ) : (
                <Link to={tab.to} aria-current={tab.current ? 'page' : undefined}>
                  {content}
                </Link>
              )}
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

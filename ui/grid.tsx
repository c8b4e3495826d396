import type { ReactNode } from 'react'

/** Equal columns, as many as fit with at least `min` rem each. */
export function Grid({ children, min = 18 }: { children: ReactNode; min?: number | undefined }) {
  return (
    <div className="e-grid" style={{ gridTemplateColumns: `repeat(auto-fill, minmax(min(${min}rem, 100%), 1fr))` }}>
      {children}
    </div>
  )
}

interface Props {
  children: ReactNode
  /** Facts, actions, related things. Below the text on a phone. */
  aside: ReactNode
}

/** Text and, beside it, what belongs to it: the shape of a detail page. */
export function WithAside({ children, aside }: Props) {
  return (
    <div className="e-with-aside">
      <div className="e-with-aside-main">{children}</div>
      <aside>{aside}</aside>
    </div>
  )
}

interface WorkspaceProps {
  children: ReactNode
  /** A SideNav. */
  nav: ReactNode
}

/** Side navigation and work beside it: the shape of a workspace. */
export function Workspace({ children, nav }: WorkspaceProps) {
  return (
    <div className="e-workspace">
      {nav}
      <div className="e-workspace-main">{children}</div>
    </div>
  )
}

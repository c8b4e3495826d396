import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Wordmark } from './brand.tsx'

interface Props {
  name: string
  columns: readonly { title: string; links: readonly { to: string; label: string }[] }[]
  /** What this site is, and who pays for it. */
  children?: ReactNode
  /** LanguageSwitch and ThemeSwitch. */
  tools?: ReactNode
}

/** The end of every page. */
export function SiteFooter({ name, columns, children, tools }: Props) {
  return (
    <footer className="e-footer">
      <div className="e-footer-inner">
        <Wordmark name={name} />
        <div className="e-footer-columns">
          {columns.map((column) => (
            <nav key={column.title} aria-label={column.title}>
              <h2>{column.title}</h2>
              <ul>
                {column.links.map((link) => (
                  <li key={link.to}>
                    <Link to={link.to}>{link.label}</Link>
                  </li>
                ))}
              </ul>
            </nav>
          ))}
        </div>
        <div className="e-footer-base">
          <div className="max-w-prose">{children}</div>
          {tools && <div className="e-button-group gap-6">{tools}</div>}
        </div>
      </div>
    </footer>
  )
}

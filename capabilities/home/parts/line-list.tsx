import type { ReactNode } from 'react'
import { Link } from 'react-router'

export interface Line {
  key: string
  to: string
  title: ReactNode
  /** Language of the title, where it is somebody's own text. */
  lang?: string | undefined
  /** Who, until when. */
  detail: ReactNode
}

/** Things that wait, one below the other, each a link with a line of facts. */
export function LineList({ lines }: { lines: readonly Line[] }) {
  return (
    <ul className="list-none ps-0">
      {lines.map(({ key, to, title, lang, detail }) => (
        <li key={key} className="grid gap-1 border-b border-rule py-3 first:pt-0 last:border-b-0">
          <Link to={to} lang={lang} className="font-semibold">
            {title}
          </Link>
          <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm text-ink-soft">{detail}</span>
        </li>
      ))}
    </ul>
  )
}

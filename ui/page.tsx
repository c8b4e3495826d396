import type { ReactNode } from 'react'

interface Props {
  children: ReactNode
  /** `text` for forms and reading, `page` (default) for lists and details, `full` for tables and boards. */
  width?: 'text' | 'page' | 'full' | undefined
}

/** The margins and the rhythm of a page; goes inside `<main>`. */
export function Page({ children, width = 'page' }: Props) {
  return (
    <div className="e-page" data-width={width}>
      {children}
    </div>
  )
}

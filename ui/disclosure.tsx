import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

interface Props {
  summary: ReactNode
  children: ReactNode
  open?: boolean | undefined
}

/** More of it, for those who want it. */
export function Disclosure({ summary, children, open }: Props) {
  return (
    <details className="e-details" open={open}>
      <summary>
        <Icon name="chevronNext" />
        {summary}
      </summary>
      <div>{children}</div>
    </details>
  )
}

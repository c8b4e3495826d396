import type { ReactNode } from 'react'

interface Props {
  /** HTML that has been sanitized on the server. Never anything else. */
  html?: string | undefined
  children?: ReactNode
  small?: boolean | undefined
}

/** Long text. Give it sanitized `html`, or elements. */
export function Prose({ html, children, small }: Props) {
  const className = small ? 'e-prose e-prose-small' : 'e-prose'
  return html === undefined ? (
    <div className={className}>{children}</div>
  ) : (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitized on the server, see the prop
    <div className={className} dangerouslySetInnerHTML={{ __html: html }} />
  )
}

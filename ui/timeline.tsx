import type { ReactNode } from 'react'

export interface TimelineEntry {
  key: string
  /** In words; give `dateTime` too, for machines. */
  when: string
  dateTime?: string | undefined
  title: ReactNode
  children?: ReactNode
  state?: 'done' | 'current' | 'ahead' | undefined
}

/** What happened and what lies ahead, in order. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="e-timeline">
      {entries.map((entry) => (
        <li
          key={entry.key}
          data-state={entry.state ?? 'done'}
          aria-current={entry.state === 'current' ? 'step' : undefined}
        >
          {entry.dateTime ? (
            <time dateTime={entry.dateTime}>{entry.when}</time>
          ) : (
            <span className="e-timeline-when">{entry.when}</span>
          )}
          <span className="e-timeline-title">{entry.title}</span>
          {entry.children}
        </li>
      ))}
    </ol>
  )
}

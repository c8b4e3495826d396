import type { ReactNode } from 'react'

/** One component under its name. */
export function Sample({ name, note, children }: { name: string; note?: string | undefined; children: ReactNode }) {
  return (
    <div className="grid min-w-0 content-start gap-3">
      <div className="flex flex-wrap items-baseline gap-x-3 text-sm">
        <h3 className="font-mono text-sm font-normal tracking-normal">{name}</h3>
        {note && <span className="text-ink-soft">{note}</span>}
      </div>
      {children}
    </div>
  )
}

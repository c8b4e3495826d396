import type { ReactNode } from 'react'

export interface Fact {
  term: string
  /** Facts without a value are left out. */
  value: ReactNode
}

/** Facts about one thing, term and value. */
export function DescriptionList({ facts }: { facts: readonly Fact[] }) {
  return (
    <div className="e-facts-frame">
      <dl className="e-facts">
        {facts
          .filter(({ value }) => value !== undefined && value !== null && value !== '' && value !== false)
          .map(({ term, value }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </div>
  )
}

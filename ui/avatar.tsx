import { initials, pick } from './monogram.ts'

interface Props {
  name: string
  /** Picture; without one a shape and initials are drawn from the name. */
  src?: string | undefined
  /** Organisations have logos and square shapes, people round ones. */
  kind?: 'person' | 'organisation' | undefined
  /** In rem. */
  size?: number | undefined
  /** Leave the name unspoken, where it stands beside. Default true. */
  decorative?: boolean | undefined
}

const grounds = [1, 2, 3, 4, 5, 6] as const
const shapes = [
  'M0 0H40V40H0Z',
  'M0 40V20A20 20 0 0 1 40 20V40Z',
  'M0 0H20A20 20 0 0 1 20 40H0Z',
  'M40 0H20A20 20 0 0 0 20 40H40Z',
  'M0 0H40V20A20 20 0 0 1 0 20Z',
]

/** A person's or organisation's picture, or their monogram: the same name always gets the same one. */
export function Avatar({ name, src, kind = 'person', size = 2.5, decorative = true }: Props) {
  const style = { '--size': `${size}rem` } as Record<string, string>
  return (
    <span className="e-avatar" style={style}>
      {src ? (
        <img
          src={src}
          alt={decorative ? '' : name}
          data-kind={kind === 'organisation' ? 'logo' : undefined}
          loading="lazy"
        />
      ) : (
        <svg
          viewBox="0 0 40 40"
          role={decorative ? undefined : 'img'}
          aria-hidden={decorative || undefined}
          aria-label={decorative ? undefined : name}
        >
          {kind === 'person' ? (
            <circle cx="20" cy="20" r="20" fill={ground(name)} />
          ) : (
            <path d={shapes[pick(`shape ${name}`, shapes.length)]} fill={ground(name)} />
          )}
          <text x="20" y="21" fontSize="15" fill="var(--color-surface)" textAnchor="middle" dominantBaseline="central">
            {initials(name)}
          </text>
        </svg>
      )}
    </span>
  )
}

function ground(name: string): string {
  return `var(--color-series-${grounds[pick(name, grounds.length)]})`
}

/** Avatar with name and a second line. */
export function NameCard({ detail, ...avatar }: Props & { detail?: string | undefined }) {
  return (
    <span className="e-person">
      <Avatar {...avatar} />
      <span>
        <strong>{avatar.name}</strong>
        {detail && <span className="text-sm text-ink-soft">{detail}</span>}
      </span>
    </span>
  )
}

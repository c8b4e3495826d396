/**
 * The mark: two arches that stand on one shared pillar, and read as an E.
 * The upper arch is ink, the lower one the accent; the pillar between them belongs to both.
 */
export function Mark({ size = 32, title }: { size?: number | undefined; title?: string | undefined }) {
  return (
    <svg
      className="e-mark"
      width={size * 0.8}
      height={size}
      viewBox="5.5 1 23 30"
      role={title ? 'img' : undefined}
      aria-hidden={title ? undefined : true}
      aria-label={title}
    >
      <path className="e-mark-ink" d="M28 2H12.75a7 7 0 0 0 0 14H24v-2.5H12.75a3.25 3.25 0 0 1 0-6.5H28Z" />
      <path className="e-mark-accent" d="M28 30H12.75a7 7 0 0 1 0-14H24v2.5H12.75a3.25 3.25 0 0 0 0 6.5H28Z" />
    </svg>
  )
}

/** Mark and name side by side, the size of the surrounding text times 1.6. */
export function Wordmark({ name }: { name: string }) {
  return (
    <span className="e-wordmark">
      <Mark size={30} />
      <span>{name}</span>
    </span>
  )
}

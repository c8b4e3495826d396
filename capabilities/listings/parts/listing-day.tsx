const DAY = 86_400_000

/** The day of an instant as a person reads it, `12 Dec 2026`. Deadlines end with their day in UTC. */
export function dayIn(locale: string, instant: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(instant))
}

/** Day and hour of an instant, in UTC. */
export function momentIn(locale: string, instant: string): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(new Date(instant))
}

/** Whole days from one instant's day to another's; negative once it has passed. */
export function daysUntil(instant: string, now: string): number {
  return Math.floor(Date.parse(instant) / DAY) - Math.floor(Date.parse(now) / DAY)
}

/** `today`, `tomorrow`, `in 12 days`. */
export function relativeDay(locale: string, days: number): string {
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')
}

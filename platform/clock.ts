/** The present instant. Passed to whatever needs the time, so that tests can hold, move or rewind it. */
export interface Clock {
  now(): Date
}

/** The machine's own clock: the only place of the product that reads it. */
export const systemClock: Clock = { now: () => new Date() }

/**
 * A clock that stands still until it is moved, for tests and demonstrations.
 * @param start the first instant
 */
export function heldClock(start: Date): Clock & { move(milliseconds: number): void } {
  let instant = start.getTime()
  return {
    now: () => new Date(instant),
    move: (milliseconds) => {
      instant += milliseconds
    },
  }
}

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

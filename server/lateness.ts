const TICK = 50

/**
 * How late this process is: how much longer a timer took than it should have, as of its last round. A process whose
 * event loop is held up by work cannot answer even the simplest request before that work is done.
 */
export function watchLateness(): { milliseconds(): number } {
  let last = performance.now()
  let late = 0
  setInterval(() => {
    const now = performance.now()
    late = Math.max(0, now - last - TICK)
    last = now
  }, TICK).unref()
  return { milliseconds: () => late }
}

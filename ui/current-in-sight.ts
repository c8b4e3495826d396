import { type RefObject, useLayoutEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/**
 * For a strip of links that scrolls sideways where it is too long: brings the current one to its middle, at first and
 * after each step to another page. The page itself stays where it is.
 */
export function useCurrentInSight(): RefObject<HTMLElement | null> {
  const strip = useRef<HTMLElement>(null)
  const { pathname, search } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address has another current link
  useLayoutEffect(() => {
    const current = strip.current?.querySelector('[aria-current]')
    if (!strip.current || !current) return
    const around = strip.current.getBoundingClientRect()
    const link = current.getBoundingClientRect()
    // Where nothing is hidden there is nowhere to scroll to.
    strip.current.scrollLeft += link.left + link.width / 2 - (around.left + around.width / 2)
  }, [pathname, search])
  return strip
}

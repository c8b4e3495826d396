import { type RefObject, useEffect, useRef } from 'react'

/** For a details element used as a menu: in the browser, Escape and a press outside close it. */
export function useDismissible(): RefObject<HTMLDetailsElement | null> {
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const element = details.current
    if (!element) return
    const menu: HTMLDetailsElement = element
    function press(event: PointerEvent | FocusEvent) {
      if (menu.open && event.target instanceof Node && !menu.contains(event.target)) menu.open = false
    }
    function key(event: KeyboardEvent) {
      if (event.key !== 'Escape' || !menu.open) return
      menu.open = false
      menu.querySelector('summary')?.focus()
    }
    function follow(event: MouseEvent) {
      if (event.target instanceof Element && event.target.closest('a')) menu.open = false
    }
    document.addEventListener('pointerdown', press)
    document.addEventListener('focusin', press)
    menu.addEventListener('keydown', key)
    menu.addEventListener('click', follow)
    return () => {
      document.removeEventListener('pointerdown', press)
      document.removeEventListener('focusin', press)
      menu.removeEventListener('keydown', key)
      menu.removeEventListener('click', follow)
    }
  }, [])
  return details
}

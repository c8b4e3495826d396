/**
 * The page numbers to show for `page` out of `pages` (both counted from 1): first, last, the page and its
 * neighbours; `null` stands for a gap. A gap of a single page is filled by that page.
 */
export function pageWindow(page: number, pages: number, around = 1): (number | null)[] {
  const shown = new Set([1, pages])
  for (let near = page - around; near <= page + around; near++) if (near >= 1 && near <= pages) shown.add(near)
  const window: (number | null)[] = []
  let last = 0
  for (const number of [...shown].filter((n) => n >= 1 && n <= pages).sort((a, b) => a - b)) {
    if (number - last === 2) window.push(number - 1)
    else if (number - last > 2) window.push(null)
    window.push(number)
    last = number
  }
  return window
}

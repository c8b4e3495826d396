import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const { resolve } = createRequire(import.meta.resolve('@axe-core/playwright'))
const source = readFileSync(resolve('axe-core/axe.min.js'), 'utf8')

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds, each rule with the elements that break it. With `rules`, only those are looked at. */
export async function axe(page: Page, rules?: string[]): Promise<string[]> {
  for (const frame of page.frames()) if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(source)
  // The builder would read all of axe in twice for every look, which takes longer than many a look.
  const builder = new AxeBuilder({ page, axeSource: 'void 0' })
    .setLegacyMode(true)
    .options({ reporter: 'no-passes', preload: false })
  const { violations } = await (rules ? builder.withRules(rules) : builder.withTags(standards)).analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, html, any }) => `axe ${id}: ${help}: ${target} ${html.slice(0, 160)} ${any[0]?.message ?? ''}`,
    ),
  )
}

/** Waits until the page answers to presses: React has taken over what the server sent. */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [document.querySelector('main > *'), document.querySelector('footer')].every(
      (element) => element && Object.keys(element).some((key) => key.startsWith('__reactFiber')),
    ),
  )
}

/** Waits until nothing on the page stands in for a part whose own script is still to come. */
export async function settled(page: Page): Promise<void> {
  await hydrated(page)
  await page.waitForFunction(() => {
    // React tells nobody, so its tree is asked: a boundary with a state of its own shows what stands in.
    const boundary = 13
    interface Fiber {
      tag: number
      memoizedState: unknown
      child: Fiber | null
      sibling: Fiber | null
    }
    const key = Object.keys(document).find((name) => name.startsWith('__reactContainer'))
    const { stateNode } = Object(key && Reflect.get(document, key)) as { stateNode?: { current: Fiber } }
    const waits = (fiber: Fiber | null): boolean => {
      for (let each = fiber; each; each = each.sibling)
        if ((each.tag === boundary && each.memoizedState !== null) || waits(each.child)) return true
      return false
    }
    return stateNode?.current.child && !waits(stateNode.current.child)
  })
}

/** What a page of the site always has, whatever it is about. */
export async function structure(page: Page, locale: string): Promise<string[]> {
  return page.evaluate((language) => {
    const faults: string[] = []
    const headings = [...document.querySelectorAll('h1')].filter((heading) => heading.checkVisibility())
    if (headings.length !== 1) faults.push(`${headings.length} h1: ${headings.map((heading) => heading.textContent)}`)
    const titles = document.querySelectorAll('head title')
    if (titles.length !== 1 || !/.+ · Entente$/.test(document.title))
      faults.push(`${titles.length} titles: "${document.title}"`)
    if (document.documentElement.lang !== language) faults.push(`the page says lang="${document.documentElement.lang}"`)
    return faults
  }, locale)
}

/** Elements that stand out of the window on the right, where the page can be scrolled to them. */
export async function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1 && element.checkVisibility(),
    )
    return [
      `${scrollWidth} px wide in ${clientWidth}: ${wide
        .slice(0, 3)
        .map((element) => element.outerHTML.slice(0, 120))
        .join(' | ')}`,
    ]
  })
}

/** Texts that are the name of a text, and those whose values were not filled in. Code is left out. */
export async function rawTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const key = /^([a-z][a-z-]*:)?[a-z][a-zA-Z]*(\.[a-zA-Z][\w-]*)+$/
    const harmless = /^www\.|\.(example|eu|org|com|md|ts|json|csv|xlsx|jsonl|zip|pdf|txt|xml|ics|atom)$/
    const raw = (text: string) =>
      (key.test(text) && !harmless.test(text)) || /\{\{|\bundefined\b|\bNaN\b|\[object /.test(text)
    const faults: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent?.trim() ?? ''
      if (raw(text) && !walker.currentNode.parentElement?.closest('code, pre, kbd, script, style, textarea'))
        faults.push(`raw text: ${text.slice(0, 200)}`)
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        const text = element.getAttribute(name)
        if (text && raw(text)) faults.push(`raw ${name}: ${text}`)
      }
    }
    return faults
  })
}

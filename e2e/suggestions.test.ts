import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { axe, hydrated } from './inspect.ts'
import { openSite, type Site } from './site.ts'

let site: Site
let browser: Browser
beforeAll(async () => {
  site = await openSite({ demonstration: true })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function opened(address: string, locale = 'en'): Promise<Page> {
  const context = await browser.newContext({ baseURL: site.origin, locale })
  const page = await context.newPage()
  await page.goto(address)
  await hydrated(page)
  return page
}

describe('a search box', () => {
  it('suggests pages while somebody types, led by the keys alone', async () => {
    const page = await opened('/about')
    const field = page.getByRole('combobox', { name: 'Search' })
    await field.focus()
    await page.keyboard.type('se')
    const options = page.getByRole('option')
    await options.first().waitFor()
    expect(await field.getAttribute('aria-expanded')).toBe('true')
    expect(await axe(page)).toEqual([])
    const [first = '', second = ''] = await options.evaluateAll((all) => all.map(({ id }) => id))
    const led = () => field.getAttribute('aria-activedescendant')
    await page.keyboard.press('ArrowDown')
    expect(await led()).toBe(first)
    await page.keyboard.press('ArrowDown')
    expect(await led()).toBe(second)
    expect(await page.locator('[aria-selected=true]').count()).toBe(1)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    expect(await led()).toBeNull()
    await page.keyboard.press('Escape')
    expect(await options.count()).toBe(0)
    expect(await field.inputValue()).toBe('se')
    await page.keyboard.type('a')
    await options.first().waitFor()
    const address = await options.first().getAttribute('href')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${address}`)
    await page.waitForFunction(() => document.querySelector('[role=option]') === null)
    await page.context().close()
  })

  it('searches for what was typed where no suggestion is chosen', async () => {
    const page = await opened('/', 'fr')
    const field = page.locator('#start-q')
    await field.focus()
    await page.keyboard.type('seaw')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/search?q=seaw')
    await page.waitForFunction(() => document.querySelector('[role=option]') === null)
    // There its own box suggests as well.
    await page.locator('main [role=combobox]').fill('algues')
    await page.waitForResponse((answer) => answer.url().includes('/api/search/suggestions?q=algues'))
    await page.context().close()
  })

  it('is a plain field without scripts', async () => {
    const context = await browser.newContext({ baseURL: site.origin, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto('/')
    await page.locator('#start-q').fill('seaweed')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/search?q=seaweed')
    await context.close()
  })
})

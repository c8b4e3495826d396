import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DEMONSTRATION_PASSWORD } from '#capabilities/people/schema.ts'
import { openBrowser } from './browser.ts'
import { hydrated, overflow, structure } from './inspect.ts'
import { addressOf } from './places.ts'
import { openSite, type Site } from './site.ts'
import { watch } from './watch.ts'

const posted = 'A wash-down conveyor that two people can carry'

let site: Site
let browser: Browser
let context: BrowserContext
let page: Page
let noted: () => string[]

beforeAll(async () => {
  site = await openSite({ demonstration: true })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})
beforeEach(async () => {
  await context?.close()
  context = await browser.newContext({ baseURL: site.origin, locale: 'en-GB', javaScriptEnabled: false })
  page = await context.newPage()
  page.setDefaultTimeout(20_000)
  noted = watch(page)
})

const main = () => page.getByRole('main')

async function count(): Promise<number> {
  return Number(/^(\d+) needs? (?:and|or) offers?$/m.exec(await main().innerText())?.[1])
}

describe('without JavaScript', () => {
  it('needs and offers are browsed, filtered, searched and read', async () => {
    await page.goto('/')
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Needs and offers' }).click()
    const all = await count()
    await main().getByRole('link', { name: 'Next page' }).click()
    expect(new URL(page.url()).searchParams.get('page')).toBe('2')
    expect(await main().getByRole('listitem').count()).toBeGreaterThan(0)

    await main().locator('summary').filter({ hasText: 'Country' }).click()
    await main().getByLabel('Ireland', { exact: true }).check()
    await main().getByRole('button', { name: 'Apply' }).filter({ visible: true }).first().click()
    expect(new URL(page.url()).searchParams.getAll('country')).toEqual(['IE'])
    const irish = await count()
    expect(irish).toBeGreaterThan(0)
    expect(irish).toBeLessThan(all)

    await page.getByRole('searchbox', { name: 'Search needs and offers' }).fill('seaweed')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=seaweed/)
    expect(new URL(page.url()).searchParams.getAll('country')).toEqual(['IE'])
    expect(await count()).toBeLessThan(irish)
    const link = main()
      .getByRole('link', { name: /seaweed/i })
      .first()
    const title = (await link.innerText()).trim()
    await link.click()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(title)
    expect(await structure(page, 'en')).toEqual([])
    expect(noted()).toEqual([])
  })

  it('the map and the calendar are there', async () => {
    await page.goto('/discover?view=map')
    expect(await main().locator('svg a').count()).toBeGreaterThan(5)
    await page.goto('/discover?view=calendar')
    const month = await main().innerText()
    await main().getByRole('link', { name: 'Next month' }).click()
    expect(await main().innerText()).not.toBe(month)
    expect(noted()).toEqual([])
  })

  it('somebody who must sign in first does so and posts a need', async () => {
    await page.goto('/discover')
    await main().getByRole('link', { name: 'Post a need' }).click()
    await page.getByLabel('E-mail address').fill(addressOf.member)
    await page.getByLabel('Password', { exact: true }).fill('not this one')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByText('This e-mail address and password do not belong together.').first().waitFor()
    expect(await page.getByLabel('E-mail address').inputValue()).toBe(addressOf.member)
    await page.getByLabel('Password', { exact: true }).fill(DEMONSTRATION_PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL(/\/listings\/new\?side=need/)

    await page.getByRole('button', { name: 'Publish' }).click()
    expect(await page.getByRole('alert').innerText()).not.toBe('')
    await page.getByLabel('What do you need?').fill(posted)
    await page.getByRole('button', { name: 'Publish' }).click()
    await page.getByText('Published. Those it fits are told.').waitFor()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(posted)

    await page.getByRole('banner').getByLabel('Account:').click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByText('You are signed out.').waitFor()
    await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).waitFor()
    expect(noted()).toEqual([])
  })

  it('language and colours are chosen and stay', async () => {
    await page.goto('/organisations?country=FR')
    await page.getByRole('contentinfo').getByRole('link', { name: 'Français' }).click()
    expect(new URL(page.url()).search).toBe('?country=FR')
    expect(await structure(page, 'fr')).toEqual([])
    await page.getByRole('contentinfo').getByRole('button', { name: 'Sombre' }).click()
    expect(new URL(page.url()).search).toBe('?country=FR')
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    const dark = await ground()
    await page.goto('/discover')
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    expect(await ground()).toBe(dark)
    await page.getByRole('contentinfo').getByRole('button', { name: 'Clair' }).click()
    expect(await ground()).not.toBe(dark)
    await page.getByRole('contentinfo').getByRole('link', { name: 'English' }).click()
    expect(await structure(page, 'en')).toEqual([])
    expect(noted()).toEqual([])
  })

  it('on a phone, the menu and the filters open and lead on', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/discover')
    expect(await overflow(page)).toEqual([])
    const menu = page.getByRole('navigation', { name: 'Main' })
    expect(await menu.isVisible()).toBe(false)
    await page.getByRole('banner').getByRole('button', { name: 'Menu' }).click()
    await menu.getByRole('link', { name: 'Organisations' }).click()
    await page.waitForURL(/\/organisations$/)
    expect(await menu.isVisible()).toBe(false)
    expect(await overflow(page)).toEqual([])

    await page.goto('/discover')
    await main().getByRole('button', { name: 'Filters' }).click()
    await main().getByRole('button', { name: 'Show results' }).waitFor()
    await main().locator('summary').filter({ hasText: 'Country' }).click()
    await main().getByLabel('Ireland', { exact: true }).check()
    await main().getByRole('button', { name: 'Show results' }).click()
    expect(new URL(page.url()).searchParams.getAll('country')).toEqual(['IE'])
    expect(noted()).toEqual([])
  })
})

describe('before the scripts have come', () => {
  it('what is typed and chosen stays', async () => {
    const slow = await browser.newContext({ baseURL: site.origin, locale: 'en-GB' })
    const { promise: come, resolve: letCome } = Promise.withResolvers<void>()
    await slow.route('**/assets/*.js', async (route) => {
      await come
      await route.continue()
    })
    const typing = await slow.newPage()
    typing.setDefaultTimeout(20_000)
    const noticed = watch(typing)
    await typing.goto('/discover', { waitUntil: 'domcontentloaded' })
    await typing.getByRole('searchbox', { name: 'Search needs and offers' }).fill('seaweed')
    await typing.locator('summary').filter({ hasText: 'Country' }).click()
    await typing.getByLabel('Ireland', { exact: true }).check()
    letCome()
    await hydrated(typing)
    await typing.getByRole('main').getByRole('button', { name: 'Apply' }).filter({ visible: true }).first().click()
    await typing.waitForURL(/q=seaweed/)
    expect(new URL(typing.url()).searchParams.getAll('country')).toEqual(['IE'])
    expect(noticed()).toEqual([])
    await slow.close()
  })
})

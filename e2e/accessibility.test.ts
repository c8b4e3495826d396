import { inArray } from 'drizzle-orm'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMONSTRATION_PASSWORD } from '#capabilities/people/schema.ts'
import { profiles } from '#capabilities/people/table.ts'
import { users } from '#platform/auth/table.ts'
import { type Reader, readers, uncovered, type Visit, visits } from './addresses.ts'
import { openBrowser } from './browser.ts'
import { axe, overflow, rawTexts, settled, structure } from './inspect.ts'
import { addressOf, findPlaces } from './places.ts'
import { openSite, type Site } from './site.ts'
import { watch } from './watch.ts'

const desktop = { width: 1280, height: 800 }
const phone = { width: 390, height: 844 }

let site: Site
let browser: Browser
let all: Visit[]
const contexts = new Map<Reader, BrowserContext>()

beforeAll(async () => {
  site = await openSite({ demonstration: true })
  browser = await openBrowser()
  all = visits(await findPlaces(site))
  for (const reader of readers) {
    const context = await browser.newContext({ baseURL: site.origin, reducedMotion: 'reduce', locale: 'en-GB' })
    if (reader !== 'visitor') {
      const page = await context.newPage()
      await page.goto('/sign-in?to=/about')
      await page.getByLabel('E-mail address').fill(addressOf[reader])
      await page.getByLabel('Password', { exact: true }).fill(DEMONSTRATION_PASSWORD)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await page.waitForURL('/about')
      await page.close()
    }
    contexts.set(reader, context)
  }
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

interface Look {
  locale: 'en' | 'fr'
  viewport: typeof desktop
  /** Everything is looked at in the first, colours in both: nothing else changes with them. */
  schemes: readonly ['light' | 'dark', 'light' | 'dark']
}

/** Opens every page once, two at a time, and says what each is found to have wrong. */
async function inspect(look: Look): Promise<string[]> {
  const faults: string[] = []
  for (const [reader, context] of contexts) {
    const left = all.filter((visit) => visit.reader === reader)
    const work = async () => {
      const page = await context.newPage()
      await page.setViewportSize(look.viewport)
      const noted = watch(page)
      for (let visit = left.shift(); visit; visit = left.shift()) {
        const found = await visited(page, visit, look).catch((error) => [String(error)])
        const { address } = visit
        faults.push(...[...found, ...noted()].map((fault) => `${reader} ${address}: ${fault}`))
      }
      await page.close()
    }
    await Promise.all([work(), work()])
  }
  return faults
}

async function visited(page: Page, visit: Visit, { locale, schemes: [first, second] }: Look): Promise<string[]> {
  await page.emulateMedia({ colorScheme: first })
  const answer = await page.goto(visit.address)
  const { pathname } = new URL(page.url())
  if (pathname !== visit.address.split('?')[0]) return [`led to ${pathname}`]
  if (answer?.status() !== (visit.route === '*' ? 404 : 200)) return [`status ${answer?.status()}`]
  await settled(page)
  const found = await Promise.all([structure(page, locale), overflow(page), rawTexts(page), axe(page)])
  await page.emulateMedia({ colorScheme: second })
  return [...found.flat(), ...(await axe(page, ['color-contrast']))]
}

/** A page that the reader has opened on a wide screen, for going about it with keys only. */
async function opened(reader: Reader, address: string): Promise<Page> {
  const page = await contexts.get(reader)?.newPage()
  if (!page) throw new Error(`Nobody reads as ${reader}`)
  await page.setViewportSize(desktop)
  await page.goto(address)
  await settled(page)
  return page
}

describe('keys alone', () => {
  it('skip to the content', async () => {
    const page = await opened('visitor', '/discover')
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Skip to content' })
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true)
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Enter')
    expect(await page.getByRole('main').evaluate((main) => main === document.activeElement)).toBe(true)
    await page.close()
  })

  it.each([
    ['visitor', '/discover'],
    ['visitor', '/sign-in'],
    ['member', '/listings/new?side=need'],
    ['member', '/inbox'],
  ] as const)('show where they are: %s %s', async (reader, address) => {
    const page = await opened(reader, address)
    const unseen: string[] = []
    let presses = 0
    for (; presses < 60; presses++) {
      await page.keyboard.press('Tab')
      const found = await page.evaluate(() => {
        const element = document.activeElement
        if (!element || element === document.body) return 'end'
        // A part within, such as the button of a date field, is ringed by the browser itself.
        if (!element.matches(':focus')) return ''
        // The ring may be drawn by what stands for the control: its card, its field, the box beside it.
        const ringed = [
          element,
          element.parentElement,
          element.nextElementSibling,
          element.closest('.e-card, .e-choice'),
        ]
        const rings = ringed.some((each) => {
          if (!each) return false
          const styles = [getComputedStyle(each), getComputedStyle(each, '::before'), getComputedStyle(each, '::after')]
          return styles.some(
            ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0,
          )
        })
        return rings ? '' : element.outerHTML.slice(0, 120)
      })
      if (found === 'end') break
      if (found) unseen.push(found)
    }
    expect(unseen).toEqual([])
    // Nothing to stop at would pass as well.
    expect(presses).toBeGreaterThan(10)
    await page.close()
  })

  it('open a menu, go through it, and leave it', async () => {
    const page = await opened('member', '/about')
    const menu = page
      .getByRole('banner')
      .locator('details')
      .filter({ has: page.getByLabel(/^Account:/) })
    await menu.locator('summary').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('My home')
    await page.keyboard.press('Escape')
    expect(await menu.getAttribute('open')).toBeNull()
    expect(await menu.locator('summary').evaluate((summary) => summary === document.activeElement)).toBe(true)
    await page.close()
  })

  it('open a dialog, stay in it, and leave it', async () => {
    const page = await opened('visitor', '/design')
    const button = page.locator('[aria-haspopup=dialog]').first()
    await button.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    for (let presses = 0; presses < 8; presses++) {
      await page.keyboard.press('Tab')
      // Behind the last control stands the browser's own frame.
      const inside = await dialog.evaluate(
        (open) => open.contains(document.activeElement) || document.activeElement === document.body,
      )
      expect(inside).toBe(true)
    }
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    expect(await button.evaluate((opener) => opener === document.activeElement)).toBe(true)
    await page.close()
  })

  it('choose out of a long list', async () => {
    const page = await opened('member', '/organisations/new')
    const country = page.locator('input').and(page.getByRole('combobox', { name: 'Country' }))
    await country.focus()
    await page.keyboard.type('austri')
    await page.getByRole('option', { name: 'Austria' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.locator('[role=option][data-focused]').waitFor()
    await page.keyboard.press('Enter')
    await page.locator('input[name=country][value=AT]').waitFor({ state: 'attached' })
    // What is sent is set first; what is shown follows from it.
    await expect.poll(() => country.inputValue()).toBe('Austria')
    await page.close()
  })
})

describe('every page of the site', () => {
  it('is looked at', () => {
    expect(uncovered()).toEqual({ missing: [], gone: [] })
  })

  it('does not hide what is wrong with it', async () => {
    const page = await opened('visitor', '/about')
    await page.getByRole('main').evaluate((main) => {
      const pale = document.createElement('p')
      pale.textContent = 'Hardly to be read'
      pale.style.color = '#888'
      pale.style.backgroundColor = '#999'
      main.append(pale, document.createElement('button'))
    })
    const rules = (faults: string[]) => faults.map((fault) => fault.split(':')[0]).sort()
    expect(rules(await axe(page))).toEqual(['axe button-name', 'axe color-contrast'])
    expect(rules(await axe(page, ['color-contrast']))).toEqual(['axe color-contrast'])
    await page.close()
  })

  it('can be used by everybody in English, on a wide screen, light and dark', { timeout: 600_000 }, async () => {
    expect(await inspect({ locale: 'en', viewport: desktop, schemes: ['light', 'dark'] })).toEqual([])
  })

  it('can be used by everybody in French, on a phone, dark and light', { timeout: 600_000 }, async () => {
    const { db } = site.platform.database
    const people = db
      .select({ id: users.id })
      .from(users)
      .where(inArray(users.email, Object.values(addressOf)))
    await db.update(profiles).set({ locale: 'fr' }).where(inArray(profiles.person, people))
    await contexts.get('visitor')?.addCookies([{ name: 'locale', value: 'fr', url: site.origin }])
    expect(await inspect({ locale: 'fr', viewport: phone, schemes: ['dark', 'light'] })).toEqual([])
  })
})

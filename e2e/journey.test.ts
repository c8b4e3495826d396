import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { DEMONSTRATION_PASSWORD } from '#capabilities/people/schema.ts'
import { openBrowser } from './browser.ts'
import { addressOf, apiAs } from './places.ts'
import { openSite, type Site } from './site.ts'
import { watch } from './watch.ts'

// From a visitor's first look to an agreement that both sides have confirmed, by one browser for each person.

const need = 'Drying seaweed gently with a heat pump, up to two tonnes a day'
const offer = 'Wärmepumpen-Trocknung von Algen und Kräutern bei höchstens 40 °C'
const ines = { name: 'Ines Rosskopf', email: 'ines@example.org', password: 'alpine herbs and dulse' }
const workshop = 'Trockenwerk Rosskopf'

let site: Site
let browser: Browser
let visitor: Page
let owner: Page
let administrator: Page
const faults: (() => string[])[] = []

async function openPage(): Promise<Page> {
  const context = await browser.newContext({ baseURL: site.origin, locale: 'en-GB', reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  faults.push(watch(page))
  return page
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click()
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('banner').getByLabel('Account:').waitFor()
}

/** Loads the page again until something is there that follows in the background. */
async function appears(page: Page, there: () => Promise<unknown>): Promise<void> {
  await vi.waitFor(
    async () => {
      await page.reload()
      await there()
    },
    { timeout: 30_000, interval: 200 },
  )
}

beforeAll(async () => {
  site = await openSite({ demonstration: true })
  browser = await openBrowser()
  const api = await apiAs(site, addressOf.member)
  const { memberships } = await api.organisations.mine({})
  const { id } = await api.listings.create({
    organisation: memberships[0]?.id ?? '',
    side: 'need',
    title: need,
    summary: 'We look for somebody who dries brown seaweed below 40 degrees, so that colour and taste stay.',
    visibility: 'anonymous',
  })
  await api.listings.publish({ id })
  visitor = await openPage()
  owner = await openPage()
  administrator = await openPage()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

describe('the way to an agreement', () => {
  it('begins with a visitor who finds a need without a name', async () => {
    await visitor.goto('/discover')
    await visitor.getByRole('searchbox', { name: 'Search needs and offers' }).fill('seaweed drying')
    await visitor.keyboard.press('Enter')
    await visitor.getByRole('main').getByRole('link', { name: need }).click()
    await visitor.waitForURL(/\/listings\//)
    await visitor.getByRole('heading', { level: 1, name: need }).waitFor()
    const text = await visitor.getByRole('main').innerText()
    expect(text).not.toMatch(/cooleytide/i)
    expect(text).toContain('Ireland')
  })

  it('the visitor joins and confirms the address', async () => {
    await visitor.getByRole('banner').getByRole('link', { name: 'Join' }).click()
    await visitor.getByLabel('Your name').fill(ines.name)
    await visitor.getByLabel('E-mail address').fill(ines.email)
    await visitor.getByLabel('Password', { exact: true }).fill(ines.password)
    await visitor.getByLabel(/I will post in good faith/).check()
    await visitor.getByRole('button', { name: 'Make the account' }).click()
    await visitor.waitForURL(/\/check-mail/)
    const { link } = await site.letter(ines.email, 'Confirm your e-mail address')
    await visitor.goto(link)
    await visitor.getByText('Your address is confirmed').waitFor()
    await visitor.getByRole('link', { name: 'First steps' }).click()
    await visitor.getByRole('heading', { level: 1, name: ines.name }).waitFor()
  })

  it('signs out and in again', async () => {
    await visitor.getByRole('banner').getByLabel('Account:').click()
    await visitor.getByRole('button', { name: 'Sign out' }).click()
    await visitor.getByText('You are signed out.').waitFor()
    await signIn(visitor, ines.email, ines.password)
    expect(new URL(visitor.url()).pathname).not.toBe('/sign-in')
  })

  it('adds an organisation', async () => {
    await visitor.goto('/welcome')
    await visitor.getByRole('link', { name: /Add/ }).click()
    await visitor.getByLabel('Name', { exact: true }).fill(workshop)
    await visitor.getByLabel('Legal name').fill(`${workshop} GmbH`)
    await visitor
      .locator('input')
      .and(visitor.getByRole('combobox', { name: 'Country' }))
      .fill('Austri')
    await visitor.getByRole('option', { name: 'Austria' }).click()
    await visitor.getByRole('combobox', { name: /^Type/ }).selectOption('Private for-profit entity')
    await visitor.getByRole('button', { name: 'Add the organisation' }).click()
    await visitor.getByText('The organisation is added. You are its owner.').waitFor()
    await visitor.getByRole('heading', { level: 1, name: workshop }).waitFor()
  })

  it('posts an offer in German', async () => {
    await visitor.goto('/discover')
    await visitor.getByRole('link', { name: 'Post an offer' }).click()
    await visitor.getByLabel('What do you offer?').fill(offer)
    await visitor
      .getByLabel('Summary')
      .fill('Wir trocknen Algen und Kräuter schonend mit einer Wärmepumpe, bis zu drei Tonnen am Tag.')
    await visitor.getByRole('button', { name: 'Publish' }).click()
    await visitor.getByText('Published. Those it fits are told.').waitFor()
    await visitor.getByRole('heading', { level: 1, name: offer }).waitFor()
  })

  it('finds the need among its matches, with the reasons', async () => {
    await visitor.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Matches' }).click()
    await visitor.waitForURL(/\/matches/)
    await appears(visitor, () => visitor.getByRole('link', { name: need }).waitFor({ timeout: 1000 }))
    const text = await visitor.getByRole('main').innerText()
    expect(text).toMatch(/heat pump/i)
    expect(text).toMatch(/Wärmepumpe/)
    await visitor.getByRole('link', { name: 'Write to them' }).click()
    await visitor.waitForURL(/\/interest/)
  })

  it('expresses interest', async () => {
    await visitor.getByLabel('What do you seek?').fill('A first order of one tonne, to show what we can do.')
    await visitor.getByLabel('What do you bring?').fill('Two belt dryers with heat pumps and ten years with herbs.')
    await visitor.getByLabel('What is unclear?').fill('How wet is the seaweed when it arrives?')
    await visitor.getByRole('button', { name: 'Send' }).click()
    await visitor.getByText('Sent. You find the conversation in your inbox.').waitFor()
    expect(await visitor.getByRole('main').innerText()).not.toMatch(/cooleytide/i)
  })

  it('the owner is told, finds it in the inbox and answers', async () => {
    const { text } = await site.letter(addressOf.member, `${workshop} is interested in`)
    expect(text).toContain('How wet is the seaweed')
    await owner.goto('/')
    await signIn(owner, addressOf.member, DEMONSTRATION_PASSWORD)
    await owner
      .getByRole('banner')
      .getByRole('link', { name: /^Inbox/ })
      .click()
    await owner.getByRole('row').filter({ hasText: workshop }).getByRole('link', { name: need }).click()
    await owner.waitForURL(/\/inbox\//)
    await owner.getByLabel('Message').fill('About eighty per cent water. Could you come and see it?')
    await owner.getByRole('button', { name: 'Send' }).click()
    await owner.getByText('About eighty per cent water.').waitFor()
    await site.letter(ines.email, 'has replied')
  })

  it('the owner says who it is', async () => {
    await owner.getByText('Reveal who we are').click()
    await owner.getByLabel(/may know that we are/).check()
    await owner.getByRole('button', { name: 'Reveal ourselves' }).click()
    await owner.getByText('They now know who you are.').waitFor()
    await site.letter(ines.email, 'is Cooleytide Foods')
  })

  it('and proposes an agreement', async () => {
    await owner.locator('summary').filter({ hasText: 'Propose an agreement' }).click()
    await owner.getByLabel('Kind of agreement').selectOption('Supply agreement')
    await owner.getByLabel('In a few sentences').fill('One tonne of dried seaweed in March, at the price we spoke of.')
    await owner.getByRole('button', { name: 'Propose it' }).click()
    await owner.getByText('Proposed. The other side has to confirm it.').waitFor()
  })

  it('the other side confirms it', async () => {
    await site.letter(ines.email, 'proposes an agreement')
    await visitor
      .getByRole('banner')
      .getByRole('link', { name: /^Inbox/ })
      .click()
    const row = visitor.getByRole('row').filter({ hasText: 'Cooleytide Foods' })
    await row.getByText('They propose an agreement').waitFor()
    await row.getByRole('link', { name: need }).click()
    await visitor.getByRole('button', { name: 'Confirm the agreement' }).click()
    await visitor.getByText('Agreed. Congratulations!').waitFor()
  })

  it('and both see it: in the inbox, among their notifications and in their mail', async () => {
    await site.letter(addressOf.member, `You have agreed with ${workshop}`)
    for (const [page, them] of [
      [visitor, 'Cooleytide Foods'],
      [owner, workshop],
    ] as const) {
      await page.goto('/inbox')
      await page.getByRole('row').filter({ hasText: them }).getByText('Agreed').first().waitFor()
      await page.goto('/notifications')
      // Whoever confirmed knows it already; both have heard of what the other side did.
      await page.getByRole('main').getByText(need).first().waitFor()
    }
    await owner.getByRole('main').getByText(`You have agreed with ${workshop}`).first().waitFor()
  })

  it('every step stands in the trail that administrators read', async () => {
    await administrator.goto('/')
    await signIn(administrator, addressOf.administrator, DEMONSTRATION_PASSWORD)
    await administrator.goto('/admin/audit')
    await administrator.getByRole('searchbox', { name: 'Words in the event or the facts' }).fill('agreed')
    await administrator.keyboard.press('Enter')
    await administrator.waitForURL(/q=agreed/)
    const agreed = administrator.getByRole('row').filter({ hasText: 'expression.agreed' }).first()
    expect(await agreed.innerText()).toContain(ines.name)
    await agreed.getByRole('link', { name: 'All about this' }).click()
    for (const step of ['sent', 'replied', 'revealed', 'agreed'])
      await administrator
        .getByRole('row')
        .filter({ hasText: `expression.${step}` })
        .first()
        .waitFor()
    await administrator.getByText(/^Whole: /).waitFor()
  })

  it('and no page of it had a fault', () => {
    expect(faults.flatMap((noted) => noted())).toEqual([])
  })
})

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { visits } from './addresses.ts'
import { openBrowser } from './browser.ts'
import { hydrated } from './inspect.ts'
import { findPlaces } from './places.ts'
import { openSite, type Site } from './site.ts'

/** The most JavaScript that a page for everybody may load, as it is sent: kilobytes of 1000 bytes. */
const MOST = 150

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

/** What a page loads in a browser that has never been here, by kind of file, in bytes as sent. */
async function loaded(address: string): Promise<{ script: number; uncompressed: string[] }> {
  const context = await browser.newContext({ baseURL: site.origin })
  const page = await context.newPage()
  const measured: Promise<{ url: string; type: string; bytes: number; encoding: string | undefined }>[] = []
  page.on('requestfinished', (request) => {
    measured.push(
      (async () => {
        const answer = await request.response()
        const { responseBodySize } = await request.sizes()
        const encoding = (await answer?.allHeaders())?.['content-encoding']
        return { url: request.url(), type: request.resourceType(), bytes: responseBodySize, encoding }
      })(),
    )
  })
  await page.goto(address)
  await hydrated(page)
  await page.waitForLoadState('networkidle')
  const files = await Promise.all(measured)
  await context.close()
  const texts = files.filter(({ type }) => type === 'script' || type === 'stylesheet')
  return {
    script: files.filter(({ type }) => type === 'script').reduce((sum, { bytes }) => sum + bytes, 0) / 1000,
    uncompressed: texts.filter(({ encoding, bytes }) => !encoding && bytes > 1000).map(({ url }) => url),
  }
}

describe('a page for everybody', () => {
  it(`loads at most ${MOST} kB of JavaScript, compressed when it was built`, { timeout: 300_000 }, async () => {
    // The gallery of components shows what otherwise stands on forms of members only.
    const pages = visits(await findPlaces(site)).filter(
      ({ reader, route }) => reader === 'visitor' && route !== 'design',
    )
    const numbers: [string, number][] = []
    const uncompressed = new Set<string>()
    for (const { address } of pages) {
      const { script, uncompressed: plain } = await loaded(address)
      numbers.push([address, script])
      for (const url of plain) uncompressed.add(url)
    }
    const report = numbers.sort(([, a], [, b]) => b - a).map(([address, kB]) => `${kB.toFixed(1)} kB ${address}`)
    expect(Math.max(...numbers.map(([, kB]) => kB)), report.join('\n')).toBeLessThanOrEqual(MOST)
    // Nothing to measure would pass as well.
    expect(Math.min(...numbers.map(([, kB]) => kB)), report.join('\n')).toBeGreaterThan(20)
    expect([...uncompressed]).toEqual([])
  })
})

import { createStaticHandler, RouterContextProvider } from 'react-router'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Locale } from '#platform/i18n/locales.ts'
import type { Client } from '#server/api.ts'
import { sayIn } from '#server/pages.ts'
import { type TestPerson, type TestWorld, testWorld } from '#server/test-world.ts'
import { type PageRequest, pageRequest } from '#web/request.ts'
import { loader as deadlines } from './deadlines.tsx'
import { loader as feed } from './listings-feed.tsx'

let world: TestWorld
let owner: TestPerson

const handler = createStaticHandler([
  { path: '/feeds/listings.atom', loader: feed },
  { path: '/feeds/listings.json', loader: feed },
  { path: '/feeds/deadlines.ics', loader: deadlines },
])

/** What an address answers to somebody. */
async function answer(api: Client, address: string, locale: Locale = 'en'): Promise<string> {
  const context = new RouterContextProvider()
  const say = sayIn(locale)
  context.set(pageRequest, { api, say, origin: 'https://entente.example' } as PageRequest)
  const response: Response = await handler.queryRoute(new Request(`https://entente.example${address}`), {
    requestContext: context,
  })
  return response.text()
}

beforeAll(async () => {
  world = await testWorld()
  owner = await world.person('Wilhelmine')
  const { id: organisation } = await (await owner.api()).organisations.create({
    legalName: 'Kaltenbach GmbH',
    displayName: 'Kaltenbach',
    organisationType: 'PRC',
    country: 'AT',
  })
  const api = await owner.api()
  const post = async (side: 'need' | 'offer', title: string, visibility: 'public' | 'members' | 'anonymous') => {
    // The clock of the pages is the real one: far enough ahead for it and for the world's.
    const deadline = '2090-03-31T23:59:59.000Z'
    const { id } = await api.listings.create({ organisation, side, title, visibility, deadline })
    await api.listings.publish({ id })
  }
  await post('need', 'Somebody who dries <plums> & pears', 'public')
  await post('offer', 'A cellar for eighty barrels', 'members')
  await post('offer', 'Copper vessels on loan', 'anonymous')
})
afterAll(() => world.close())

describe('feeds of needs and offers', () => {
  it('hold what everybody may read, even where the reader may read more', async () => {
    for (const api of [world.visitor, await owner.api()]) {
      for (const address of ['/feeds/listings.atom', '/feeds/listings.json', '/feeds/deadlines.ics']) {
        const text = await answer(api, address)
        expect(text).toContain('Somebody who dries')
        expect(text).toContain('Copper vessels on loan')
        expect(text).not.toContain('eighty barrels')
      }
    }
  })

  it('name no owner who stays unnamed, even to the owner', async () => {
    const text = await answer(await owner.api(), '/feeds/listings.json?side=offer')
    const { items } = JSON.parse(text)
    expect(items).toHaveLength(1)
    expect(text).not.toContain('Kaltenbach')
  })

  it('keep to the filters of the board', async () => {
    const { items, home_page_url } = JSON.parse(
      await answer(world.visitor, '/feeds/listings.json?side=need&country=AT'),
    )
    expect(items.map(({ title }: { title: string }) => title)).toEqual(['Need: Somebody who dries <plums> & pears'])
    expect(home_page_url).toBe('https://entente.example/discover?side=need&country=AT')
    expect(await answer(world.visitor, '/feeds/deadlines.ics?country=DE')).not.toContain('BEGIN:VEVENT')
  })

  it('speak the reader’s language, or the one that their address names', async () => {
    const titles = async (address: string, locale: Locale) => {
      const { title, items } = JSON.parse(await answer(world.visitor, address, locale))
      return [title, items[0].title]
    }
    const english = ['Entente: needs and offers', 'Need: Somebody who dries <plums> & pears']
    const french = ['Entente : besoins et offres', 'Besoin : Somebody who dries <plums> & pears']
    expect(await titles('/feeds/listings.json?side=need', 'en')).toEqual(english)
    expect(await titles('/feeds/listings.json?side=need', 'fr')).toEqual(french)
    expect(await titles('/feeds/listings.json?side=need&lang=fr', 'en')).toEqual(french)
    expect(await titles('/feeds/listings.json?side=need&lang=xx', 'en')).toEqual(english)
    const calendar = await answer(world.visitor, '/feeds/deadlines.ics?side=need&lang=fr')
    expect(calendar).toContain('X-WR-CALNAME:Entente : échéances des besoins et offres')
    expect(calendar).toContain('SUMMARY:Échéance du besoin : Somebody who dries')
    const atom = await answer(world.visitor, '/feeds/listings.atom?lang=fr')
    expect(atom).toContain('<link rel="self" href="https://entente.example/feeds/listings.atom?lang=fr"/>')
  })

  it('give each deadline as a whole day that keeps its identity', async () => {
    const text = await answer(world.visitor, '/feeds/deadlines.ics?side=need')
    expect(text).toContain('DTSTART;VALUE=DATE:20900331')
    expect(text).toMatch(/UID:[0-9a-f-]{36}@entente\.example/)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY } from '#platform/clock.ts'
import { type TestPerson, type TestWorld, testWorld } from '#server/test-world.ts'
import { boardAddress, savedQuery } from './schema.ts'

let world: TestWorld
let poster: { api: Awaited<ReturnType<TestPerson['api']>>; organisation: string }
beforeAll(async () => {
  world = await testWorld()
  poster = await party('Poster')
})
afterAll(() => world.close())

async function party(name: string) {
  const person = await world.person(name)
  const draft = { legalName: name, displayName: name, organisationType: 'PRC', country: 'SE' } as const
  const { id } = await (await person.api()).organisations.create(draft)
  return { api: await person.api(), organisation: id }
}

async function post(title: string, more: object = {}) {
  const { id } = await poster.api.listings.create({ side: 'need', title, organisation: poster.organisation, ...more })
  return poster.api.listings.publish({ id })
}

describe('a saved search', () => {
  it('tells at once of each new listing, exactly once', async () => {
    await post('A lathe that was sought before anybody asked')
    const api = await (await world.person('Searcher')).api()
    world.clock.move(1000)
    const search = await api.savedSearches.create({
      name: 'Lathes',
      query: { q: 'lathe', side: ['need'] },
      rhythm: 'instant',
    })
    await world.settle()
    const told = async () => (await api.notifications.list({ kind: ['match'] })).rows
    expect(await told()).toEqual([])
    const fits = await post('A lathe for long shafts')
    await post('A mill for long shafts')
    await post('A lathe is offered', { side: 'offer' })
    await world.settle()
    expect((await told()).map(({ link }) => link)).toEqual([`/listings/${fits.reference}`])
    const { version } = await poster.api.listings.get({ id: fits.id })
    await poster.api.listings.change({ id: fits.id, version, change: { summary: 'Shafts of three metres.' } })
    await poster.api.listings.pause({ id: fits.id })
    await poster.api.listings.resume({ id: fits.id })
    await world.settle()
    expect(await told()).toHaveLength(1)
    expect((await told())[0]?.sentence).toBe('Your search “Lathes” found a new need: “A lathe for long shafts”.')
    expect(await api.savedSearches.get({ id: search.id })).toMatchObject({ told: 1, lastToldAt: expect.any(String) })
  })

  it('never finds what its person may not see', async () => {
    const outsider = await (await world.person('Outsider')).api()
    const insider = await party('Insider')
    world.clock.move(1000)
    for (const api of [outsider, insider.api])
      await api.savedSearches.create({ name: 'Kilns', query: { q: 'kiln' }, rhythm: 'instant' })
    await insider.api.savedSearches.create({
      name: 'Of the poster',
      query: { organisation: poster.organisation, q: 'kiln' },
      rhythm: 'instant',
    })
    await post('A kiln that only members are to see', { visibility: 'members' })
    await post('A kiln for matches only', { visibility: 'match-only' })
    await post('A kiln of nobody’s', { visibility: 'anonymous' })
    await world.settle()
    const count = async (api: typeof outsider) => (await api.notifications.list({ kind: ['match'] })).total
    expect(await count(outsider)).toBe(1)
    // The two it may see; and of the search by owner only the one that tells whose it is.
    expect(await count(insider.api)).toBe(3)
    expect(JSON.stringify(await outsider.notifications.list({}))).not.toContain('members')
  })

  it('gathers once a week what is new', async () => {
    const api = await (await world.person('Weekly')).api()
    world.clock.move(1000)
    await api.savedSearches.create({ name: 'Ovens', query: { q: 'oven' } })
    const [one] = [await post('An oven for glass'), await post('Another oven for ceramics')]
    await world.settle()
    world.clock.move(7 * DAY)
    await world.tick('gather-saved-searches')
    await world.tick('gather-saved-searches')
    const told = await api.notifications.list({ kind: ['match'] })
    expect(told.rows.map(({ sentence, link }) => [sentence, link])).toEqual([
      [expect.stringMatching(/found 2 new needs and offers/), '/discover?q=oven'],
    ])
    expect(one.status).toBe('published')
    world.clock.move(7 * DAY)
    await world.tick('gather-saved-searches')
    expect((await api.notifications.list({ kind: ['match'] })).total).toBe(1)
  })

  it('is its person’s alone, is changed from the version that was read, and has one name', async () => {
    const [mine, theirs] = [await (await world.person('Mine')).api(), await (await world.person('Theirs')).api()]
    const { id, version } = await mine.savedSearches.create({ name: 'Looms', query: { q: 'loom', country: ['SE'] } })
    await expect(mine.savedSearches.create({ name: 'Looms' })).rejects.toMatchObject({ status: 409 })
    await expect(theirs.savedSearches.get({ id })).rejects.toMatchObject({ status: 404 })
    await expect(theirs.savedSearches.remove({ id })).rejects.toMatchObject({ status: 404 })
    await expect(theirs.savedSearches.change({ id, version, change: {} })).rejects.toMatchObject({ status: 404 })
    expect((await theirs.savedSearches.list({})).total).toBe(0)
    await expect(world.visitor.savedSearches.create({ name: 'Any' })).rejects.toMatchObject({ status: 401 })
    const changed = await mine.savedSearches.change({ id, version, change: { rhythm: 'never' } })
    expect(changed).toMatchObject({ name: 'Looms', rhythm: 'never', query: { country: ['SE'] } })
    await expect(mine.savedSearches.change({ id, version, change: { name: 'Late' } })).rejects.toMatchObject({
      status: 412,
    })
    await mine.savedSearches.remove({ id })
    expect((await mine.savedSearches.list({})).total).toBe(0)
  })

  it('is opened as the board under its filters', () => {
    const query = savedQuery.parse({ q: 'a&b', side: ['need', 'offer'], trl: 4 })
    expect(boardAddress(query)).toBe('/discover?q=a%26b&side=need&side=offer&trl=4')
    expect(boardAddress(savedQuery.parse({}))).toBe('/discover')
  })
})

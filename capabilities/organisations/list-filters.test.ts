import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestWorld, testWorld } from '#server/test-world.ts'

let world: TestWorld
beforeAll(async () => {
  world = await testWorld()
})
afterAll(() => world.close())

const draft = (displayName: string, country: 'FR' | 'IE' | 'DE') =>
  ({ legalName: displayName, displayName, organisationType: 'PRC', country }) as const

describe('members of an organisation', () => {
  it('are found by words and by country, with where they are on the map', async () => {
    const person = await world.person('Clara')
    const { id: body } = await (await person.api()).organisations.create(draft('Cluster', 'FR'))
    for (const [name, country] of [
      ['Seaweed Foods', 'IE'],
      ['Seaweed Energy', 'FR'],
      ['Laser Works', 'FR'],
    ] as const) {
      const { id: member } = await (await person.api()).organisations.create({
        ...draft(name, country),
        latitude: 51.9,
        longitude: -8.47,
      })
      await (await person.api()).organisations.affiliations.propose({ body, member })
    }
    const names = async (query: { q?: string; country?: ('FR' | 'IE' | 'DE')[] }) => {
      const page = await world.visitor.organisations.affiliations.list({
        organisation: body,
        side: 'members',
        ...query,
      })
      expect(page.total).toBe(page.rows.length)
      expect(page.rows.every(({ organisation }) => organisation.latitude === 51.9)).toBe(true)
      return page.rows.map(({ organisation }) => organisation.displayName)
    }
    expect(await names({})).toEqual(['Laser Works', 'Seaweed Energy', 'Seaweed Foods'])
    expect(await names({ q: 'seaweed' })).toEqual(['Seaweed Energy', 'Seaweed Foods'])
    expect(await names({ q: 'seaweed', country: ['FR', 'DE'] })).toEqual(['Seaweed Energy'])
    expect(await names({ country: ['DE'] })).toEqual([])
  })
})

describe('imports', () => {
  it('and their rows are found by words, state, problem and outcome; rows are named by their own column', async () => {
    const { organisations: api } = await (await world.person('Mona', { siteRoles: ['moderator'] })).api()
    const csv = 'Pays;Nom\nFrance;Atelier Brest\nAtlantide;Naute\n;Sans Pays\n'
    const { id } = await api.imports.start({ source: 'members', file: new File([csv], 'adhérents.csv') })
    await world.settle()
    expect((await api.imports.list({ q: 'ADHÉR', state: ['ready'], source: ['members'] })).total).toBe(1)
    expect((await api.imports.list({ state: ['done'] })).total).toBe(0)
    expect((await api.imports.list({ source: ['eche'] })).total).toBe(0)
    const names = async (query: { q?: string; problem?: string[]; outcome?: ['refused'] }) =>
      (await api.imports.rows({ id, ...query })).rows.map(({ name }) => name)
    expect(await names({})).toEqual(['Atelier Brest', 'Naute', 'Sans Pays'])
    expect(await names({ q: 'brest' })).toEqual(['Atelier Brest'])
    expect(await names({ problem: ['countryUnknown'] })).toEqual(['Naute'])
    expect(await names({ problem: ['countryUnknown', 'countryMissing'], outcome: ['refused'] })).toHaveLength(2)
    const [first] = (await api.imports.rows({ id })).rows
    expect(first).toMatchObject({ there: null, decision: null })
    await api.imports.run({ id })
    await world.settle()
    expect((await api.imports.rows({ id })).rows[0]).toMatchObject({ there: { displayName: 'Atelier Brest' } })
  })
})

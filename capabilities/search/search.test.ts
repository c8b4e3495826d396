import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestPerson, type TestWorld, testWorld } from '#server/test-world.ts'

type Api = Awaited<ReturnType<TestPerson['api']>>

let world: TestWorld
let owner: { api: Api; organisation: string }
let stranger: Api
beforeAll(async () => {
  world = await testWorld()
  owner = await party('Kaltenbach', {
    city: 'Bruck',
    country: 'AT',
    competences: ['Destillation'],
    summary: 'Wir brennen Obst.',
  })
  stranger = (await party('Linzer Werke', { country: 'AT' })).api
})
afterAll(() => world.close())

async function party(name: string, more: object) {
  const person = await world.person(`${name} person`)
  const draft = {
    legalName: `${name} GmbH`,
    displayName: name,
    organisationType: 'PRC',
    country: 'DE',
    language: 'de',
  } as const
  const { id } = await (await person.api()).organisations.create({ ...draft, ...more })
  return { api: await person.api(), organisation: id }
}

async function post(title: string, more: object = {}) {
  const { id } = await owner.api.listings.create({ side: 'need', title, organisation: owner.organisation, ...more })
  return owner.api.listings.publish({ id })
}

const idsOf = async (api: Api, query: Parameters<Api['search']['query']>[0]) =>
  (await api.search.query(query)).rows.map(({ id }) => id)

describe('a search', () => {
  it('finds needs, offers and organisations by their words, and listings by what the words mean elsewhere', async () => {
    const need = await post('Spektroskopie an Obst, tragbar', { language: 'de', keywords: ['Spektroskopie'] })
    const offer = await post('Portable spectroscopy for orchards', { side: 'offer', language: 'en' })
    const answer = await world.visitor.search.query({ q: 'spectroscopie' })
    expect(answer.complete).toBe(true)
    expect(answer.counts).toMatchObject({ need: 1, offer: 1 })
    expect(answer.rows.map(({ id }) => id).sort()).toEqual([need.id, offer.id].sort())
    expect(answer.rows[0]).toMatchObject({ address: `/listings/${need.reference}`, listing: { title: need.title } })
    expect(await idsOf(world.visitor, { q: 'spectroscopie', kind: ['offer'] })).toEqual([offer.id])
    expect(await idsOf(world.visitor, { q: 'kaltenb' })).toContain(owner.organisation)
    expect(await idsOf(world.visitor, { q: 'distillation', kind: ['organisation'] })).toEqual([owner.organisation])
    expect(await idsOf(world.visitor, { q: need.reference })).toEqual([need.id])
    expect(await idsOf(world.visitor, { q: 'spectroscopie', country: ['FR'] })).toEqual([])
    expect(await idsOf(world.visitor, { q: 'spectroscopie', language: ['de'] })).toEqual([need.id])
    expect((await world.visitor.search.query({ q: '' })).total).toBe(0)
    const first = await world.visitor.search.query({ q: 'spectroscopie', perPage: 1 })
    const second = await world.visitor.search.query({ q: 'spectroscopie', perPage: 1, page: 2 })
    expect([first.total, first.rows.length, second.rows[0]?.id === first.rows[0]?.id]).toEqual([2, 1, false])
  })

  it('agrees with the lists on who may see what, and finds nobody', async () => {
    const title = 'A pyrolysis reactor for plum stones'
    const anonymous = await post(title, { visibility: 'anonymous' })
    const members = await post(title, { visibility: 'members' })
    const quiet = await post(title, { visibility: 'match-only' })
    const draft = await owner.api.listings.create({ side: 'need', title, organisation: owner.organisation })
    const paused = await post(title)
    await owner.api.listings.pause({ id: paused.id })
    const moderator = await (await world.person('Mo', { siteRoles: ['moderator'] })).api()
    for (const [api, seen] of [
      [world.visitor, [anonymous.id]],
      [await (await world.person('Alone')).api(), [anonymous.id]],
      [stranger, [anonymous.id, members.id]],
      [owner.api, [anonymous.id, members.id]],
      [moderator, [anonymous.id, members.id]],
    ] as const) {
      for (const q of ['pyrolysis plum', 'Pyrolyse']) {
        const answer = await api.search.query({ q })
        expect(answer.rows.map(({ id }) => id).sort()).toEqual([...seen].sort())
        expect(answer.counts.need).toBe(seen.length)
        const listed = await api.listings.list({ q: 'pyrolysis plum' })
        expect(listed.total).toBe(seen.length)
        for (const hidden of [quiet.id, draft.id, paused.id]) expect(JSON.stringify(answer)).not.toContain(hidden)
      }
      expect((await api.search.query({ q: 'Kaltenbach person' })).total).toBe(0)
    }
    const text = JSON.stringify(await stranger.search.query({ q: 'pyrolysis', kind: ['need'] })).toLowerCase()
    const shown = JSON.parse(text).rows.find(({ id }: { id: string }) => id === anonymous.id)
    expect(JSON.stringify(shown)).not.toContain('kaltenbach')
    for (const q of ['Kaltenbach', 'Bruck', 'Kaltenbach pyrolysis'])
      expect(await idsOf(world.visitor, { q, kind: ['need'] })).not.toContain(anonymous.id)
  })

  it('leaves out a suspended organisation and what it posted, also among suggestions', async () => {
    const bad = await party('Impostor Works', {})
    const { id } = await bad.api.listings.create({
      side: 'offer',
      title: 'Impostor offers osmium',
      organisation: bad.organisation,
    })
    await bad.api.listings.publish({ id })
    expect(await idsOf(world.visitor, { q: 'impostor' })).toHaveLength(2)
    const moderator = await (await world.person('Moe', { siteRoles: ['moderator'] })).api()
    await moderator.organisations.suspend({ id: bad.organisation, reason: 'Impersonates somebody else' })
    expect(await idsOf(world.visitor, { q: 'impostor' })).toEqual([])
    expect(await idsOf(world.visitor, { q: 'osmium' })).toEqual([])
    expect(await world.visitor.search.suggest({ q: 'impos' })).toEqual([])
  })
})

describe('suggestions', () => {
  it('are titles and names of what everybody sees, whoever asks', async () => {
    const open = await post('Membrane filtration of must')
    await post('Membrane for members', { visibility: 'members' })
    await post('Membrane for matches', { visibility: 'match-only' })
    const hidden = await post('Membrane of nobody', { visibility: 'anonymous' })
    for (const api of [world.visitor, stranger, owner.api]) {
      const titles = (await api.search.suggest({ q: 'membr' })).map(({ title }) => title)
      expect(titles.sort()).toEqual([open.title, hidden.title].sort())
    }
    expect(await world.visitor.search.suggest({ q: 'Kalt' })).toEqual([
      { kind: 'organisation', title: 'Kaltenbach', language: 'de', address: '/organisations/kaltenbach' },
    ])
    expect(await world.visitor.search.suggest({ q: ' ' })).toEqual([])
    expect(await world.visitor.search.suggest({ q: "'&|!:*" })).toEqual([])
  })
})

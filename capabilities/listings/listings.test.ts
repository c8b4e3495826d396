import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkTrail } from '#platform/changes/trail.ts'
import { DAY } from '#platform/clock.ts'
import { type TestPerson, type TestWorld, testWorld } from '#server/test-world.ts'

let world: TestWorld
let ana: TestPerson
let bodega: string
beforeAll(async () => {
  world = await testWorld()
  ana = await world.person('Ana')
  bodega = await organisationOf(ana, 'Bodega Solar')
})
afterAll(() => world.close())

async function organisationOf(person: TestPerson, displayName: string): Promise<string> {
  const api = await person.api()
  const made = await api.organisations.create({
    legalName: `${displayName} S.L.`,
    displayName,
    organisationType: 'PRC',
    size: 'small',
    country: 'ES',
    city: 'Málaga',
    latitude: 36.72,
    longitude: -4.42,
  })
  return made.id
}

const title = 'We need somebody who dries fruit with little energy'

describe('a need', () => {
  it('is posted with its side, one sentence and whose it is', async () => {
    const api = await ana.api()
    const draft = await api.listings.create({ side: 'need', title, organisation: bodega })
    expect(draft).toMatchObject({
      reference: expect.stringMatching(/^N-2026-\d{5}$/),
      kind: 'business',
      language: 'en',
      status: 'draft',
      visibility: 'public',
      targetCountries: [],
      version: 1,
      organisation: { id: bodega, displayName: 'Bodega Solar' },
      can: { edit: true, publish: true, remove: true, pause: false, answer: false },
    })
    const shown = await api.listings.publish({ id: draft.id })
    expect(shown).toMatchObject({
      status: 'published',
      publishedAt: '2026-11-02T09:00:00.000Z',
      expiresAt: '2027-11-02T09:00:00.000Z',
      can: { pause: true, publish: false, remove: false },
    })
    const seen = await world.visitor.listings.getByReference({ reference: draft.reference.toLowerCase() })
    expect(seen).toMatchObject({ id: draft.id, organisation: { slug: 'bodega-solar' }, createdBy: null })
    expect((await checkTrail(world.db, bodega)).brokenAt).toBeNull()
  })

  it('is found by its words, by its owner and by its reference, in the order asked for', async () => {
    const api = await ana.api()
    const late = new Date(world.clock.now().getTime() + 90 * DAY).toISOString()
    const soon = new Date(world.clock.now().getTime() + 9 * DAY).toISOString()
    for (const [text, deadline] of [
      ['Quenching of gears in molten zirconium', late],
      ['Gears: a lathe for zirconium rods is sought', soon],
    ] as const) {
      const { id } = await api.listings.create({ side: 'need', title: text, organisation: bodega, deadline })
      await api.listings.publish({ id })
    }
    const titles = async (query: Parameters<typeof api.listings.list>[0]) =>
      (await world.visitor.listings.list(query)).rows.map((row) => row.title.slice(0, 5))
    expect(await titles({ q: 'zircon', sort: 'deadline' })).toEqual(['Gears', 'Quenc'])
    expect(await titles({ q: 'zircon', sort: 'title' })).toEqual(['Gears', 'Quenc'])
    expect(await titles({ q: 'zircon', sort: 'newest' })).toEqual(['Gears', 'Quenc'])
    expect(await titles({ q: 'zircon', deadlineBefore: soon })).toEqual(['Gears'])
    expect(await titles({ q: 'bodega zircon', organisation: bodega })).toHaveLength(2)
    expect(await titles({ q: 'zircon', side: ['offer'] })).toEqual([])
    expect(await titles({ q: 'zircon', near: { west: -5, south: 36, east: -4, north: 37 } })).toHaveLength(2)
    expect(await titles({ q: 'zircon', near: { west: 5, south: 36, east: 6, north: 37 } })).toEqual([])
  })
})

describe('an offer', () => {
  const whole = {
    side: 'offer',
    kind: 'technology',
    title: 'Solare Trocknung von Obst, die mit der Hälfte der Energie auskommt',
    summary: 'Wir bieten einen Trockner, der das Obst schonend und mit wenig Strom trocknet.',
    description: 'Der Trockner ist seit drei Jahren im Einsatz und wird von uns selbst gebaut.',
    advantages: 'Halber Energiebedarf',
    stage: 'demonstrated',
    trlMin: 7,
    trlMax: 8,
    iprStatus: ['patent-granted', 'secret-know-how'],
    sdgs: [12, 7, 12],
    partnerRole: 'Vertrieb in den Alpen',
    partnerTypes: ['sme-49'],
    partnerSizes: ['small'],
    cooperationTypes: ['commercial', 'licensing'],
    keywords: ['Trocknung', 'Obst', 'Obst'],
    ecosystems: ['agri-food'],
    targetCountries: ['AT', 'CH'],
    languages: ['de', 'es'],
    dissemination: true,
  } as const

  it('keeps all that was entered, once each, and is read as German', async () => {
    const api = await ana.api()
    const made = await api.listings.create({ ...whole, organisation: bodega } as never)
    expect(made).toMatchObject({
      ...whole,
      reference: expect.stringMatching(/^O-2026-/),
      language: 'de',
      sdgs: [7, 12],
      keywords: ['Trocknung', 'Obst'],
    })
    await api.listings.publish({ id: made.id })
    const found = async (query: object) =>
      (await world.visitor.listings.list(query)).rows.some(({ id }) => id === made.id)
    expect(await found({ language: ['de'], trl: 7, ecosystem: ['agri-food'], cooperationType: ['licensing'] })).toBe(
      true,
    )
    expect(await found({ trl: 6 })).toBe(false)
    expect(await found({ targetCountry: ['CH', 'FR'] })).toBe(true)
    expect(await found({ targetCountry: ['FR'] })).toBe(false)
    const { facets } = await world.visitor.listings.facets({ side: ['offer'] })
    expect(facets).toMatchObject({ language: { de: 1 }, ecosystem: { 'agri-food': 1 }, side: { offer: 1, need: 3 } })
    expect(facets.kind).toEqual({ technology: 1 })
  })

  it('is refused with a sentence for each wrong field', async () => {
    const api = await ana.api()
    await expect(
      api.listings.create({ side: 'need', title: 'Hm', organisation: bodega, budget: 1.5 }),
    ).rejects.toMatchObject({ status: 422, data: { fields: [{ field: 'title' }, { field: 'budget' }] } })
    await expect(
      api.listings.create({ side: 'need', title, organisation: bodega, trlMin: 5, trlMax: 3 }),
    ).rejects.toMatchObject({ status: 422, data: { fields: [{ field: 'trlMax', message: /Swap/ }] } })
  })
})

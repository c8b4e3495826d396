import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RequestContext } from '#platform/procedure.ts'
import { answerRest } from '#server/rest.ts'
import { type TestPerson, type TestWorld, testWorld } from '#server/test-world.ts'
import { openTo, revealTo } from './service/grants.ts'

type Api = Awaited<ReturnType<TestPerson['api']>>

let world: TestWorld
let owner: TestPerson
let organisation: string
let stranger: { api: Api; organisation: string }
/** Everything that would tell whose the listing is. */
let telling: string[]

const secret = {
  legalName: 'Zwetschgenbrand Kaltenbach GmbH',
  displayName: 'Kaltenbach',
  otherNames: ['ZBK'],
  organisationType: 'PRC',
  roleTags: ['sme'],
  size: 'small',
  country: 'AT',
  city: 'Bruck',
  latitude: 47.4111,
  longitude: 15.2722,
  website: 'https://kaltenbach-brand.example',
} as const

beforeAll(async () => {
  world = await testWorld()
  owner = await world.person('Wilhelmine')
  const made = await (await owner.api()).organisations.create({ ...secret, roleTags: ['sme'], otherNames: ['ZBK'] })
  organisation = made.id
  telling = [organisation, owner.id, 'wilhelmine', 'kaltenbach', 'zbk', 'bruck', '47.41', '15.27', 'attest']
  const other = await world.person('Other')
  const others = await (await other.api()).organisations.create({
    ...secret,
    displayName: 'Other',
    otherNames: [],
    legalName: 'Other',
    city: 'Linz',
    roleTags: [],
  })
  stranger = { api: await other.api(), organisation: others.id }
})
afterAll(() => world.close())

function expectSecret(answer: unknown): void {
  const text = JSON.stringify(answer).toLowerCase()
  for (const word of telling) expect(text).not.toContain(word.toLowerCase())
}

const title = 'A still for two hundred litres of plum mash is sought'

async function post(visibility: 'public' | 'anonymous' | 'match-only', more: object = {}) {
  const api = await owner.api()
  const { id } = await api.listings.create({ side: 'need', title, organisation, visibility, ...more })
  const file = new File(['Attest für Kaltenbach'], 'attest-kaltenbach.txt', { type: 'text/plain' })
  const attachment = await api.listings.attachments.add({ id, file })
  const shown = await api.listings.publish({ id })
  return { id, reference: shown.reference, attachment: attachment.id, version: shown.version }
}

describe('an anonymous listing', () => {
  it('tells of its owner only the country, type, size and roles, through every door', async () => {
    const { id, reference, attachment } = await post('anonymous')
    for (const api of [world.visitor, stranger.api]) {
      const view = await api.listings.get({ id })
      expect(view).toMatchObject({
        title,
        organisation: null,
        createdBy: null,
        attachments: [],
        owner: { country: 'AT', organisationType: 'PRC', size: 'small', roleTags: ['sme'] },
      })
      const { rows } = await api.listings.list({})
      expect(rows.map((row) => row.id)).toContain(id)
      for (const answer of [
        view,
        rows,
        await api.listings.getByReference({ reference }),
        await api.listings.facets({}),
        await api.listings.attachments.list({ id }),
      ])
        expectSecret(answer)
      await expect(api.listings.attachments.get({ id, file: attachment })).rejects.toMatchObject({ status: 404 })
      await expect(api.listings.history({ id })).rejects.toMatchObject({ status: expect.toBeOneOf([401, 403]) })
    }
    await expect(stranger.api.listings.checkLeaks({ organisation, texts: {} })).rejects.toMatchObject({ status: 403 })
    expect((await stranger.api.listings.mine({ organisation })).total).toBe(0)
  })

  it('is not found by anything that would tell whose it is', async () => {
    const { id } = await post('anonymous')
    const around = { west: 15, south: 47, east: 16, north: 48 }
    for (const api of [world.visitor, stranger.api])
      for (const query of [
        { organisation },
        { near: around },
        { near: { west: -180, south: -90, east: 180, north: 90 } },
        ...['Kaltenbach', 'ZBK', 'Bruck', 'Zwetschgenbrand'].map((q) => ({ q })),
      ]) {
        expect((await api.listings.list(query)).rows.map((row) => row.id)).not.toContain(id)
        expect((await api.listings.facets(query)).total).toBe(0)
      }
    expect((await world.visitor.listings.list({ q: 'plum mash', country: ['AT'] })).total).toBeGreaterThan(0)
    const own = await owner.api()
    expect((await own.listings.list({ organisation })).rows.map((row) => row.id)).toContain(id)
  })

  it('tells its owner to an organisation once the owner reveals itself', async () => {
    const { id, attachment } = await post('anonymous')
    await world.db.transaction((tx) => revealTo(tx, world.act(), id, stranger.organisation))
    await world.db.transaction((tx) => revealTo(tx, world.act(), id, stranger.organisation))
    const view = await stranger.api.listings.get({ id })
    expect(view.organisation).toMatchObject({ displayName: 'Kaltenbach', city: 'Bruck' })
    expect(view.attachments).toHaveLength(1)
    const file = await stranger.api.listings.attachments.get({ id, file: attachment })
    expect(await file.text()).toContain('Kaltenbach')
    expect((await stranger.api.listings.list({ organisation })).rows.map((row) => row.id)).toEqual([id])
    expectSecret(await world.visitor.listings.get({ id }))
  })

  it('forgets its owner’s name in every door when a public one becomes anonymous', async () => {
    const { id, version } = await post('public')
    expect((await world.visitor.listings.list({ q: 'Kaltenbach' })).total).toBe(1)
    await (await owner.api()).listings.change({ id, version, change: { visibility: 'anonymous' } })
    expect((await world.visitor.listings.list({ q: 'Kaltenbach' })).total).toBe(0)
    expectSecret(await world.visitor.listings.get({ id }))
  })

  it('keeps up with its owner’s profile without learning its name', async () => {
    const { id } = await post('anonymous')
    const api = await owner.api()
    const profile = await api.organisations.get({ id: organisation })
    await api.organisations.change({ id: organisation, version: profile.version, change: { size: 'medium' } })
    await world.settle()
    expect((await world.visitor.listings.get({ id })).owner.size).toBe('medium')
    expect((await world.visitor.listings.list({ q: 'Kaltenbach' })).total).toBe(0)
  })
})

describe('what would give an anonymous listing’s owner away', () => {
  it('keeps it from being published until it is gone or said to identify nobody', async () => {
    const api = await owner.api()
    const { id, version } = await api.listings.create({
      side: 'need',
      title,
      organisation,
      visibility: 'anonymous',
      summary: 'Kaltenbach, near Bruck, asks for it.',
    })
    const refused = await api.listings.publish({ id }).catch((error) => error)
    expect(refused).toMatchObject({
      status: 422,
      data: { reason: 'listings.leaks', fields: [{ field: 'summary' }, { field: 'summary' }] },
    })
    const findings = refused.data.details.findings as { key: string }[]
    expect(findings.map(({ key }) => key)).toEqual(['name:kaltenbach', 'place:bruck'])
    await expect(api.listings.publish({ id, acknowledged: ['place:bruck'] })).rejects.toMatchObject({ status: 422 })
    await api.listings.change({ id, version, change: { summary: 'We ask for it, near Bruck.' } })
    const shown = await api.listings.publish({ id, acknowledged: ['place:bruck'] })
    expect(shown).toMatchObject({ status: 'published', acknowledgedLeaks: ['place:bruck'] })
    await expect(
      api.listings.change({ id, version: shown.version, change: { description: 'Ask Wilhelmine.' } }),
    ).rejects.toMatchObject({ status: 422, data: { reason: 'listings.leaks' } })
    expect((await world.visitor.listings.get({ id })).acknowledgedLeaks).toEqual([])
  })

  it('is found in texts that are not saved yet', async () => {
    const api = await owner.api()
    const { findings } = await api.listings.checkLeaks({
      organisation,
      texts: { title: 'Brandy of Kaltenbach', description: 'See kaltenbach-brand.example or EP1234567.' },
    })
    expect(findings.map(({ kind, field, text }) => [kind, field, text])).toEqual([
      ['name', 'title', 'Kaltenbach'],
      ['name', 'description', 'kaltenbach-brand'],
      ['patent-number', 'description', 'EP1234567'],
    ])
  })

  it('does not matter where the owner is named anyway', async () => {
    const api = await owner.api()
    const { id } = await api.listings.create({ side: 'need', title: 'Kaltenbach seeks a still', organisation })
    expect((await api.listings.publish({ id })).status).toBe('published')
  })
})

describe('a match-only listing', () => {
  it('is in no list, and only its owner and organisations it fits see it', async () => {
    const { id } = await post('match-only', { title: 'A very quiet search for a copper kettle' })
    const moderator = await (await world.person('Mo', { siteRoles: ['moderator'] })).api()
    const own = await owner.api()
    for (const api of [world.visitor, stranger.api, moderator, own])
      expect((await api.listings.list({ q: 'copper kettle' })).total).toBe(0)
    await expect(stranger.api.listings.get({ id })).rejects.toMatchObject({ status: 404 })
    await world.db.transaction((tx) => openTo(tx, world.act(), id, [stranger.organisation]))
    const view = await stranger.api.listings.get({ id })
    expect(view).toMatchObject({ organisation: null, can: { answer: true } })
    expectSecret(view)
    expect((await own.listings.mine({ visibility: ['match-only'] })).rows.map((row) => row.id)).toEqual([id])
  })
})

describe('a draft', () => {
  it('is not there, through any door', async () => {
    const api = await owner.api()
    const { id, reference } = await api.listings.create({ side: 'offer', title: 'An unpublished draft', organisation })
    for (const other of [world.visitor, stranger.api]) {
      const missing = { status: 404 }
      await expect(other.listings.get({ id })).rejects.toMatchObject(missing)
      await expect(other.listings.getByReference({ reference })).rejects.toMatchObject(missing)
      await expect(other.listings.history({ id })).rejects.toMatchObject(missing)
      await expect(other.listings.attachments.list({ id })).rejects.toMatchObject(missing)
      await expect(other.listings.publish({ id })).rejects.toMatchObject(missing)
      await expect(other.listings.change({ id, version: 1, change: {} })).rejects.toMatchObject(missing)
      await expect(other.listings.duplicate({ id })).rejects.toMatchObject(missing)
      await expect(other.listings.remove({ id })).rejects.toMatchObject(missing)
      expect((await other.listings.list({ q: 'unpublished draft' })).total).toBe(0)
      expect((await other.listings.list({ q: reference })).total).toBe(0)
      expect((await other.listings.facets({ q: 'unpublished draft' })).total).toBe(0)
    }
  })

  it('is posted only in the name of an organisation one acts for', async () => {
    await expect(
      stranger.api.listings.create({ side: 'offer', title: 'In the name of another', organisation }),
    ).rejects.toMatchObject({ status: 403 })
    await expect(
      world.visitor.listings.create({ side: 'offer', title: 'In the name of another', organisation }),
    ).rejects.toMatchObject({ status: 401 })
  })
})

describe('the listings of a suspended organisation', () => {
  it('vanish with it and come back with it', async () => {
    const moderator = await (await world.person('Mo', { siteRoles: ['moderator'] })).api()
    const { id } = await post('public')
    await moderator.organisations.suspend({ id: organisation, reason: 'Impersonates somebody else' })
    await expect(world.visitor.listings.get({ id })).rejects.toMatchObject({ status: 404 })
    expect((await world.visitor.listings.list({ q: 'plum mash' })).total).toBe(0)
    await moderator.organisations.restore({ id: organisation })
    expect((await world.visitor.listings.get({ id })).status).toBe('published')
  })
})

describe('a file', () => {
  it('goes in and out over HTTP, kept from acting in a browser, under the rights on its listing', async () => {
    const { id } = await post('public')
    const api = await owner.api()
    const ask = async (path: string, init?: RequestInit) => {
      const context: RequestContext = {
        platform: world.platform,
        actor: {
          id: null,
          kind: 'visitor',
          name: '',
          email: null,
          emailVerified: false,
          siteRoles: [],
          standing: new Map(),
          scopes: null,
        },
        locale: 'en',
        door: 'rest',
        headers: new Headers(),
        answerHeaders: new Headers(),
      }
      const answer = await answerRest(new Request(`http://localhost/api${path}`, init), context)
      if (!answer) throw new Error(`${path} is no operation`)
      return answer
    }
    const body = new FormData()
    body.set('file', new File(['%PDF-1.7\n%%EOF\n'], 'Plan Ñ.pdf', { type: 'text/html' }))
    expect((await ask(`/listings/${id}/attachments`, { method: 'POST', body })).status).toBe(401)
    const kept = await api.listings.attachments.add({ id, file: new File(['%PDF-1.7\n%%EOF\n'], 'Plan.pdf') })
    const answer = await ask(`/listings/${id}/attachments/${kept.id}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-disposition')).toContain('Plan.pdf')
    expect(await answer.text()).toBe('%PDF-1.7\n%%EOF\n')
    await api.listings.attachments.remove({ id, file: kept.id })
    expect((await ask(`/listings/${id}/attachments/${kept.id}`)).status).toBe(404)
  })
})

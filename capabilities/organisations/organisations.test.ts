import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkTrail } from '#platform/changes/trail.ts'
import type { Client } from '#server/api.ts'
import { type TestWorld, testWorld } from '#server/test-world.ts'

let world: TestWorld
beforeAll(async () => {
  world = await testWorld()
})
afterAll(() => world.close())

const bodega: Parameters<Client['organisations']['create']>[0] = {
  legalName: 'Bodega Solar S.L.',
  displayName: 'Bodega Solar',
  organisationType: 'PRC',
  country: 'ES',
  city: 'Málaga',
  competences: ['solar drying'],
}

describe('organisations', () => {
  it('are added by a person, who becomes the owner, and are found with or without diacritics', async () => {
    const ana = await world.person('Ana')
    const made = await (await ana.api()).organisations.create(bodega)
    expect(made).toMatchObject({
      slug: 'bodega-solar',
      standing: 'claimed',
      can: { edit: true, post: true, verify: false },
    })
    expect(await (await ana.api()).organisations.get({ id: made.id })).toEqual(made)
    for (const q of ['malaga', 'Málaga', 'solar dry', 'bodega']) {
      const found = await world.visitor.organisations.list({ q })
      expect(found.rows.map((row) => row.id)).toContain(made.id)
    }
    expect((await world.visitor.organisations.list({ q: 'malaga', country: ['DE'] })).total).toBe(0)
    expect((await checkTrail(world.db, made.id)).brokenAt).toBeNull()
  })

  it('keep both versions when two people change one at once', async () => {
    const api = await (await world.person('Berta')).api()
    const { id, version } = await api.organisations.create({ ...bodega, displayName: 'Twice' })
    const owner = await (await world.person('Chief', { siteRoles: ['administrator'] })).api()
    await owner.organisations.change({ id, version, change: { city: 'Ronda' } })
    await expect(owner.organisations.change({ id, version, change: { city: 'Nerja' } })).rejects.toMatchObject({
      status: 412,
      data: { reason: 'stale', details: { current: { city: 'Ronda' } } },
    })
  })

  it('refuse a visitor with the way to sign in, and bad input with a sentence for each field', async () => {
    await expect(world.visitor.organisations.create(bodega)).rejects.toMatchObject({ status: 401 })
    const api = await (await world.person('Carla')).api()
    await expect(api.organisations.create({ ...bodega, legalName: '', pic: '12' })).rejects.toMatchObject({
      status: 422,
      data: { fields: [{ field: 'legalName' }, { field: 'pic', message: expect.stringContaining('nine digits') }] },
    })
  })

  it('vanish when suspended, for everybody but moderators and their own people', async () => {
    const owner = await world.person('Dora')
    const { id } = await (await owner.api()).organisations.create({ ...bodega, displayName: 'Hidden' })
    const moderator = await (await world.person('Mo', { siteRoles: ['moderator'] })).api()
    await moderator.organisations.suspend({ id, reason: 'Impersonates somebody else' })
    await expect(world.visitor.organisations.get({ id })).rejects.toMatchObject({ status: 404 })
    expect((await world.visitor.organisations.list({ q: 'hidden' })).total).toBe(0)
    expect((await (await owner.api()).organisations.get({ id })).can.edit).toBe(false)
    await moderator.organisations.restore({ id })
    expect((await world.visitor.organisations.list({ q: 'hidden' })).total).toBe(1)
  })
})

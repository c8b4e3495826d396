import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { outboxEvents } from '#platform/changes/table.ts'
import { DAY } from '#platform/clock.ts'
import { type TestPerson, type TestWorld, testWorld } from '#server/test-world.ts'

type Api = Awaited<ReturnType<TestPerson['api']>>

const firm = { organisationType: 'PRC', country: 'AT', city: 'Graz' } as const

async function poster(world: TestWorld, displayName: string): Promise<{ api: Api; organisation: string }> {
  const person = await world.person(`Owner of ${displayName}`)
  const { id } = await (await person.api()).organisations.create({ ...firm, legalName: displayName, displayName })
  return { api: await person.api(), organisation: id }
}

const need = (organisation: string, more: object = {}) => ({
  side: 'need' as const,
  title: 'Somebody to test brakes in the cold is needed',
  organisation,
  ...more,
})

async function eventsOf(
  world: TestWorld,
  listing: string,
): Promise<{ name: string; payload: Record<string, unknown> }[]> {
  const events = await world.db.select().from(outboxEvents).orderBy(outboxEvents.id)
  return events.filter((event) => event.subject === listing)
}

describe('from draft to its end', () => {
  let world: TestWorld
  let api: Api
  let organisation: string
  beforeAll(async () => {
    world = await testWorld()
    ;({ api, organisation } = await poster(world, 'Bremsen Graz'))
  })
  afterAll(() => world.close())

  const published = async (more: object = {}) => {
    const { id } = await api.listings.create(need(organisation, more))
    return api.listings.publish({ id })
  }

  it('is hidden while paused, back when resumed, and told of each time', async () => {
    const { id } = await published()
    await api.listings.pause({ id })
    await expect(world.visitor.listings.get({ id })).rejects.toMatchObject({ status: 404 })
    expect((await api.listings.get({ id })).can).toMatchObject({ resume: true, pause: false })
    await api.listings.resume({ id })
    expect((await world.visitor.listings.get({ id })).status).toBe('published')
    await api.listings.withdraw({ id })
    await expect(world.visitor.listings.get({ id })).rejects.toMatchObject({ status: 404 })
    const told = await eventsOf(world, id)
    expect(told.map(({ name }) => name)).toEqual([
      'listing.drafted',
      'listing.published',
      'listing.paused',
      'listing.resumed',
      'listing.withdrawn',
    ])
    expect(told.at(-1)?.payload).toMatchObject({ listing: id, organisation, status: 'withdrawn' })
  })

  it('says what became of it; one that was met stays readable, one that was not is withdrawn', async () => {
    const met = await published()
    await api.listings.fulfil({ id: met.id, outcome: 'through-entente' })
    expect(await world.visitor.listings.get({ id: met.id })).toMatchObject({
      status: 'fulfilled',
      outcome: 'through-entente',
      closedAt: world.clock.now().toISOString(),
    })
    expect((await world.visitor.listings.list({})).rows.map(({ id }) => id)).not.toContain(met.id)
    await expect(api.listings.fulfil({ id: met.id, outcome: 'elsewhere' })).rejects.toMatchObject({
      status: 409,
      data: { reason: 'listings.notNow', details: { status: 'fulfilled' } },
    })
    const unmet = await published()
    expect(await api.listings.fulfil({ id: unmet.id, outcome: 'not-met' })).toMatchObject({ status: 'withdrawn' })
  })

  it('keeps both versions when two people change one at once, and shows what changed', async () => {
    const { id, version } = await published({ summary: 'Cold' })
    await api.listings.change({ id, version, change: { title: 'Somebody to test brakes in great cold is needed' } })
    await expect(api.listings.change({ id, version, change: { summary: 'Ice' } })).rejects.toMatchObject({
      status: 412,
      data: { details: { current: { title: 'Somebody to test brakes in great cold is needed', version: 2 } } },
    })
    const history = await api.listings.history({ id })
    expect(history.versions).toMatchObject([
      { version: 1, person: 'Owner of Bremsen Graz' },
      { version: 2, changed: [{ field: 'title', before: need('').title }] },
    ])
    expect(history.versions[1]?.changed).toHaveLength(1)
    expect(history.deeds.map(({ event }) => event)).toEqual(['listing.drafted', 'listing.published', 'listing.changed'])
    await expect(world.visitor.listings.history({ id })).rejects.toMatchObject({ status: 401 })
  })

  it('is copied as a draft without its dates, and a draft can be removed', async () => {
    const deadline = new Date(world.clock.now().getTime() + DAY).toISOString()
    const { id } = await published({ deadline, keywords: ['brakes'] })
    const copy = await api.listings.duplicate({ id })
    expect(copy).toMatchObject({ status: 'draft', deadline: null, keywords: ['brakes'], version: 1 })
    await expect(api.listings.remove({ id })).rejects.toMatchObject({ status: 409 })
    await api.listings.remove({ id: copy.id })
    await expect(api.listings.get({ id: copy.id })).rejects.toMatchObject({ status: 404 })
  })

  it('is sent back by a moderator after it appeared, and then waits to be looked at again', async () => {
    const { id } = await published()
    const moderator = await (await world.person('Mo', { siteRoles: ['moderator'] })).api()
    await moderator.listings.review.return({ id, reason: 'This is an advertisement, not a need.' })
    await expect(world.visitor.listings.get({ id })).rejects.toMatchObject({ status: 404 })
    await api.listings.withdraw({ id })
    expect(await api.listings.publish({ id })).toMatchObject({ status: 'review', reviewReason: expect.any(String) })
    await moderator.listings.review.approve({ id })
    expect(await api.listings.withdraw({ id })).toMatchObject({ status: 'withdrawn', reviewReason: null })
    await expect(
      moderator.listings.change({ id, version: 1, change: { title: 'Somebody else’s words' } }),
    ).rejects.toMatchObject({ status: 403 })
  })

  it('is not published past its deadline', async () => {
    const deadline = new Date(world.clock.now().getTime() - DAY).toISOString()
    const { id } = await api.listings.create(need(organisation, { deadline }))
    await expect(api.listings.publish({ id })).rejects.toMatchObject({
      status: 422,
      data: { fields: [{ field: 'deadline', message: expect.stringContaining('later') }] },
    })
  })

  it('counts the own ones by status, whatever filter is set', async () => {
    const { byStatus, rows, total } = await api.listings.mine({ organisation, status: ['draft'] })
    expect(byStatus).toMatchObject({ draft: 1, fulfilled: 1, withdrawn: 3, review: 0 })
    expect(rows.map(({ status }) => status)).toEqual(['draft'])
    expect(total).toBe(1)
    expect((await (await poster(world, 'Other')).api.listings.mine({ organisation })).total).toBe(0)
  })
})

describe('the end of its time', () => {
  let world: TestWorld
  let api: Api
  let organisation: string
  beforeAll(async () => {
    world = await testWorld()
    ;({ api, organisation } = await poster(world, 'Zeit'))
  })
  afterAll(() => world.close())

  it('comes after a year, with a reminder 30 and 7 days before, once each; renewing brings it back', async () => {
    const { id } = await api.listings.create(need(organisation))
    await api.listings.publish({ id })
    const remindedOf = async () =>
      (await eventsOf(world, id)).filter(({ name }) => name === 'listing.ending').map(({ payload }) => payload.days)
    const pass = async (days: number) => {
      world.clock.move(days * DAY)
      await world.tick('remind-of-listings-ending')
      await world.tick('expire-listings')
    }
    await pass(334)
    expect(await remindedOf()).toEqual([])
    await pass(1)
    await pass(1)
    expect(await remindedOf()).toEqual([30])
    await pass(23)
    expect(await remindedOf()).toEqual([30, 7])
    expect((await world.visitor.listings.list({})).total).toBe(1)
    await pass(7)
    expect((await world.visitor.listings.list({})).total).toBe(0)
    expect((await world.visitor.listings.get({ id })).status).toBe('expired')
    expect(await remindedOf()).toEqual([30, 7])

    const renewed = await api.listings.renew({ id })
    expect(renewed).toMatchObject({ status: 'published', expiresAt: '2028-11-03T09:00:00.000Z', closedAt: null })
    expect((await world.visitor.listings.list({})).total).toBe(1)
  })

  it('comes with its deadline, and it is not renewed until the deadline is moved', async () => {
    const deadline = new Date(world.clock.now().getTime() + 3 * DAY).toISOString()
    const { id, version } = await api.listings.create(need(organisation, { deadline }))
    await api.listings.publish({ id })
    world.clock.move(3 * DAY)
    await world.tick('expire-listings')
    expect((await api.listings.get({ id })).status).toBe('expired')
    await expect(api.listings.renew({ id })).rejects.toMatchObject({ status: 422 })
    await api.listings.change({ id, version, change: { deadline: null } })
    expect((await api.listings.renew({ id })).status).toBe('published')
    // Three days are no time to be reminded in.
    expect((await eventsOf(world, id)).some(({ name }) => name === 'listing.ending')).toBe(false)
  })
})

describe('where listings are looked at before they appear', () => {
  let world: TestWorld
  let api: Api
  let organisation: string
  let moderator: Api
  beforeAll(async () => {
    world = await testWorld({ MODERATION: 'before' })
    ;({ api, organisation } = await poster(world, 'Vorher'))
    moderator = await (await world.person('Mo', { siteRoles: ['moderator'] })).api()
  })
  afterAll(() => world.close())

  it('one waits, is sent back with a reason, waits again and appears', async () => {
    const { id } = await api.listings.create(need(organisation))
    expect(await api.listings.publish({ id })).toMatchObject({
      status: 'review',
      can: { publish: false, review: false },
    })
    await expect(world.visitor.listings.get({ id })).rejects.toMatchObject({ status: 404 })
    expect((await moderator.listings.review.list({})).rows).toMatchObject([{ id, can: { review: true } }])
    await expect(api.listings.review.approve({ id })).rejects.toMatchObject({ status: 403 })
    await expect(api.listings.review.list({})).rejects.toMatchObject({ status: 403 })

    await moderator.listings.review.return({ id, reason: 'Say which temperatures you mean.' })
    const back = await api.listings.get({ id })
    expect(back).toMatchObject({ status: 'returned', reviewReason: 'Say which temperatures you mean.' })
    await api.listings.change({ id, version: back.version, change: { summary: 'At 40 degrees below zero' } })
    expect((await api.listings.publish({ id })).status).toBe('review')
    await moderator.listings.review.approve({ id })
    expect((await api.listings.get({ id })).reviewReason).toBeNull()
    expect((await world.visitor.listings.get({ id })).status).toBe('published')
  })

  it('a changed one waits again, and pausing is no way around', async () => {
    const { id, version } = await api.listings.create(need(organisation))
    await api.listings.publish({ id })
    await moderator.listings.review.approve({ id })
    await api.listings.pause({ id })
    await api.listings.change({ id, version, change: { title: 'Buy our very cheap brakes right now' } })
    expect((await api.listings.resume({ id })).status).toBe('review')
    await moderator.listings.review.approve({ id })
    const changed = await api.listings.change({ id, version: version + 1, change: { title: 'Buy more of our brakes' } })
    expect(changed.status).toBe('review')
    await expect(world.visitor.listings.get({ id })).rejects.toMatchObject({ status: 404 })
  })

  it('a paused and unchanged one comes back at once', async () => {
    const { id } = await api.listings.create(need(organisation))
    await api.listings.publish({ id })
    await moderator.listings.review.approve({ id })
    await api.listings.pause({ id })
    expect((await api.listings.resume({ id })).status).toBe('published')
  })
})

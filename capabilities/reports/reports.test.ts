import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkTrail } from '#platform/changes/trail.ts'
import { DAY } from '#platform/clock.ts'
import { listMail } from '#platform/mail/outbox.ts'
import { type TestPerson, type TestWorld, testWorld } from '#server/test-world.ts'

let world: TestWorld
let owner: TestPerson
let rita: TestPerson
let mo: TestPerson
let own: string
let others: string
let need: { id: string; reference: string }

const title = 'A still for two hundred litres of plum mash is sought'
const wrong = { reason: 'misleading', text: 'They ask for money before anything is said.' } as const
const note = 'Asked them to take the price out, which they did.'

beforeAll(async () => {
  world = await testWorld()
  owner = await world.person('Wilhelmine')
  rita = await world.person('Rita Reporter')
  mo = await world.person('Mo', { siteRoles: ['moderator'] })
  const company = { organisationType: 'PRC', country: 'AT' } as const
  const draft = { legalName: 'Kaltenbach GmbH', displayName: 'Kaltenbach', ...company }
  own = (await (await owner.api()).organisations.create(draft)).id
  const draft2 = { legalName: 'Other GmbH', displayName: 'Other', ...company }
  others = (await (await rita.api()).organisations.create(draft2)).id
  need = await posted('anonymous')
})
afterAll(() => world.close())

async function posted(visibility: 'public' | 'anonymous' | 'match-only') {
  const { listings } = await owner.api()
  const made = await listings.create({ side: 'need', title, organisation: own, visibility })
  return listings.publish({ id: made.id })
}

describe('a report of a need or an offer', () => {
  it('comes from anybody who is signed in and finds it, but for those whose it is', async () => {
    const { listings } = await rita.api()
    expect((await listings.get({ id: need.id })).can.report).toBe(true)
    expect((await world.visitor.listings.get({ id: need.id })).can.report).toBe(false)
    await expect(world.visitor.listings.report({ id: need.id, ...wrong })).rejects.toMatchObject({ status: 401 })
    await expect((await owner.api()).listings.report({ id: need.id, ...wrong })).rejects.toMatchObject({ status: 403 })
    const hidden = await posted('match-only')
    await expect(listings.report({ id: hidden.id, ...wrong })).rejects.toMatchObject({ status: 404 })
    const unconfirmed = await world.person('Una', { verified: false })
    expect(await (await unconfirmed.api()).listings.report({ id: need.id, ...wrong })).toEqual({ reported: need.id })
  })

  it('stands in the queue of the moderators, with who, when and why, and is told to them alone', async () => {
    const { listings } = await rita.api()
    world.clock.move(DAY)
    const answer = await listings.report({ id: need.id, ...wrong, reason: 'spam' })
    expect(answer).toEqual({ reported: need.id })
    await world.settle()
    const api = await mo.api()
    const { rows, total, byState } = await api.reports.list({})
    expect([total, byState]).toEqual([2, { open: 2, settled: 0 }])
    expect(rows[1]).toMatchObject({
      about: 'listing',
      subject: need.id,
      title,
      link: `/listings/${need.reference}`,
      reason: 'spam',
      text: wrong.text,
      reporter: rita.id,
      reporterName: 'Rita Reporter',
      createdAt: world.clock.now().toISOString(),
      settledAt: null,
      can: { settle: true },
    })
    expect((await api.reports.list({ reason: ['spam'] })).rows.map(({ reporter }) => reporter)).toEqual([rita.id])
    expect((await api.reports.list({ q: 'plum money', about: ['expression'] })).total).toBe(0)
    expect((await listMail(world.db, { person: mo.id }))[0]?.subject).toBe(`Somebody has reported “${title}”`)
    for (const one of [owner, rita]) {
      const other = await one.api()
      await expect(other.reports.list({})).rejects.toMatchObject({ status: 403 })
      expect((await other.notifications.list({ kind: ['moderation'] })).total).toBe(0)
    }
  })

  it('cannot be made twice while it waits', async () => {
    const again = (await rita.api()).listings.report({ id: need.id, ...wrong })
    await expect(again).rejects.toMatchObject({ status: 409, data: { reason: 'reports.already' } })
  })

  it('leaves its trace on the site’s trail, not on the organisation’s, whose keepers read who did what', async () => {
    const api = await owner.api()
    const trail = await api.administration.audit.list({ chain: own, perPage: 100 })
    expect(JSON.stringify(trail)).not.toContain(rita.id)
    const site = await (await mo.api()).administration.audit.list({ chain: 'site', subjectType: ['report'] })
    expect(site.rows.map(({ event, actor }) => [event, actor])).toContainEqual(['report.made', rita.id])
    expect(JSON.stringify(site)).not.toContain(wrong.text)
    expect((await checkTrail(world.db, 'site')).brokenAt).toBeNull()
  })

  it('is dealt with once, by a moderator, who says what was done; whoever made it is told that it was', async () => {
    const api = await mo.api()
    const id = (await api.reports.list({ reason: ['spam'] })).rows[0]?.id ?? ''
    await expect((await rita.api()).reports.settle({ id, note })).rejects.toMatchObject({ status: 404 })
    await expect(api.reports.settle({ id, note: 'Done.' })).rejects.toMatchObject({ status: 422 })
    expect(await api.reports.settle({ id, note })).toMatchObject({ note, settledByName: 'Mo', can: { settle: false } })
    const twice = api.reports.settle({ id, note })
    await expect(twice).rejects.toMatchObject({ status: 409, data: { reason: 'reports.settled' } })
    expect((await api.reports.list({})).byState).toEqual({ open: 1, settled: 1 })
    expect((await api.reports.list({ state: 'settled' })).rows.map((row) => row.id)).toEqual([id])
    await world.settle()
    const news = await (await rita.api()).notifications.list({})
    expect(news.rows[0]?.sentence).toBe(`A moderator has dealt with your report of “${title}”`)
    const [letter] = await listMail(world.db, { person: rita.id })
    expect(letter?.subject).toBe(news.rows[0]?.sentence)
    expect(JSON.stringify([news, letter])).not.toMatch(/take the price|Mo\b/)
    const trail = await api.administration.audit.list({ chain: 'site', subject: id })
    expect(trail.rows.map(({ event, actor }) => [event, actor])).toEqual([
      ['report.settled', mo.id],
      ['report.made', rita.id],
    ])
    expect(JSON.stringify(trail)).not.toContain('price')
    // What is wrong still can be reported again.
    await (await rita.api()).listings.report({ id: need.id, ...wrong })
  })

  it('is told by mail as whoever made it wishes', async () => {
    const quiet = await world.person('Quinn')
    const theirs = await quiet.api()
    await theirs.people.notificationPreferences.change({ mailRhythm: 'immediate', mutedKinds: ['moderation'] })
    await theirs.listings.report({ id: need.id, ...wrong, reason: 'other' })
    const { reports } = await mo.api()
    const id = (await reports.list({ reason: ['other'] })).rows[0]?.id ?? ''
    await reports.settle({ id, note })
    await world.settle()
    expect((await theirs.notifications.list({})).total).toBe(1)
    expect(await listMail(world.db, { person: quiet.id })).toEqual([])
  })

  it('is exported to whoever made it without what moderators say, and to the moderator without whose it is', async () => {
    const of = async (one: TestPerson) => {
      const { tables } = await (await one.api()).people.exportMyData({})
      return JSON.stringify(tables.filter(({ name }) => name === 'reports'))
    }
    expect(await of(rita)).toContain(wrong.text)
    expect(await of(rita)).not.toMatch(new RegExp(`${mo.id}|take the price`))
    expect(await of(mo)).toContain('take the price')
    expect(await of(mo)).not.toMatch(new RegExp(`${rita.id}|before anything`))
  })
})

describe('a report of a conversation', () => {
  it('lets moderators read it until it is dealt with, and no longer', async () => {
    world.clock.move(DAY)
    const open = await posted('public')
    const texts = { seeks: 'An order for the spring of next year.', brings: 'A lathe that nobody uses at night.' }
    const sender = (await rita.api()).expressionsOfInterest
    const { id } = await sender.send({ listing: open.id, organisation: others, ...texts })
    const api = await mo.api()
    await expect(api.expressionsOfInterest.get({ id })).rejects.toMatchObject({ status: 404 })
    await sender.report({ id, ...wrong })
    await world.settle()
    const [report] = (await api.reports.list({ about: ['expression'] })).rows
    expect(report).toMatchObject({ subject: id, link: `/inbox/${id}`, reporterName: 'Rita Reporter' })
    expect((await api.expressionsOfInterest.get({ id })).sides).toEqual([])
    expect(
      JSON.stringify(await (await owner.api()).administration.audit.list({ chain: own, subject: id })),
    ).not.toContain('report')
    const settled = await api.reports.settle({ id: report?.id ?? '', note })
    expect(settled.link).toBeNull()
    await expect(api.expressionsOfInterest.get({ id })).rejects.toMatchObject({ status: 404 })
    await world.settle()
    const [news] = (await (await rita.api()).notifications.list({})).rows
    expect(news).toMatchObject({
      sentence: `A moderator has dealt with your report of the conversation about “${title}”`,
      link: `/inbox/${id}`,
    })
  })

  it('is forgotten a year after it was dealt with; what waits is not', async () => {
    const before = (await (await mo.api()).reports.list({})).byState
    expect(before.settled).toBeGreaterThan(0)
    world.clock.move(366 * DAY)
    await world.tick('forget-settled-reports')
    expect((await (await mo.api()).reports.list({})).byState).toEqual({ ...before, settled: 0 })
  })
})

import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY, HOUR } from '#platform/clock.ts'
import { newId } from '#platform/ids.ts'
import { getMail, listMail } from '#platform/mail/outbox.ts'
import { type TestPerson, type TestWorld, testWorld } from '#server/test-world.ts'
import { memberships, organisations } from '../organisations/table.ts'
import type { Stage } from './schema.ts'
import { nextStrike, strikes } from './service/clock.ts'
import { replyRecords } from './service/reply-record.ts'
import { expressions } from './table.ts'

let world: TestWorld
let sven: TestPerson
let from: string
const texts = { seeks: 'An order for the spring of next year.', brings: 'A lathe that nobody uses at night.' }

beforeAll(async () => {
  world = await testWorld()
  sven = await world.person('Sven')
  from = await organisationOf(sven, 'Sender Works')
})
afterAll(() => world.close())

async function organisationOf(person: TestPerson, displayName: string): Promise<string> {
  const api = await person.api()
  const draft = { legalName: `${displayName} Ltd`, displayName, organisationType: 'PRC', country: 'IE' } as const
  return (await api.organisations.create(draft)).id
}

async function joins(person: TestPerson, organisation: string, role: 'manager' | 'member'): Promise<void> {
  const createdAt = world.clock.now().toISOString()
  await world.db.insert(memberships).values({ organisation, person: person.id, role, state: 'active', createdAt })
}

async function sentTo(owner: TestPerson, organisation: string): Promise<string> {
  const api = await owner.api()
  const { id } = await api.listings.create({ side: 'need', title: 'A lathe for rods is sought', organisation })
  await api.listings.publish({ id })
  return (await (await sven.api()).expressionsOfInterest.send({ listing: id, organisation: from, ...texts })).id
}

const subjects = async (person: TestPerson) =>
  (await listMail(world.db, { person: person.id })).map(({ subject }) => subject).reverse()

async function passes(time: number): Promise<void> {
  world.clock.move(time)
  await world.tick('keep-reply-promises')
  await world.settle()
}

describe('the reply promise', () => {
  it('reminds who posted the need, then turns to the other managers, and closes kindly at the end', async () => {
    const [olga, max, mia] = [await world.person('Olga'), await world.person('Max'), await world.person('Mia')]
    const to = await organisationOf(olga, 'Silent Works')
    await joins(max, to, 'manager')
    await joins(mia, to, 'member')
    const id = await sentTo(olga, to)
    await world.settle()
    const first = 'Sender Works is interested in “A lathe for rods is sought”'
    for (const person of [olga, max, mia]) expect(await subjects(person)).toEqual([first])

    await passes(5 * DAY - HOUR)
    expect(await subjects(olga)).toEqual([first])
    await passes(HOUR)
    await passes(HOUR)
    const half = 'Sender Works waits for your answer about “A lathe for rods is sought”'
    expect(await subjects(olga)).toEqual([first, half])
    await passes(3 * DAY - HOUR)
    const soon = 'Two days left to answer Sender Works about “A lathe for rods is sought”'
    expect(await subjects(olga)).toEqual([first, half, soon])
    expect(await subjects(max)).toEqual([first])
    await passes(DAY)
    const late = 'Nobody has answered Sender Works about “A lathe for rods is sought” yet; the time is nearly over'
    expect(await subjects(max)).toEqual([first, late])
    expect(await subjects(mia)).toEqual([first])
    expect((await (await sven.api()).expressionsOfInterest.get({ id })).clock).toMatchObject({
      state: 'running',
      hoursLeft: 24,
    })
    expect(await subjects(sven)).toEqual([])

    await passes(DAY)
    const shown = await (await sven.api()).expressionsOfInterest.get({ id })
    expect(shown).toMatchObject({
      stage: 'lapsed',
      clock: { state: 'missed', hoursLeft: null },
      steps: [{ stage: 'received' }, { stage: 'lapsed', side: null, person: null }],
    })
    expect(await subjects(sven)).toEqual(['Silent Works did not answer in time about “A lathe for rods is sought”'])
    const [mail] = await listMail(world.db, { person: sven.id })
    expect((await getMail(world.db, mail?.id ?? '')).text).toContain('That says nothing about what you offered.')
    await passes(DAY)
    expect(await subjects(sven)).toHaveLength(1)
    await expect((await olga.api()).expressionsOfInterest.reply({ id, body: 'Sorry!' })).rejects.toMatchObject({
      status: 409,
    })
  })

  it('is kept by the owner’s first deed, and then nobody is reminded', async () => {
    const olga = await world.person('Olga Prompt')
    const to = await organisationOf(olga, 'Prompt Works')
    const id = await sentTo(olga, to)
    await world.settle()
    await (await sven.api()).expressionsOfInterest.reply({ id, body: 'One more thing: it is an old lathe.' })
    world.clock.move(DAY)
    expect((await (await sven.api()).expressionsOfInterest.get({ id })).awaitingReply).toBe(true)
    await (await olga.api()).expressionsOfInterest.moveStage({ id, stage: 'in-conversation' })
    await world.settle()
    const before = await subjects(olga)
    await passes(12 * DAY)
    expect(await subjects(olga)).toEqual(before)
    expect((await (await sven.api()).expressionsOfInterest.get({ id })).clock.state).toBe('kept')
  })

  it('turns to moderators where nobody is left, and reminds once after a long silence of ours', async () => {
    const [olga, mo] = [await world.person('Olga Gone'), await world.person('Mo', { siteRoles: ['moderator'] })]
    const to = await organisationOf(olga, 'Empty Works')
    await sentTo(olga, to)
    await world.settle()
    await world.db.delete(memberships).where(eq(memberships.organisation, to))
    await passes(9 * DAY + HOUR)
    expect(await subjects(mo)).toEqual(['Nobody is left to answer about “A lathe for rods is sought”'])
    expect(await subjects(olga)).toHaveLength(1)
  })

  it('strikes in order however short it is', () => {
    const sent = new Date('2026-03-01T00:00:00Z')
    const on = (days: number) => strikes(sent, new Date(sent.getTime() + days * DAY))
    const days = (at: Date) => (at.getTime() - sent.getTime()) / DAY
    expect(on(10).map(({ strike, at }) => [strike, days(at)])).toEqual([
      ['half', 5],
      ['soon', 8],
      ['escalate', 9],
      ['lapse', 10],
    ])
    expect(on(3).map(({ strike, at }) => [strike, days(at)])).toEqual([
      ['half', 1.5],
      ['escalate', 2],
      ['lapse', 3],
    ])
    expect(on(1).map(({ strike, at }) => [strike, days(at)])).toEqual([
      ['escalate', 0.5],
      ['lapse', 1],
    ])
    for (let length = 1; length <= 60; length++) {
      const times = on(length).map(({ at }) => at.getTime())
      expect(times).toEqual([...times].sort((a, b) => a - b))
      expect(nextStrike(sent, new Date(sent.getTime() + length * DAY), new Date(times.at(-1) ?? 0))).toBeNull()
    }
  })
})

describe('the reply record', () => {
  /** Sent so many days ago and answered after so many hours, or never. */
  async function past(
    to: string,
    ago: number,
    hours: number | null,
    more: { stage?: Stage; concealed?: boolean } = {},
  ) {
    const sent = world.clock.now().getTime() - ago * DAY
    const at = (time: number) => new Date(time).toISOString()
    const stage = more.stage ?? (hours === null ? 'lapsed' : 'in-conversation')
    const [listing] = (await world.db.execute<{ id: string }>(sql`select id from listings limit 1`)).rows
    if (more.concealed)
      await world.db.execute(sql`update listings set visibility = 'anonymous' where id = ${listing?.id}`)
    await world.db.insert(expressions).values({
      id: newId(),
      listing: listing?.id ?? '',
      fromOrganisation: await stranger(),
      toOrganisation: to,
      ...texts,
      language: 'en',
      stage,
      concealed: more.concealed ?? false,
      replyDueAt: at(sent + 10 * DAY),
      firstReplyAt: hours === null ? null : at(sent + hours * HOUR),
      closedAt: stage === 'lapsed' || stage === 'withdrawn' ? at(sent + 10 * DAY) : null,
      createdAt: at(sent),
      updatedAt: at(sent),
    })
  }

  async function stranger(): Promise<string> {
    const id = newId()
    const now = world.clock.now().toISOString()
    await world.db.insert(organisations).values({
      id,
      slug: id,
      legalName: 'S',
      displayName: 'S',
      organisationType: 'PRC',
      country: 'IE',
      createdAt: now,
      updatedAt: now,
    })
    return id
  }

  it('says how many answers were due, how many came in time, and after how long', async () => {
    const to = await organisationOf(await world.person('Rita'), 'Recorded Works')
    const record = () => world.visitor.expressionsOfInterest.replyRecord({ organisation: to })
    const few = { organisation: to, enough: false, due: null, inTimePercent: null, medianHours: null }
    expect(await record()).toEqual(few)
    await past(to, 40, 10)
    await past(to, 30, 20)
    // Not due yet, taken back in time, too long ago, and one that would tell whose an anonymous need is.
    await past(to, 2, null, { stage: 'received' })
    await past(to, 30, null, { stage: 'withdrawn' })
    await past(to, 366, 1)
    await past(to, 50, 1, { concealed: true })
    expect(await record()).toEqual(few)
    await past(to, 300, 12 * 24)
    await past(to, 20, null)
    expect(await record()).toEqual({ organisation: to, enough: true, due: 4, inTimePercent: 50, medianHours: 20 })
    const other = newId()
    const records = await replyRecords(world.db, [to, other, to], world.clock.now())
    expect([...records.keys()]).toEqual([to, other])
    expect(records.get(other)?.enough).toBe(false)
    await expect(world.visitor.expressionsOfInterest.replyRecord({ organisation: other })).rejects.toMatchObject({
      status: 404,
    })
  })
})

import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { queueMail } from '#platform/mail/queue.ts'
import { mailMessages } from '#platform/mail/table.ts'
import { type TestPerson, type TestWorld, testWorld } from '#server/test-world.ts'

let world: TestWorld
let ana: TestPerson
let ben: TestPerson
let admin: TestPerson

beforeAll(async () => {
  world = await testWorld()
  ana = await world.person('Ana')
  ben = await world.person('Ben')
  admin = await world.person('Ada', { siteRoles: ['administrator'] })
})
afterAll(() => world.close())

function write(to: string, person: string | null, subject: string) {
  return world.db.transaction((tx) =>
    queueMail(tx, world.act(), {
      to,
      person,
      locale: 'en',
      mail: { subject, paragraphs: ['Hello,'], action: { label: 'Open', url: '/reset-password?token=secret' } },
    }),
  )
}

describe('mail', () => {
  it('is listed to whoever it is addressed to, and to administrators', async () => {
    const toAna = await write(ana.email, ana.id, 'By account')
    await write(ben.email, null, 'By address')
    await world.settle()
    const subjects = async (person: TestPerson) =>
      (await (await person.api()).administration.mail.list({})).rows.map(({ subject }) => subject)
    expect(await subjects(ana)).toEqual(['By account'])
    expect(await subjects(ben)).toEqual(['By address'])
    expect(await subjects(admin)).toEqual(['By address', 'By account'])
    await expect(world.visitor.administration.mail.list({})).rejects.toMatchObject({ status: 401 })
    await expect((await ben.api()).administration.mail.get({ id: toAna })).rejects.toMatchObject({ status: 404 })
    expect(await (await ana.api()).administration.mail.get({ id: toAna })).toMatchObject({
      state: 'kept',
      text: expect.stringContaining('token=secret'),
    })
  })

  it('to an address is not shown to somebody who merely says it is theirs', async () => {
    const eve = await world.person('Eve', { verified: false })
    const id = await write(eve.email, null, 'For the true owner')
    await world.settle()
    const { administration } = await eve.api()
    expect((await administration.mail.list({})).total).toBe(0)
    await expect(administration.mail.get({ id })).rejects.toMatchObject({ status: 404 })
  })

  it('that waits to be sent shows its contents to nobody', async () => {
    const id = await write(ana.email, ana.id, 'Under way')
    for (const person of [ana, admin])
      expect(await (await person.api()).administration.mail.get({ id })).toMatchObject({
        state: 'queued',
        text: null,
        html: null,
      })
  })

  it('is found by words and by state', async () => {
    await world.settle()
    const { administration } = await admin.api()
    expect((await administration.mail.list({ q: 'account by' })).rows).toMatchObject([{ subject: 'By account' }])
    expect((await administration.mail.list({ q: ben.email })).total).toBe(1)
    expect((await administration.mail.list({ state: ['sent', 'failed'] })).total).toBe(0)
  })

  it('that is kept is cleared away after a week, that it was sent after 90 days', async () => {
    const sent = await write(ana.email, ana.id, 'Long sent')
    await world.settle()
    await world.db
      .update(mailMessages)
      .set({ state: 'sent', sentAt: world.clock.now().toISOString() })
      .where(eq(mailMessages.id, sent))
    const { administration } = await admin.api()
    const left = async () => (await administration.mail.list({})).rows.map(({ subject }) => subject)
    world.clock.move(8 * 24 * 60 * 60 * 1000)
    await world.tick('mail.sweep')
    expect(await left()).toEqual(['Long sent'])
    world.clock.move(83 * 24 * 60 * 60 * 1000)
    await world.tick('mail.sweep')
    expect(await left()).toEqual([])
  })
})

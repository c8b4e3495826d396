import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY } from '#platform/clock.ts'
import { getMail, listMail } from '#platform/mail/outbox.ts'
import { type TestPerson, type TestWorld, testWorld } from '#server/test-world.ts'
import { profiles } from '../people/table.ts'
import type { Mailing, NotificationKind } from './schema.ts'
import { type News, notify } from './service/notify.ts'

let world: TestWorld
beforeAll(async () => {
  world = await testWorld({ ENTENTE_URL: 'https://entente.example', ENTENTE_SECRET: 'test'.repeat(8) })
})
afterAll(() => world.close())

const about = { type: 'test', id: null }

/** News whose sentence is one of our own, so that it can be said in both languages. */
function news(persons: string[], mail?: Mailing, kind: NotificationKind = 'news', more: Partial<News> = {}): News {
  const key = 'notifications:mail.stopKind'
  return {
    persons,
    kind,
    subject: about,
    key,
    values: { kind: 'x' },
    link: '/news/1',
    ...(mail ? { mail } : {}),
    ...more,
  }
}

const tell = (given: News) => world.db.transaction((tx) => notify(tx, world.act(), given))
const mailsTo = (person: TestPerson) => listMail(world.db, { person: person.id })
const wish = (person: TestPerson, set: Partial<typeof profiles.$inferInsert>) =>
  world.db.update(profiles).set(set).where(eq(profiles.person, person.id))

function tokenIn(text: string): string {
  const token = /\/unsubscribe\?token=([\w.-]+)/.exec(text)?.[1]
  if (!token) throw new Error('no link to stop mail')
  return token
}

describe('notifications', () => {
  it('are told to each person in their language, on the site and at once by mail', async () => {
    const ana = await world.person('Ana')
    const remi = await world.person('Rémi', { locale: 'fr' })
    await tell(news([ana.id, remi.id], 'immediate', 'news', { letter: { quote: 'Bonjour' }, thread: 'test/1' }))
    const [toAna] = await mailsTo(ana)
    const [toRemi] = await mailsTo(remi)
    expect(toAna?.subject).toBe('No more mail about x')
    expect(toRemi?.subject).toBe('Ne plus recevoir de courriels sur x')
    const mail = await getMail(world.db, toRemi?.id ?? '')
    expect(mail.text).toContain('> Bonjour')
    expect(mail.text).toContain('https://entente.example/news/1')
    expect(mail.headers).toMatchObject({ 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' })
    const api = await ana.api()
    expect(await api.notifications.unread({})).toEqual({ count: 1 })
    const { rows } = await api.notifications.list({})
    expect(rows).toMatchObject([{ sentence: 'No more mail about x', link: '/news/1', readAt: null }])
  })

  it('are the reader’s own: nobody else sees or ticks them off', async () => {
    const [ana, eve] = [await world.person('Ana Own'), await world.person('Eve')]
    await tell(news([ana.id]))
    const [row] = (await (await ana.api()).notifications.list({})).rows
    const asEve = await eve.api()
    expect((await asEve.notifications.list({})).total).toBe(0)
    await asEve.notifications.markRead({ ids: [row?.id ?? ''], all: true })
    expect(await (await ana.api()).notifications.unread({})).toEqual({ count: 1 })
    expect(await (await ana.api()).notifications.markRead({ ids: [row?.id ?? ''] })).toEqual({ count: 0 })
    expect((await (await ana.api()).notifications.list({ unread: true })).total).toBe(0)
    await expect(world.visitor.notifications.unread({})).rejects.toMatchObject({ status: 401 })
  })

  it('are told once under one name, however often a job runs', async () => {
    const ana = await world.person('Ana Once')
    for (const _ of [1, 2]) await tell(news([ana.id, ana.id], 'immediate', 'news', { occasion: 'the same' }))
    expect(await mailsTo(ana)).toHaveLength(1)
    expect(await (await ana.api()).notifications.unread({})).toEqual({ count: 1 })
  })

  it('are gathered for those who want mail once a day or once a week, without what they read meanwhile', async () => {
    const [daily, weekly, prompt] = [
      await world.person('Daily'),
      await world.person('Weekly'),
      await world.person('Prompt'),
    ]
    await wish(daily, { mailRhythm: 'daily' })
    await wish(weekly, { mailRhythm: 'weekly' })
    const all = [daily.id, weekly.id, prompt.id]
    await tell(news(all, 'immediate', 'match', { link: '/read' }))
    const seen = (await (await daily.api()).notifications.list({})).rows[0]
    await (await daily.api()).notifications.markRead({ ids: [seen?.id ?? ''] })
    await tell(news(all, 'digest', 'match', { link: '/first' }))
    await tell(news(all, 'digest', 'news', { link: '/second' }))
    await tell(news(all, undefined, 'news', { link: '/site-only' }))
    expect(await mailsTo(daily)).toHaveLength(0)
    expect(await mailsTo(prompt)).toHaveLength(1)

    for (const _ of [1, 2]) await world.tick('notifications.mail-daily')
    expect(await mailsTo(prompt)).toHaveLength(2)
    expect(await mailsTo(weekly)).toHaveLength(0)
    const [digest, ...more] = await mailsTo(daily)
    expect(more).toEqual([])
    expect(digest?.subject).toBe('2 things you have not seen yet')
    const { text } = await getMail(world.db, digest?.id ?? '')
    expect(text).toMatch(/\/second[\s\S]*\/first/)
    expect(text).not.toMatch(/\/read|\/site-only/)

    world.clock.move(7 * DAY)
    await world.tick('notifications.mail-weekly')
    expect((await mailsTo(weekly)).map((mail) => mail.subject)).toEqual(['3 things you have not seen yet'])
  })

  it('do not go by mail to one who wants none, muted the kind, or has not confirmed the address', async () => {
    const [never, muted] = [await world.person('Never'), await world.person('Muted')]
    const unconfirmed = await world.person('Unconfirmed', { verified: false })
    await wish(never, { mailRhythm: 'never' })
    await wish(muted, { mutedKinds: ['match'] })
    for (const mail of ['immediate', 'digest'] as const)
      await tell(news([never.id, muted.id, unconfirmed.id], mail, 'match'))
    await world.tick('notifications.mail-daily')
    for (const person of [never, muted, unconfirmed]) {
      expect(await mailsTo(person)).toEqual([])
      expect(await (await person.api()).notifications.unread({})).toEqual({ count: 2 })
    }
  })

  it('stop by the link in the mail, without signing in: that kind, or all of it from a gathering mail', async () => {
    const ana = await world.person('Ana Stops')
    await tell(news([ana.id], 'immediate', 'match'))
    await tell(news([ana.id], 'digest', 'news'))
    await world.tick('notifications.mail-daily')
    const [digest, single] = await Promise.all((await mailsTo(ana)).map(({ id }) => getMail(world.db, id)))
    const oneKind = tokenIn(single?.text ?? '')
    expect(await world.visitor.notifications.subscription({ token: oneKind })).toEqual({
      kind: 'match',
      stopped: false,
    })
    expect(await world.visitor.notifications.unsubscribe({ token: oneKind })).toEqual({ kind: 'match', stopped: true })
    await tell(news([ana.id], 'immediate', 'match'))
    expect(await mailsTo(ana)).toHaveLength(2)
    await tell(news([ana.id], 'immediate', 'news'))
    expect(await mailsTo(ana)).toHaveLength(3)
    const everything = tokenIn(digest?.text ?? '')
    expect(await world.visitor.notifications.unsubscribe({ token: everything })).toEqual({ kind: null, stopped: true })
    await tell(news([ana.id], 'immediate', 'news'))
    expect(await mailsTo(ana)).toHaveLength(3)
  })

  it('refuse a link that was changed, with what to do', async () => {
    const [ana, eve] = [await world.person('Ana Target'), await world.person('Eve Forges')]
    await tell(news([eve.id], 'immediate'))
    const [mail] = await mailsTo(eve)
    const token = tokenIn((await getMail(world.db, mail?.id ?? '')).text)
    for (const forged of [token.replace(eve.id, ana.id), token.replace('.news.', '.all.'), `${token}x`, 'x'])
      await expect(world.visitor.notifications.unsubscribe({ token: forged })).rejects.toMatchObject({
        status: 422,
        data: { reason: 'notifications.badLink' },
      })
  })
})

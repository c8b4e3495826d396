import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { users } from '#platform/auth/table.ts'
import { checkTrail } from '#platform/changes/trail.ts'
import { DAY } from '#platform/clock.ts'
import { getMail, listMail } from '#platform/mail/outbox.ts'
import { type TestPerson, type TestWorld, testWorld } from '#server/test-world.ts'
import { profiles } from '../people/table.ts'

let world: TestWorld
beforeAll(async () => {
  world = await testWorld()
})
afterAll(() => world.close())

let made = 0
async function founded(owner: TestPerson, more: object = {}) {
  const name = `Werkstatt ${++made}`
  return (await owner.api()).organisations.create({
    legalName: name,
    displayName: name,
    organisationType: 'PRC',
    country: 'AT',
    ...more,
  })
}

/** An owner, and somebody with the role, of an organisation of their own. */
async function pair(role: 'owner' | 'manager' | 'member') {
  const [owner, other] = [await world.person('Olga'), await world.person('Pavel')]
  const { id } = await founded(owner)
  await (await owner.api()).organisations.invite({ organisation: id, email: other.email, role })
  const invitation = (await (await other.api()).organisations.myInvitations({})).rows[0]
  await (await other.api()).organisations.acceptInvitation({ id: invitation?.id ?? '' })
  return { owner, other, organisation: id }
}

async function secretSentTo(email: string): Promise<string> {
  const [mail] = await listMail(world.db, { to: email })
  const { text } = await getMail(world.db, mail?.id ?? '')
  return /\/invitations\/([\w-]+)/.exec(text)?.[1] ?? ''
}

const moderator = async () => (await world.person('Mo', { siteRoles: ['moderator'] })).api()
const sentences = async (person: TestPerson) =>
  (await (await person.api()).notifications.list({})).rows.map(({ sentence }) => sentence)

describe('the people of an organisation', () => {
  it('are all shown to its own people, and only the contacts to others', async () => {
    const { owner, other, organisation } = await pair('member')
    await (await owner.api()).organisations.setContact({ organisation, person: other.id, contact: true })
    const full = await (await other.api()).organisations.people({ organisation })
    expect(full).toMatchObject({
      full: true,
      total: 2,
      rows: [{ role: 'owner', email: owner.email }, { role: 'member' }],
    })
    const seen = await world.visitor.organisations.people({ organisation })
    expect(seen).toMatchObject({ full: false, total: 1, rows: [{ name: 'Pavel', email: null, role: null }] })
  })

  it('keep an owner: a last one hands over, or leaves when alone', async () => {
    const { owner, other, organisation } = await pair('member')
    const api = await owner.api()
    await expect(api.organisations.leave({ organisation })).rejects.toMatchObject({
      status: 409,
      data: { reason: 'organisations.lastOwner' },
    })
    await expect(
      api.organisations.changeRole({ organisation, person: owner.id, role: 'member' }),
    ).rejects.toMatchObject({ status: 409 })
    await api.organisations.leave({ organisation, successor: other.id })
    const left = await other.api()
    expect((await left.organisations.mine({})).memberships).toMatchObject([{ id: organisation, role: 'owner' }])
    await left.organisations.leave({ organisation })
    expect((await left.organisations.mine({})).memberships).toEqual([])
    expect(await (await other.api()).organisations.get({ id: organisation })).toMatchObject({
      managed: false,
      can: { claim: true },
    })
    expect((await checkTrail(world.db, organisation)).brokenAt).toBeNull()
  })

  it('keep an owner when the last two leave at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const { owner, other, organisation } = await pair('owner')
      const member = await world.person('Mia')
      await (await owner.api()).organisations.invite({ organisation, email: member.email, role: 'member' })
      await (await member.api()).organisations.acceptInvitation({ secret: await secretSentTo(member.email) })
      const [one, two] = [await owner.api(), await other.api()]
      const ends = await Promise.allSettled([
        one.organisations.leave({ organisation }),
        two.organisations.leave({ organisation }),
      ])
      expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      const { rows } = await (await member.api()).organisations.people({ organisation })
      expect(rows.filter(({ role }) => role === 'owner')).toHaveLength(1)
    }
  })

  it('have a successor when the last owner’s account is erased', async () => {
    const { owner, other, organisation } = await pair('member')
    await world.db.delete(users).where(eq(users.id, owner.id))
    expect((await (await other.api()).organisations.mine({})).memberships).toMatchObject([
      { id: organisation, role: 'owner' },
    ])
  })

  it('are made owners by owners only, and changed by managers only', async () => {
    const { owner, other, organisation } = await pair('manager')
    const manager = await other.api()
    for (const deed of [
      () => manager.organisations.changeRole({ organisation, person: other.id, role: 'owner' }),
      () => manager.organisations.removePerson({ organisation, person: owner.id }),
      () => manager.organisations.invite({ organisation, email: 'x@example.org', role: 'owner' }),
    ])
      await expect(deed()).rejects.toMatchObject({ status: 403, data: { reason: 'organisations.ownersOnly' } })
    await (await owner.api()).organisations.changeRole({ organisation, person: other.id, role: 'member' })
    await expect(
      (await other.api()).organisations.removePerson({ organisation, person: owner.id }),
    ).rejects.toMatchObject({ status: 403 })
    await world.settle()
    expect(await sentences(other)).toContainEqual(expect.stringMatching(/role in Werkstatt \d+ has changed/))
  })
})

describe('invitations', () => {
  it('reach the address in the inviter’s language and let that address in once', async () => {
    const owner = await world.person('Odile', { locale: 'fr' })
    const { id: organisation } = await founded(owner)
    const guest = await world.person('Gast')
    const sent = await (await owner.api()).organisations.invite({
      organisation,
      email: guest.email.toUpperCase(),
      role: 'manager',
    })
    expect(sent).toMatchObject({ email: guest.email, role: 'manager', invitedBy: 'Odile', state: 'open' })
    const secret = await secretSentTo(guest.email)
    expect(await world.visitor.organisations.invitation({ secret })).toMatchObject({ state: 'open' })
    const api = await guest.api()
    expect(await api.organisations.acceptInvitation({ secret })).toEqual({ organisation, role: 'manager' })
    await expect(api.organisations.acceptInvitation({ secret })).rejects.toMatchObject({
      status: 409,
      data: { reason: 'organisations.invitationUsed' },
    })
  })

  it('let nobody else in, nor anybody after two weeks, nor after they were withdrawn', async () => {
    const owner = await world.person('Otto')
    const { id: organisation } = await founded(owner)
    const [guest, thief] = [await world.person('Gast'), await world.person('Dieb')]
    const api = await owner.api()
    await api.organisations.invite({ organisation, email: guest.email, role: 'member' })
    const secret = await secretSentTo(guest.email)
    const { rows } = await (await guest.api()).organisations.myInvitations({})
    await expect(world.visitor.organisations.acceptInvitation({ secret })).rejects.toMatchObject({ status: 401 })
    await expect((await thief.api()).organisations.acceptInvitation({ secret })).rejects.toMatchObject({
      status: 403,
      data: { reason: 'organisations.invitationToAnother' },
    })
    await expect((await thief.api()).organisations.acceptInvitation({ id: rows[0]?.id ?? '' })).rejects.toMatchObject({
      status: 404,
    })
    world.clock.move(14 * DAY)
    await expect((await guest.api()).organisations.acceptInvitation({ secret })).rejects.toMatchObject({
      status: 409,
      data: { reason: 'organisations.invitationExpired' },
    })
    expect((await (await guest.api()).organisations.myInvitations({})).total).toBe(0)
    const again = await api.organisations.invite({ organisation, email: guest.email, role: 'member' })
    await expect((await guest.api()).organisations.acceptInvitation({ secret })).rejects.toMatchObject({ status: 404 })
    await api.organisations.revokeInvitation({ organisation, id: again.id })
    expect((await api.organisations.invitations({ organisation })).total).toBe(0)
  })

  it('are offered to a confirmed address only', async () => {
    const owner = await world.person('Oona')
    const { id: organisation } = await founded(owner)
    const guest = await world.person('Neu', { verified: false })
    await (await owner.api()).organisations.invite({ organisation, email: guest.email, role: 'member' })
    expect((await (await guest.api()).organisations.myInvitations({})).total).toBe(0)
  })
})

describe('requests to act for an organisation', () => {
  it('tell managers whether the address belongs, and are declined with a reason', async () => {
    const owner = await world.person('Ona')
    const { id: organisation } = await founded(owner, { website: 'https://www.example.org/' })
    const [asker, other] = [await world.person('Ask'), await world.person('Bos')]
    await world.db.update(users).set({ email: 'bos@gmail.com' }).where(eq(users.id, other.id))
    for (const each of [asker, other])
      await (await each.api()).organisations.askToJoin({ organisation, message: 'Colleague of Ona' })
    await expect((await asker.api()).organisations.askToJoin({ organisation })).rejects.toMatchObject({ status: 409 })
    await world.settle()
    expect(await sentences(owner)).toHaveLength(2)
    const api = await owner.api()
    const { rows } = await api.organisations.requests({ organisation })
    expect(rows.map(({ name, addressMatches }) => [name, addressMatches])).toEqual(
      expect.arrayContaining([
        ['Ask', true],
        ['Bos', false],
      ]),
    )
    const request = { organisation, person: asker.id }
    await expect(api.organisations.decideRequest({ ...request, accept: false })).rejects.toMatchObject({ status: 422 })
    await api.organisations.decideRequest({ ...request, accept: false, reason: 'We do not know each other' })
    expect((await (await asker.api()).organisations.mine({})).requests).toMatchObject([
      { state: 'declined', reason: 'We do not know each other' },
    ])
    await (await asker.api()).organisations.askToJoin({ organisation })
    expect(await api.organisations.decideRequest({ ...request, accept: true })).toEqual({ role: 'member' })
    await world.settle()
    expect(await sentences(asker)).toHaveLength(2)
    await expect(
      (await moderator()).organisations.decideRequest({ organisation, person: other.id, accept: true }),
    ).rejects.toMatchObject({ status: 404 })
  })

  it('are decided by moderators where nobody keeps the profile', async () => {
    const owner = await world.person('Left')
    const { id: organisation } = await founded(owner)
    await (await owner.api()).organisations.leave({ organisation })
    const asker = await world.person('Neue')
    await (await asker.api()).organisations.askToJoin({ organisation })
    const api = await moderator()
    expect((await api.organisations.requests({})).rows).toMatchObject([{ person: asker.id, decidedBy: 'moderators' }])
    expect(await api.organisations.decideRequest({ organisation, person: asker.id, accept: true })).toEqual({
      role: 'owner',
    })
    expect(await (await asker.api()).organisations.get({ id: organisation })).toMatchObject({ can: { manage: true } })
  })

  it('may take over from managers who are suspended or were away for half a year, not from others', async () => {
    const owner = await world.person('Away')
    const { id: organisation } = await founded(owner)
    const asker = await world.person('Heir')
    const api = await asker.api()
    await expect(api.organisations.takeOver({ organisation })).rejects.toMatchObject({
      status: 409,
      data: { reason: 'organisations.managersAbout' },
    })
    world.clock.move(181 * DAY)
    await api.organisations.takeOver({ organisation, message: 'Away has left the company' })
    await expect(
      (await asker.api()).organisations.decideRequest({ organisation, person: asker.id, accept: true }),
    ).rejects.toMatchObject({ status: 404 })
    expect(
      await (await moderator()).organisations.decideRequest({ organisation, person: asker.id, accept: true }),
    ).toEqual({ role: 'owner' })

    const [barred, second] = [await world.person('Barred'), await world.person('Second')]
    const { id } = await founded(barred)
    await world.db
      .update(profiles)
      .set({ suspendedAt: world.clock.now().toISOString() })
      .where(eq(profiles.person, barred.id))
    await (await second.api()).organisations.askToJoin({ organisation: id })
    expect(
      await (await moderator()).organisations.decideRequest({ organisation: id, person: second.id, accept: true }),
    ).toEqual({ role: 'owner' })
  })

  it('refuse domains at which anybody may have an address', async () => {
    const owner = await world.person('Dom')
    await expect(founded(owner, { emailDomains: ['gmail.com'] })).rejects.toMatchObject({
      status: 422,
      data: { fields: [{ field: 'emailDomains' }] },
    })
    const { id, emailDomains } = await founded(owner, { emailDomains: ['Werk.example.org'] })
    expect(emailDomains).toEqual(['werk.example.org'])
    expect((await world.visitor.organisations.get({ id })).emailDomains).toEqual([])
  })
})

describe('affiliations', () => {
  it('begin when the other side confirms and end by either side', async () => {
    const [cluster, company] = [await world.person('Clara'), await world.person('Conrad')]
    const [body, member] = [(await founded(cluster)).id, (await founded(company)).id]
    const [one, other] = [await cluster.api(), await company.api()]
    expect(await one.organisations.affiliations.propose({ body, member })).toEqual({ state: 'proposed' })
    const members = { organisation: body, side: 'members' as const }
    expect((await world.visitor.organisations.affiliations.list(members)).total).toBe(0)
    expect((await world.visitor.organisations.affiliations.list({ ...members, state: 'proposed' })).total).toBe(0)
    await expect(one.organisations.affiliations.confirm({ body, member })).rejects.toMatchObject({ status: 403 })
    await expect(one.organisations.affiliations.propose({ body, member })).rejects.toMatchObject({ status: 409 })
    await other.organisations.affiliations.confirm({ body, member })
    expect((await world.visitor.organisations.affiliations.list(members)).rows).toMatchObject([{ member }])
    expect(await world.visitor.organisations.get({ id: body })).toMatchObject({ members: 1, memberOf: 0 })
    await world.settle()
    expect((await sentences(company)).join()).toMatch(/belongs to it\. Confirm it or decline/)
    await other.organisations.affiliations.end({ body, member })
    expect(await one.organisations.get({ id: body })).toMatchObject({ members: 0 })
    const stranger = await (await world.person('Str')).api()
    await expect(stranger.organisations.affiliations.propose({ body, member })).rejects.toMatchObject({ status: 403 })
    await expect(one.organisations.affiliations.propose({ body, member: body })).rejects.toMatchObject({ status: 409 })
  })

  it('hold at once where nobody keeps the member’s profile, and when both sides say so', async () => {
    const [cluster, company] = [await world.person('Cleo'), await world.person('Cem')]
    const [body, member] = [(await founded(cluster)).id, (await founded(company)).id]
    await (await cluster.api()).organisations.affiliations.propose({ body, member })
    expect(await (await company.api()).organisations.affiliations.propose({ body, member })).toEqual({
      state: 'confirmed',
    })
    const listed = await world.system.organisations.create({
      legalName: 'Nobody’s GmbH',
      displayName: 'Nobody’s',
      organisationType: 'PRC',
      country: 'AT',
    })
    expect(await (await cluster.api()).organisations.affiliations.propose({ body, member: listed.id })).toEqual({
      state: 'confirmed',
    })
  })
})

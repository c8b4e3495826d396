import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { users } from '#platform/auth/table.ts'
import { checkTrail } from '#platform/changes/trail.ts'
import { letters, member, PASSWORD, testBrowser, tokenIn } from '#server/test-browser.ts'
import { type TestWorld, testWorld } from '#server/test-world.ts'

let world: TestWorld
beforeAll(async () => {
  world = await testWorld()
})
afterAll(() => world.close())

describe('the account', () => {
  it('gets a new password by mail, which signs out everywhere', async () => {
    const { email, at: home } = await member(world, 'Ines')
    const at = testBrowser(world)
    await at.do(({ people }) => people.requestPasswordReset({ email }))
    const token = await tokenIn(world, email)
    await at.do(({ people }) => people.resetPassword({ token, password: 'quite another one' }))
    expect((await home.presence()).actor.kind).toBe('visitor')
    await expect(at.do(({ people }) => people.signIn({ email, password: PASSWORD }))).rejects.toMatchObject({
      status: 401,
    })
    await at.do(({ people }) => people.signIn({ email, password: 'quite another one' }))
    await expect(
      at.do(({ people }) => people.resetPassword({ token, password: 'and one more time' })),
    ).rejects.toMatchObject({ data: { reason: 'people.linkSpent' } })
  })

  it('changes its password only with the current one, and stays signed in here alone', async () => {
    const { email, at } = await member(world, 'Jana')
    const other = testBrowser(world)
    await other.do(({ people }) => people.signIn({ email, password: PASSWORD }))
    await expect(
      at.do(({ people }) => people.changePassword({ current: 'wrong', next: 'quite another one' })),
    ).rejects.toMatchObject({ status: 422, data: { fields: [{ field: 'current' }] } })
    await at.do(({ people }) => people.changePassword({ current: PASSWORD, next: 'quite another one' }))
    expect((await at.presence()).actor.kind).toBe('person')
    expect((await other.presence()).actor.kind).toBe('visitor')
    expect((await letters(world, email))[0]?.subject).toBe('Your password was changed')
  })

  it('takes another address once its owner shows to have it, signed in', async () => {
    const { email, at } = await member(world, 'Karl')
    const { at: stranger } = await member(world, 'Lena')
    const next = 'karl.new@example.org'
    await at.do(({ people }) => people.changeEmail({ email: next, password: PASSWORD }))
    expect((await letters(world, email))[0]?.subject).toBe('Your e-mail address is about to change')
    const token = await tokenIn(world, next)
    await expect(stranger.do(({ people }) => people.confirmNewEmail({ token }))).rejects.toMatchObject({ status: 403 })
    expect((await at.do(({ people }) => people.me({}))).email).toBe(email)
    await at.do(({ people }) => people.confirmNewEmail({ token }))
    await expect(at.do(({ people }) => people.confirmNewEmail({ token }))).rejects.toMatchObject({ status: 422 })
    expect(await at.do(({ people }) => people.me({}))).toMatchObject({ email: next, emailVerified: true })
  })

  it('does not take an address that somebody else took meanwhile', async () => {
    const { at } = await member(world, 'Kurt')
    await at.do(({ people }) => people.changeEmail({ email: 'late@example.org', password: PASSWORD }))
    const token = await tokenIn(world, 'late@example.org')
    await member(world, 'Late')
    await expect(at.do(({ people }) => people.confirmNewEmail({ token }))).rejects.toMatchObject({
      status: 409,
      data: { reason: 'people.addressTaken' },
    })
  })

  it('keeps both versions when its profile is changed in two places', async () => {
    const { at } = await member(world, 'Mona')
    const { version } = await at.do(({ people }) => people.me({}))
    await at.do(({ people }) => people.changeProfile({ version, change: { headline: 'Dryer of fruit', locale: 'fr' } }))
    await expect(
      at.do(({ people }) => people.changeProfile({ version, change: { name: 'Mo' } })),
    ).rejects.toMatchObject({
      status: 412,
      data: { details: { current: { headline: 'Dryer of fruit', name: 'Mona' } } },
    })
    const wish = { mailRhythm: 'weekly', mutedKinds: ['match.found'] } as const
    expect(
      await at.do(({ people }) => people.notificationPreferences.change({ ...wish, mutedKinds: [...wish.mutedKinds] })),
    ).toEqual(wish)
  })

  it('lists its sessions and ends one elsewhere', async () => {
    const { email, at } = await member(world, 'Nora')
    const { at: stranger } = await member(world, 'Oleg')
    const other = testBrowser(world)
    await other.do(({ people }) => people.signIn({ email, password: PASSWORD }))
    const { rows } = await at.do(({ people }) => people.sessions.list({}))
    expect(rows.map(({ current }) => current).sort()).toEqual([false, true])
    const id = rows.find(({ current }) => !current)?.id ?? ''
    await expect(stranger.do(({ people }) => people.sessions.revoke({ id }))).rejects.toMatchObject({ status: 404 })
    await at.do(({ people }) => people.sessions.revoke({ id }))
    expect((await other.presence()).actor.kind).toBe('visitor')
  })

  it('can be taken along without its secrets', async () => {
    const { email, at } = await member(world, 'Petra')
    await at.do(({ people }) => people.tokens.create({ name: 'Laptop', scopes: ['read'] }))
    const { tables } = await at.do(({ people }) => people.exportMyData({}))
    const rowsOf = (name: string) => tables.find((table) => table.name === name)?.rows
    expect(rowsOf('users')).toMatchObject([{ email, name: 'Petra' }])
    expect(rowsOf('access_tokens')).toMatchObject([{ name: 'Laptop' }])
    expect(JSON.stringify(tables)).not.toMatch(/"(password|hash|token)":/)
  })

  it('is erased when its address is typed, and leaves the trail whole', async () => {
    const { id, email, at } = await member(world, 'Quim')
    await expect(at.do(({ people }) => people.eraseMe({ email: 'other@example.org' }))).rejects.toMatchObject({
      status: 422,
    })
    await at.do(({ people }) => people.eraseMe({ email }))
    expect((await at.presence()).actor.kind).toBe('visitor')
    expect(await world.db.select().from(users).where(eq(users.id, id))).toEqual([])
    expect(await letters(world, email)).toEqual([])
    expect((await checkTrail(world.db, 'site')).brokenAt).toBeNull()
    await expect(
      testBrowser(world).do(({ people }) => people.signIn({ email, password: PASSWORD })),
    ).rejects.toMatchObject({ status: 401 })
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { member, PASSWORD, testBrowser, testProgram } from '#server/test-browser.ts'
import { type TestWorld, testWorld } from '#server/test-world.ts'

let world: TestWorld
beforeAll(async () => {
  world = await testWorld()
})
afterAll(() => world.close())

describe('administration', () => {
  it('is for administrators only', async () => {
    const { at } = await member(world, 'Udo')
    await expect(at.do(({ people }) => people.list({}))).rejects.toMatchObject({ status: 403 })
    const { id } = await member(world, 'Vera')
    await expect(at.do(({ people }) => people.setSiteRoles({ id, roles: ['moderator'] }))).rejects.toMatchObject({
      status: 404,
    })
  })

  it('shuts a person out at once, and lets them in again', async () => {
    const { id, email, at } = await member(world, 'Wanda')
    const { secret } = await at.do(({ people }) => people.tokens.create({ name: 'Script', scopes: ['read'] }))
    const boss = await (await world.person('Boss', { siteRoles: ['administrator'] })).api()
    await boss.people.suspend({ id, reason: 'Pretends to be somebody else' })
    expect((await at.presence()).actor.kind).toBe('visitor')
    await expect(testProgram(world, secret)).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(
      testBrowser(world).do(({ people }) => people.signIn({ email, password: PASSWORD })),
    ).rejects.toMatchObject({
      status: 403,
      data: { reason: 'people.suspended' },
    })
    const { rows } = await boss.people.list({ q: 'wanda', suspended: true })
    expect(rows).toMatchObject([{ id, suspended: true, can: { suspend: false, restore: true } }])
    await boss.people.restore({ id })
    await testBrowser(world).do(({ people }) => people.signIn({ email, password: PASSWORD }))
  })

  it('never loses its last administrator', async () => {
    const alone = await testWorld()
    const chief = await alone.person('Chief', { siteRoles: ['administrator'] })
    const api = await chief.api()
    await expect(api.people.setSiteRoles({ id: chief.id, roles: [] })).rejects.toMatchObject({
      status: 409,
      data: { reason: 'people.lastAdministrator' },
    })
    const heir = await alone.person('Heir')
    await api.people.setSiteRoles({ id: heir.id, roles: ['administrator'] })
    await api.people.setSiteRoles({ id: chief.id, roles: [] })
    await alone.close()
  })
})

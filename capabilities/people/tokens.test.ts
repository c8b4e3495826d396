import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY } from '#platform/clock.ts'
import { member, PASSWORD, setUpSecondFactor, testBrowser, testProgram } from '#server/test-browser.ts'
import { type TestWorld, testWorld } from '#server/test-world.ts'
import { accessTokens } from './table.ts'

let world: TestWorld
beforeAll(async () => {
  world = await testWorld()
})
afterAll(() => world.close())

describe('access tokens', () => {
  it('do what their scopes say, and keep out of what guards the account', async () => {
    const { at } = await member(world, 'Rosa')
    const reading = await at.do(({ people }) => people.tokens.create({ name: 'Reader', scopes: ['read'] }))
    const reader = await testProgram(world, reading.secret)
    expect((await reader.people.me({})).name).toBe('Rosa')
    const change = { version: 1, change: { headline: 'Dryer of fruit' } }
    await expect(reader.people.changeProfile(change)).rejects.toMatchObject({ status: 403 })
    const writing = await at.do(({ people }) => people.tokens.create({ name: 'Writer', scopes: ['read', 'write'] }))
    const writer = await testProgram(world, writing.secret)
    expect((await writer.people.changeProfile(change)).headline).toBe('Dryer of fruit')
    await expect(writer.people.tokens.create({ name: 'More', scopes: ['read'] })).rejects.toMatchObject({
      status: 403,
      data: { reason: 'people.needsSession' },
    })
    await expect(
      at.do(({ people }) => people.tokens.create({ name: 'Boss', scopes: ['administer'] })),
    ).rejects.toMatchObject({ status: 422 })
    expect(await world.db.select().from(accessTokens).where(eq(accessTokens.hash, reading.secret))).toEqual([])
  })

  it('end when revoked and when their time is over', async () => {
    const { at } = await member(world, 'Sara')
    const draft = { name: 'Short', scopes: ['read'], days: 1 } as const
    const [one, two] = [
      await at.do(({ people }) => people.tokens.create({ ...draft, scopes: ['read'] })),
      await at.do(({ people }) => people.tokens.create({ ...draft, scopes: ['read'] })),
    ]
    await at.do(({ people }) => people.tokens.revoke({ id: one.token.id }))
    await expect(testProgram(world, one.secret)).rejects.toMatchObject({ code: 'unauthenticated' })
    await testProgram(world, two.secret)
    world.clock.move(DAY)
    await expect(testProgram(world, two.secret)).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(testProgram(world, 'ent_never-heard-of-this-one-at-all')).rejects.toMatchObject({
      code: 'unauthenticated',
    })
  })

  it('are issued by password to a program without a browser, with the code where one is wanted', async () => {
    const { email, at } = await member(world, 'Tina')
    const client = testBrowser(world)
    await expect(client.do(({ people }) => people.tokens.issue({ email, password: 'wrong' }))).rejects.toMatchObject({
      status: 401,
    })
    const issued = await client.do(({ people }) => people.tokens.issue({ email, password: PASSWORD }))
    expect(issued.token.scopes).toEqual(['read'])
    expect((await (await testProgram(world, issued.secret)).people.me({})).email).toBe(email)
    const { code } = await setUpSecondFactor(at)
    await expect(client.do(({ people }) => people.tokens.issue({ email, password: PASSWORD }))).rejects.toMatchObject({
      data: { reason: 'people.codeNeeded' },
    })
    await expect(
      client.do(({ people }) => people.tokens.issue({ email, password: PASSWORD, code: '000000' })),
    ).rejects.toMatchObject({ data: { reason: 'people.wrongCode' } })
    const now = await code()
    await client.do(({ people }) => people.tokens.issue({ email, password: PASSWORD, code: now }))
  })

  it('show when they were last used', async () => {
    const { at } = await member(world, 'Uli')
    const { secret } = await at.do(({ people }) => people.tokens.create({ name: 'Used', scopes: ['read'] }))
    await testProgram(world, secret)
    const lastUse = async () => (await at.do(({ people }) => people.tokens.list({}))).rows[0]?.lastUsedAt
    await expect.poll(lastUse).toBe(world.clock.now().toISOString())
  })
})

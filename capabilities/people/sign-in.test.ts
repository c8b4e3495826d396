import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessions } from '#platform/auth/table.ts'
import { checkTrail } from '#platform/changes/trail.ts'
import { openDatabase } from '#platform/db/database.ts'
import { actorOf } from '#server/session.ts'
import { letters, linkIn, member, PASSWORD, setUpSecondFactor, testBrowser, tokenIn } from '#server/test-browser.ts'
import { type TestWorld, testWorld } from '#server/test-world.ts'
import { authOf } from './service/auth.ts'

let world: TestWorld
beforeAll(async () => {
  world = await testWorld()
})
afterAll(() => world.close())

describe('signing up', () => {
  it('mails a link that confirms the address and signs in', async () => {
    const at = testBrowser(world)
    const email = 'ana@example.org'
    await at.do(({ people }) =>
      people.signUp({ name: 'Ana', email: 'Ana@Example.org', password: PASSWORD, locale: 'fr', acceptTerms: true }),
    )
    expect((await at.presence()).actor.kind).toBe('visitor')
    const [letter] = await letters(world, email)
    expect(letter?.subject).toBe('Confirmez votre adresse électronique')
    const answer = await at.open(await linkIn(world, email))
    expect(answer.headers.get('location')).toContain('/account?confirmed=1')
    expect(await at.do(({ people }) => people.me({}))).toMatchObject({
      email,
      emailVerified: true,
      locale: 'fr',
      name: 'Ana',
    })
    expect((await checkTrail(world.db, 'site')).brokenAt).toBeNull()
  })

  it('answers the same for an address that has an account, and tells only its owner', async () => {
    const { email } = await member(world, 'Berta')
    const again = { name: 'Mallory', email, password: 'another password', locale: 'en', acceptTerms: true } as const
    expect(await testBrowser(world).do(({ people }) => people.signUp(again))).toEqual({ done: true })
    expect((await letters(world, email))[0]?.subject).toBe('You already have an account')
    await expect(
      testBrowser(world).do(({ people }) => people.signIn({ email, password: 'another password' })),
    ).rejects.toMatchObject({ status: 401 })
  })

  it('wants ten characters and the terms', async () => {
    const wrong = { name: '', email: 'x@example.org', password: 'short', locale: 'en', acceptTerms: false } as unknown
    await expect(
      testBrowser(world).do(({ people }) => people.signUp(wrong as Parameters<typeof people.signUp>[0])),
    ).rejects.toMatchObject({
      status: 422,
      data: {
        fields: expect.arrayContaining([{ field: 'acceptTerms', message: expect.stringContaining('terms of use') }]),
      },
    })
  })
})

describe('signing in', () => {
  it('works by password, and says in the reader’s language when it does not', async () => {
    const { email } = await member(world, 'Carla')
    const at = testBrowser(world)
    await expect(at.do(({ people }) => people.signIn({ email, password: 'wrong' }), 'fr')).rejects.toMatchObject({
      status: 401,
      message: expect.stringContaining('ne vont pas ensemble'),
    })
    expect(await at.do(({ people }) => people.signIn({ email, password: PASSWORD }))).toEqual({
      needsSecondFactor: false,
    })
    expect((await at.presence()).actor).toMatchObject({ kind: 'person', email })
    await at.do(({ people }) => people.signOut({}))
    expect(at.jar.size).toBe(0)
  })

  it('keeps no session token readable in the database', async () => {
    const { id, at } = await member(world, 'Dora')
    const cookie = decodeURIComponent(at.jar.get('entente.session_token') ?? '')
    const raw = cookie.slice(0, cookie.lastIndexOf('.'))
    expect(raw).toHaveLength(32)
    const kept = await world.db.select({ token: sessions.token }).from(sessions).where(eq(sessions.userId, id))
    expect(kept).toEqual([{ token: expect.stringMatching(/^[0-9a-f]{64}$/) }])
    const [{ token } = { token: '' }] = kept
    const forged = new Headers({ cookie: `entente.session_token=${token}${cookie.slice(cookie.lastIndexOf('.'))}` })
    expect((await actorOf(world.platform, authOf(world.platform), forged)).actor.kind).toBe('visitor')
  })

  it('ends with the session’s time', async () => {
    const { id, at } = await member(world, 'Eva')
    await world.db.update(sessions).set({ expiresAt: world.clock.now() }).where(eq(sessions.userId, id))
    expect((await at.presence()).actor.kind).toBe('visitor')
    await world.tick('people.sweep')
    expect(await world.db.select().from(sessions).where(eq(sessions.userId, id))).toEqual([])
  })

  it('wants the second factor of who has one; each spare code works once', async () => {
    const { email, at: home } = await member(world, 'Fred')
    const { code, spareCodes } = await setUpSecondFactor(home)
    const [spare = ''] = spareCodes
    const at = testBrowser(world)
    expect(await at.do(({ people }) => people.signIn({ email, password: PASSWORD }))).toEqual({
      needsSecondFactor: true,
    })
    expect((await at.presence()).actor.kind).toBe('visitor')
    await expect(at.do(({ people }) => people.secondFactor({ code: '000000' }))).rejects.toMatchObject({
      status: 401,
      data: { reason: 'people.wrongCode' },
    })
    const now = await code()
    await at.do(({ people }) => people.secondFactor({ code: now }))
    expect((await at.presence()).actor.email).toBe(email)
    for (const outcome of ['person', 'visitor']) {
      const other = testBrowser(world)
      await other.do(({ people }) => people.signIn({ email, password: PASSWORD }))
      await other.do(({ people }) => people.secondFactor({ code: spare })).catch(() => {})
      expect((await other.presence()).actor.kind).toBe(outcome)
    }
    await home.do(({ people }) => people.twoFactor.disable({ password: PASSWORD }))
    expect(await testBrowser(world).do(({ people }) => people.signIn({ email, password: PASSWORD }))).toEqual({
      needsSecondFactor: false,
    })
  })

  it('works once by a mailed link, but not round a second factor', async () => {
    const { email, at: home } = await member(world, 'Gina')
    const at = testBrowser(world)
    await at.do(({ people }) => people.requestMagicLink({ email }))
    const token = await tokenIn(world, email)
    await at.do(({ people }) => people.signInByLink({ token }))
    expect((await at.presence()).actor.email).toBe(email)
    await expect(testBrowser(world).do(({ people }) => people.signInByLink({ token }))).rejects.toMatchObject({
      status: 422,
      data: { reason: 'people.linkSpent' },
    })
    await setUpSecondFactor(home)
    await at.do(({ people }) => people.requestMagicLink({ email }))
    expect((await letters(world, email))[0]).toMatchObject({ subject: 'Sign in with your password and code' })
    expect(
      await testBrowser(world).do(({ people }) => people.requestMagicLink({ email: 'nobody@example.org' })),
    ).toEqual({
      done: true,
    })
    expect(await letters(world, 'nobody@example.org')).toEqual([])
  })

  it('is refused after too many tries, with the seconds to wait, and open again after them', async () => {
    const { email } = await member(world, 'Hugo')
    const at = testBrowser(world)
    for (let tried = 0; tried < 10; tried++)
      await expect(at.do(({ people }) => people.signIn({ email, password: 'wrong' }))).rejects.toMatchObject({
        status: 401,
      })
    await expect(at.do(({ people }) => people.signIn({ email, password: PASSWORD }))).rejects.toMatchObject({
      status: 429,
      data: { details: { seconds: 900 } },
    })
    expect(await testBrowser(world).do(({ people }) => people.signIn({ email, password: PASSWORD }))).toEqual({
      needsSecondFactor: false,
    })
    world.clock.move(900_000)
    expect(await at.do(({ people }) => people.signIn({ email, password: PASSWORD }))).toEqual({
      needsSecondFactor: false,
    })
  })

  it('may be begun in one process and completed in another', async () => {
    const { email, at: home } = await member(world, 'Ivo')
    const { code } = await setUpSecondFactor(home)
    const at = testBrowser(world)
    await at.do(({ people }) => people.signIn({ email, password: PASSWORD }))
    const elsewhere = testBrowser({ ...world, platform: { ...world.platform } }, at.jar)
    const now = await code()
    await elsewhere.do(({ people }) => people.secondFactor({ code: now }))
    expect((await at.presence()).actor.email).toBe(email)
  })

  it('asks the database nothing for a visitor, not even for a cookie that is not ours', async () => {
    const unplugged = openDatabase('postgresql://127.0.0.1:1/none', 2, world.platform.log)
    const platform = { ...world.platform, database: unplugged }
    for (const cookie of ['', 'entente.session_token=made.up', 'entente.session_token=%E0%A4%A'])
      expect(await actorOf(platform, authOf(platform), new Headers({ cookie }))).toMatchObject({ sessionId: null })
    await unplugged.close()
  })
})

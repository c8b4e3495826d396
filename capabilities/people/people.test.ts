import { createOTP } from '@better-auth/utils/otp'
import { desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessions, users } from '#platform/auth/table.ts'
import { checkTrail } from '#platform/changes/trail.ts'
import { DAY } from '#platform/clock.ts'
import type { Locale } from '#platform/i18n/locales.ts'
import { mailMessages } from '#platform/mail/table.ts'
import { clientFor } from '#server/client.ts'
import { actorOf } from '#server/session.ts'
import { type TestWorld, testWorld } from '#server/test-world.ts'
import { authOf } from './service/auth.ts'
import { accessTokens } from './table.ts'

let world: TestWorld
beforeAll(async () => {
  world = await testWorld()
})
afterAll(() => world.close())

const password = 'a long enough password'
let count = 0

/** A browser: keeps the cookies it is given and sends them back. */
function browser(client = `192.0.2.${++count % 250}`) {
  const jar = new Map<string, string>()
  const headers = () =>
    new Headers({ 'x-entente-client': client, cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') })
  const keep = (answer: Headers) => {
    for (const line of answer.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /max-age=0/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
  }
  return {
    jar,
    presence: () => actorOf(world.platform, authOf(world.platform), headers()),
    async do<Answer>(
      run: (people: ReturnType<typeof clientFor>['people']) => Promise<Answer>,
      locale: Locale = 'en',
    ): Promise<Answer> {
      const { actor } = await this.presence()
      const answerHeaders = new Headers()
      const caller = {
        platform: world.platform,
        actor,
        door: 'page',
        locale,
        headers: headers(),
        answerHeaders,
      } as const
      try {
        return await run(clientFor(caller).people)
      } finally {
        keep(answerHeaders)
      }
    },
    /** Follows a link that better-auth answers itself. */
    async open(url: string): Promise<Response> {
      const answer = await authOf(world.platform).handler(new Request(url, { headers: headers() }), 'en')
      keep(answer.headers)
      return answer
    },
  }
}

/** A program with an access token. */
async function program(secret: string) {
  const headers = new Headers({ authorization: `Bearer ${secret}` })
  const { actor } = await actorOf(world.platform, authOf(world.platform), headers)
  return clientFor({ platform: world.platform, actor, door: 'rest', headers })
}

async function letters(to: string) {
  return world.db.select().from(mailMessages).where(eq(mailMessages.to, to)).orderBy(desc(mailMessages.id))
}

async function linkIn(to: string): Promise<string> {
  const [letter] = await letters(to)
  return /https?:\S+/.exec(letter?.text ?? '')?.[0] ?? ''
}

const tokenIn = async (to: string) => new URL(await linkIn(to)).searchParams.get('token') ?? ''

/** Somebody who signed up, confirmed the address and is signed in. */
async function member(name: string) {
  const email = `${name.toLowerCase()}@example.org`
  const at = browser()
  await at.do((people) => people.signUp({ name, email, password, locale: 'en', acceptTerms: true }))
  await at.open(await linkIn(email))
  const { actor } = await at.presence()
  if (!actor.id) throw new Error(`${name} is not signed in`)
  return { id: actor.id, email, at }
}

async function setUpSecondFactor(at: ReturnType<typeof browser>) {
  const setup = await at.do((people) => people.twoFactor.enable({ password }))
  const code = () => createOTP(rawSecret(setup.secret), { digits: 6, period: 30 }).totp()
  const now = await code()
  await at.do((people) => people.twoFactor.confirm({ code: now }))
  return { ...setup, code }
}

/** The secret as the app has it after reading the otpauth address (RFC 4648 base 32). */
function rawSecret(base32: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...base32.replace(/=+$/, '')].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
  const bytes = bits.join('').match(/.{8}/g) ?? []
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2))).toString()
}

describe('signing up', () => {
  it('mails a link that confirms the address and signs in', async () => {
    const at = browser()
    const email = 'ana@example.org'
    await at.do((people) =>
      people.signUp({ name: 'Ana', email: 'Ana@Example.org', password, locale: 'fr', acceptTerms: true }),
    )
    expect((await at.presence()).actor.kind).toBe('visitor')
    const [letter] = await letters(email)
    expect(letter?.subject).toBe('Confirmez votre adresse électronique')
    const answer = await at.open(await linkIn(email))
    expect(answer.headers.get('location')).toContain('/account?confirmed=1')
    expect(await at.do((people) => people.me({}))).toMatchObject({
      email,
      emailVerified: true,
      locale: 'fr',
      name: 'Ana',
    })
    expect((await checkTrail(world.db, 'site')).brokenAt).toBeNull()
  })

  it('answers the same for an address that has an account, and tells only its owner', async () => {
    const { email } = await member('Berta')
    const again = { name: 'Mallory', email, password: 'another password', locale: 'en', acceptTerms: true } as const
    expect(await browser().do((people) => people.signUp(again))).toEqual({ done: true })
    expect((await letters(email))[0]?.subject).toBe('You already have an account')
    await expect(
      browser().do((people) => people.signIn({ email, password: 'another password' })),
    ).rejects.toMatchObject({ status: 401 })
  })

  it('wants ten characters and the terms', async () => {
    const wrong = { name: '', email: 'x@example.org', password: 'short', locale: 'en', acceptTerms: false } as unknown
    await expect(
      browser().do((people) => people.signUp(wrong as Parameters<typeof people.signUp>[0])),
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
    const { email } = await member('Carla')
    const at = browser()
    await expect(at.do((people) => people.signIn({ email, password: 'wrong' }), 'fr')).rejects.toMatchObject({
      status: 401,
      message: expect.stringContaining('ne vont pas ensemble'),
    })
    expect(await at.do((people) => people.signIn({ email, password }))).toEqual({ needsSecondFactor: false })
    expect((await at.presence()).actor).toMatchObject({ kind: 'person', email })
    await at.do((people) => people.signOut({}))
    expect(at.jar.size).toBe(0)
  })

  it('keeps no session token readable in the database', async () => {
    const { id, at } = await member('Dora')
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
    const { id, at } = await member('Eva')
    await world.db.update(sessions).set({ expiresAt: world.clock.now() }).where(eq(sessions.userId, id))
    expect((await at.presence()).actor.kind).toBe('visitor')
    await world.tick('people.sweep')
    expect(await world.db.select().from(sessions).where(eq(sessions.userId, id))).toEqual([])
  })

  it('wants the second factor of who has one; each spare code works once', async () => {
    const { email, at: home } = await member('Fred')
    const { code, spareCodes } = await setUpSecondFactor(home)
    const [spare = ''] = spareCodes
    const at = browser()
    expect(await at.do((people) => people.signIn({ email, password }))).toEqual({ needsSecondFactor: true })
    expect((await at.presence()).actor.kind).toBe('visitor')
    await expect(at.do((people) => people.secondFactor({ code: '000000' }))).rejects.toMatchObject({
      status: 401,
      data: { reason: 'people.wrongCode' },
    })
    const now = await code()
    await at.do((people) => people.secondFactor({ code: now }))
    expect((await at.presence()).actor.email).toBe(email)
    for (const outcome of ['person', 'visitor']) {
      const other = browser()
      await other.do((people) => people.signIn({ email, password }))
      await other.do((people) => people.secondFactor({ code: spare })).catch(() => {})
      expect((await other.presence()).actor.kind).toBe(outcome)
    }
    await home.do((people) => people.twoFactor.disable({ password }))
    expect(await browser().do((people) => people.signIn({ email, password }))).toEqual({ needsSecondFactor: false })
  })

  it('works once by a mailed link, but not round a second factor', async () => {
    const { email, at: home } = await member('Gina')
    const at = browser()
    await at.do((people) => people.requestMagicLink({ email }))
    const token = await tokenIn(email)
    await at.do((people) => people.signInByLink({ token }))
    expect((await at.presence()).actor.email).toBe(email)
    await expect(browser().do((people) => people.signInByLink({ token }))).rejects.toMatchObject({
      status: 422,
      data: { reason: 'people.linkSpent' },
    })
    await setUpSecondFactor(home)
    await at.do((people) => people.requestMagicLink({ email }))
    expect((await letters(email))[0]).toMatchObject({ subject: 'Sign in with your password and code' })
    expect(await browser().do((people) => people.requestMagicLink({ email: 'nobody@example.org' }))).toEqual({
      done: true,
    })
    expect(await letters('nobody@example.org')).toEqual([])
  })

  it('is refused after too many tries, with the seconds to wait, and open again after them', async () => {
    const { email } = await member('Hugo')
    const at = browser()
    for (let tried = 0; tried < 10; tried++)
      await expect(at.do((people) => people.signIn({ email, password: 'wrong' }))).rejects.toMatchObject({
        status: 401,
      })
    await expect(at.do((people) => people.signIn({ email, password }))).rejects.toMatchObject({
      status: 429,
      data: { details: { seconds: 900 } },
    })
    expect(await browser().do((people) => people.signIn({ email, password }))).toEqual({ needsSecondFactor: false })
    world.clock.move(900_000)
    expect(await at.do((people) => people.signIn({ email, password }))).toEqual({ needsSecondFactor: false })
  })
})

describe('the account', () => {
  it('gets a new password by mail, which signs out everywhere', async () => {
    const { email, at: home } = await member('Ines')
    const at = browser()
    await at.do((people) => people.requestPasswordReset({ email }))
    const token = await tokenIn(email)
    await at.do((people) => people.resetPassword({ token, password: 'quite another one' }))
    expect((await home.presence()).actor.kind).toBe('visitor')
    await expect(at.do((people) => people.signIn({ email, password }))).rejects.toMatchObject({ status: 401 })
    await at.do((people) => people.signIn({ email, password: 'quite another one' }))
    await expect(
      at.do((people) => people.resetPassword({ token, password: 'and one more time' })),
    ).rejects.toMatchObject({ data: { reason: 'people.linkSpent' } })
  })

  it('changes its password only with the current one, and stays signed in here alone', async () => {
    const { email, at } = await member('Jana')
    const other = browser()
    await other.do((people) => people.signIn({ email, password }))
    await expect(
      at.do((people) => people.changePassword({ current: 'wrong', next: 'quite another one' })),
    ).rejects.toMatchObject({ status: 422, data: { fields: [{ field: 'current' }] } })
    await at.do((people) => people.changePassword({ current: password, next: 'quite another one' }))
    expect((await at.presence()).actor.kind).toBe('person')
    expect((await other.presence()).actor.kind).toBe('visitor')
    expect((await letters(email))[0]?.subject).toBe('Your password was changed')
  })

  it('takes another address once its owner shows to have it, signed in', async () => {
    const { email, at } = await member('Karl')
    const { at: stranger } = await member('Lena')
    const next = 'karl.new@example.org'
    await at.do((people) => people.changeEmail({ email: next, password }))
    expect((await letters(email))[0]?.subject).toBe('Your e-mail address is about to change')
    const token = await tokenIn(next)
    await expect(stranger.do((people) => people.confirmNewEmail({ token }))).rejects.toMatchObject({ status: 403 })
    expect((await at.do((people) => people.me({}))).email).toBe(email)
    await at.do((people) => people.confirmNewEmail({ token }))
    expect(await at.do((people) => people.me({}))).toMatchObject({ email: next, emailVerified: true })
  })

  it('keeps both versions when its profile is changed in two places', async () => {
    const { at } = await member('Mona')
    const { version } = await at.do((people) => people.me({}))
    await at.do((people) => people.changeProfile({ version, change: { headline: 'Dryer of fruit', locale: 'fr' } }))
    await expect(at.do((people) => people.changeProfile({ version, change: { name: 'Mo' } }))).rejects.toMatchObject({
      status: 412,
      data: { details: { current: { headline: 'Dryer of fruit', name: 'Mona' } } },
    })
    const wish = { mailRhythm: 'weekly', mutedKinds: ['match.found'] } as const
    expect(
      await at.do((people) => people.notificationPreferences.change({ ...wish, mutedKinds: [...wish.mutedKinds] })),
    ).toEqual(wish)
  })

  it('lists its sessions and ends one elsewhere', async () => {
    const { email, at } = await member('Nora')
    const { at: stranger } = await member('Oleg')
    const other = browser()
    await other.do((people) => people.signIn({ email, password }))
    const { rows } = await at.do((people) => people.sessions.list({}))
    expect(rows.map(({ current }) => current).sort()).toEqual([false, true])
    const id = rows.find(({ current }) => !current)?.id ?? ''
    await expect(stranger.do((people) => people.sessions.revoke({ id }))).rejects.toMatchObject({ status: 404 })
    await at.do((people) => people.sessions.revoke({ id }))
    expect((await other.presence()).actor.kind).toBe('visitor')
  })

  it('can be taken along without its secrets', async () => {
    const { email, at } = await member('Petra')
    await at.do((people) => people.tokens.create({ name: 'Laptop', scopes: ['read'] }))
    const { tables } = await at.do((people) => people.exportMyData({}))
    const rowsOf = (name: string) => tables.find((table) => table.name === name)?.rows
    expect(rowsOf('users')).toMatchObject([{ email, name: 'Petra' }])
    expect(rowsOf('access_tokens')).toMatchObject([{ name: 'Laptop' }])
    expect(JSON.stringify(tables)).not.toMatch(/"(password|hash|token)":/)
  })

  it('is erased when its address is typed, and leaves the trail whole', async () => {
    const { id, email, at } = await member('Quim')
    await expect(at.do((people) => people.eraseMe({ email: 'other@example.org' }))).rejects.toMatchObject({
      status: 422,
    })
    await at.do((people) => people.eraseMe({ email }))
    expect((await at.presence()).actor.kind).toBe('visitor')
    expect(await world.db.select().from(users).where(eq(users.id, id))).toEqual([])
    expect(await letters(email)).toEqual([])
    expect((await checkTrail(world.db, 'site')).brokenAt).toBeNull()
    await expect(browser().do((people) => people.signIn({ email, password }))).rejects.toMatchObject({ status: 401 })
  })
})

describe('access tokens', () => {
  const bodega = {
    legalName: 'Bodega Solar S.L.',
    displayName: 'Bodega Solar',
    organisationType: 'PRC',
    country: 'ES',
  } as const

  it('do what their scopes say, and keep out of what guards the account', async () => {
    const { at } = await member('Rosa')
    const reading = await at.do((people) => people.tokens.create({ name: 'Reader', scopes: ['read'] }))
    const reader = await program(reading.secret)
    expect((await reader.people.me({})).name).toBe('Rosa')
    await expect(reader.organisations.create(bodega)).rejects.toMatchObject({ status: 403 })
    const writing = await at.do((people) => people.tokens.create({ name: 'Writer', scopes: ['read', 'write'] }))
    const writer = await program(writing.secret)
    await writer.organisations.create(bodega)
    await expect(writer.people.tokens.create({ name: 'More', scopes: ['read'] })).rejects.toMatchObject({
      status: 403,
      data: { reason: 'people.needsSession' },
    })
    await expect(
      at.do((people) => people.tokens.create({ name: 'Boss', scopes: ['administer'] })),
    ).rejects.toMatchObject({ status: 422 })
    expect(await world.db.select().from(accessTokens).where(eq(accessTokens.hash, reading.secret))).toEqual([])
  })

  it('end when revoked and when their time is over', async () => {
    const { at } = await member('Sara')
    const draft = { name: 'Short', scopes: ['read'], days: 1 } as const
    const [one, two] = [
      await at.do((people) => people.tokens.create({ ...draft, scopes: ['read'] })),
      await at.do((people) => people.tokens.create({ ...draft, scopes: ['read'] })),
    ]
    await at.do((people) => people.tokens.revoke({ id: one.token.id }))
    await expect(program(one.secret)).rejects.toMatchObject({ code: 'unauthenticated' })
    await program(two.secret)
    world.clock.move(DAY)
    await expect(program(two.secret)).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(program('ent_never-heard-of-this-one-at-all')).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  it('are issued by password to a program without a browser, with the code where one is wanted', async () => {
    const { email, at } = await member('Tina')
    const client = browser()
    await expect(client.do((people) => people.tokens.issue({ email, password: 'wrong' }))).rejects.toMatchObject({
      status: 401,
    })
    const issued = await client.do((people) => people.tokens.issue({ email, password }))
    expect(issued.token.scopes).toEqual(['read'])
    expect((await (await program(issued.secret)).people.me({})).email).toBe(email)
    const { code } = await setUpSecondFactor(at)
    await expect(client.do((people) => people.tokens.issue({ email, password }))).rejects.toMatchObject({
      data: { reason: 'people.codeNeeded' },
    })
    await expect(client.do((people) => people.tokens.issue({ email, password, code: '000000' }))).rejects.toMatchObject(
      { data: { reason: 'people.wrongCode' } },
    )
    const now = await code()
    await client.do((people) => people.tokens.issue({ email, password, code: now }))
  })
})

describe('administration', () => {
  it('is for administrators only', async () => {
    const { at } = await member('Udo')
    await expect(at.do((people) => people.list({}))).rejects.toMatchObject({ status: 403 })
    const { id } = await member('Vera')
    await expect(at.do((people) => people.setSiteRoles({ id, roles: ['moderator'] }))).rejects.toMatchObject({
      status: 404,
    })
  })

  it('shuts a person out at once, and lets them in again', async () => {
    const { id, email, at } = await member('Wanda')
    const { secret } = await at.do((people) => people.tokens.create({ name: 'Script', scopes: ['read'] }))
    const boss = await (await world.person('Boss', { siteRoles: ['administrator'] })).api()
    await boss.people.suspend({ id, reason: 'Pretends to be somebody else' })
    expect((await at.presence()).actor.kind).toBe('visitor')
    await expect(program(secret)).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(browser().do((people) => people.signIn({ email, password }))).rejects.toMatchObject({
      status: 403,
      data: { reason: 'people.suspended' },
    })
    const { rows } = await boss.people.list({ q: 'wanda', suspended: true })
    expect(rows).toMatchObject([{ id, suspended: true, can: { suspend: false, restore: true } }])
    await boss.people.restore({ id })
    await browser().do((people) => people.signIn({ email, password }))
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

import { createSign, generateKeyPairSync } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accounts } from '#platform/auth/table.ts'
import { letters, linkIn, member, PASSWORD, setUpSecondFactor, testBrowser } from '#server/test-browser.ts'
import { type TestWorld, testWorld } from '#server/test-world.ts'

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

/** A provider of identities that knows one person (OpenID Connect, as little of it as a sign-in takes). */
function provider(who: { sub: string; name: string; email: string; email_verified: boolean }) {
  let nonce: string | null = null
  const server: Server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo
    const issuer = `http://127.0.0.1:${port}`
    const answer = (body: object) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer)
    switch (pathname) {
      case '/.well-known/openid-configuration':
        return answer({
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          userinfo_endpoint: `${issuer}/userinfo`,
          jwks_uri: `${issuer}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
        })
      case '/authorize':
        nonce = searchParams.get('nonce')
        return response
          .writeHead(302, {
            location: `${searchParams.get('redirect_uri')}?code=any&state=${searchParams.get('state')}`,
          })
          .end()
      case '/keys':
        return answer({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] })
      case '/token':
        return answer({ access_token: 'unused', token_type: 'Bearer', expires_in: 60, id_token: idToken(issuer) })
      default:
        return answer(who)
    }
  })
  const idToken = (issuer: string) => {
    const seconds = Math.floor(Date.now() / 1000)
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const claims = { ...who, nonce, iss: issuer, aud: 'entente', iat: seconds, exp: seconds + 60 }
    const signed = `${part({ alg: 'RS256', kid: 'one' })}.${part(claims)}`
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`
  }
  return new Promise<Server>((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

describe('a sign-in elsewhere', () => {
  let world: TestWorld
  let server: Server
  beforeAll(async () => {
    server = await provider({ sub: 'eu-17', name: 'Xenia', email: 'xenia@example.org', email_verified: true })
    const { port } = server.address() as AddressInfo
    world = await testWorld({
      OIDC_DISCOVERY_URL: `http://127.0.0.1:${port}/.well-known/openid-configuration`,
      OIDC_CLIENT_ID: 'entente',
      OIDC_CLIENT_SECRET: 'shared',
    })
  })
  afterAll(async () => {
    await world.close()
    server.close()
  })

  it('makes an account the first time and finds it again, keeping no token of the other site', async () => {
    const ids = []
    for (const _ of ['first', 'again']) {
      const at = testBrowser(world)
      const { url } = await at.do(({ people }) => people.signInElsewhere({ to: '/account' }))
      const asked = new URL(url).searchParams
      expect(asked.get('redirect_uri')).toBe(`${world.platform.config.origin}/api/auth/callback/oidc`)
      expect(asked.get('code_challenge_method')).toBe('S256')
      const sent = await fetch(url, { redirect: 'manual' })
      const back = await at.open(sent.headers.get('location') ?? '')
      expect(back.headers.get('location')).toContain('/account')
      const me = await at.do(({ people }) => people.me({}))
      expect(me).toMatchObject({ name: 'Xenia', emailVerified: true, hasPassword: false, termsAccepted: false })
      ids.push(me.id)
    }
    expect(ids[0]).toBe(ids[1])
    const kept = await world.db
      .select()
      .from(accounts)
      .where(eq(accounts.userId, ids[0] ?? ''))
    expect(kept).toMatchObject([{ accountId: 'eu-17', accessToken: null, refreshToken: null, idToken: null }])
  })

  it('is not completed in another browser than it was begun in', async () => {
    const { url } = await testBrowser(world).do(({ people }) => people.signInElsewhere({ to: '/account' }))
    const other = testBrowser(world)
    const sent = await fetch(url, { redirect: 'manual' })
    await other.open(sent.headers.get('location') ?? '')
    expect((await other.presence()).actor.kind).toBe('visitor')
  })

  it('that does not answer keeps nobody from signing in here', async () => {
    const alone = await testWorld({
      OIDC_DISCOVERY_URL: 'http://127.0.0.1:1/.well-known/openid-configuration',
      OIDC_CLIENT_ID: 'entente',
      OIDC_CLIENT_SECRET: 'shared',
    })
    await expect(
      testBrowser(alone).do(({ people }) => people.signInElsewhere({ to: '/account' })),
    ).rejects.toMatchObject({ status: 503, data: { reason: 'people.elsewhereAway' } })
    await member(alone, 'Ximo')
    await alone.close()
  })

  it('comes back to pages of the site only', async () => {
    for (const to of ['https://evil.example/', '//evil.example', '/\\evil.example'])
      await expect(testBrowser(world).do(({ people }) => people.signInElsewhere({ to }))).rejects.toMatchObject({
        status: 422,
      })
  })
})

describe('what better-auth answers itself', () => {
  let world: TestWorld
  beforeAll(async () => {
    world = await testWorld({ ENTENTE_URL: 'https://entente.example', ENTENTE_SECRET: 's'.repeat(32) })
  })
  afterAll(() => world.close())

  it('is limited to what no procedure does', async () => {
    const at = testBrowser(world)
    const { email } = await member(world, 'Yann')
    for (const path of [
      'sign-in/email',
      'sign-up/email',
      'change-password',
      'delete-user',
      'update-user',
      'get-session',
    ])
      expect((await at.open(`/api/auth/${path}`, { email, password: PASSWORD })).status).toBe(404)
  })

  it('sets cookies that no other host can set', async () => {
    const { at } = await member(world, 'Zoe')
    expect([...at.jar.keys()]).toEqual(['__Host-entente.session_token'])
  })

  it('registers passkeys for who is signed in, and offers a sign-in with them to all', async () => {
    const { at } = await member(world, 'Adele')
    const offered = await at.open('/api/auth/passkey/generate-register-options')
    expect(await offered.json()).toMatchObject({ rp: { id: 'entente.example', name: 'Entente' } })
    const visitor = testBrowser(world)
    expect((await visitor.open('/api/auth/passkey/generate-register-options')).status).toBe(401)
    const challenge = await visitor.open('/api/auth/passkey/generate-authenticate-options')
    expect(await challenge.json()).toMatchObject({ rpId: 'entente.example', challenge: expect.any(String) })
    expect(await at.do(({ people }) => people.passkeys.list({}))).toEqual({ rows: [] })
  })

  it('confirms an address once, and refuses a link that was tampered with', async () => {
    const at = testBrowser(world)
    const email = 'bruno@example.org'
    await at.do(({ people }) =>
      people.signUp({ name: 'Bruno', email, password: PASSWORD, locale: 'en', acceptTerms: true }),
    )
    const link = await linkIn(world, email)
    const forged = await at.open(link.replace(/token=[^&]{8}/, 'token=eyJmYWtl'))
    expect(forged.headers.get('location')).toContain('error=')
    expect((await at.presence()).actor.kind).toBe('visitor')
    await at.open(link)
    expect((await at.presence()).actor.emailVerified).toBe(true)
    // A second use, by whoever finds the mail later, signs nobody in.
    const other = testBrowser(world)
    await other.open(link)
    expect((await other.presence()).actor.kind).toBe('visitor')
  })

  it('has sign-ups with one address at the same moment make one account', async () => {
    const email = 'clara@example.org'
    const draft = { name: 'Clara', email, password: PASSWORD, locale: 'en', acceptTerms: true } as const
    const tried = await Promise.allSettled(
      [1, 2, 3].map(() => testBrowser(world).do(({ people }) => people.signUp(draft))),
    )
    expect(tried.some(({ status }) => status === 'fulfilled')).toBe(true)
    for (const each of tried)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ data: { fields: [] } })
    expect((await letters(world, email)).length).toBeGreaterThan(0)
    await testBrowser(world).do(({ people }) => people.signIn({ email, password: PASSWORD }))
  })

  it('lets nobody guess codes by beginning over and over, from wherever', async () => {
    const { email, at: home } = await member(world, 'Diego')
    const { code } = await setUpSecondFactor(home)
    const now = await code()
    for (let tried = 0; tried < 10; tried++) {
      const at = testBrowser(world)
      await at.do(({ people }) => people.signIn({ email, password: PASSWORD }))
      await expect(at.do(({ people }) => people.secondFactor({ code: '000000' }))).rejects.toMatchObject({
        status: 401,
      })
    }
    const at = testBrowser(world)
    await at.do(({ people }) => people.signIn({ email, password: PASSWORD }))
    await expect(at.do(({ people }) => people.secondFactor({ code: now }))).rejects.toMatchObject({ status: 429 })
  })
})

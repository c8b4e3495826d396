import { createOTP } from '@better-auth/utils/otp'
import { desc, eq } from 'drizzle-orm'
import { authOf } from '#capabilities/people/service/auth.ts'
import type { Locale } from '#platform/i18n/locales.ts'
import { mailMessages } from '#platform/mail/table.ts'
import type { Client } from './api.ts'
import { clientFor } from './client.ts'
import { actorOf } from './session.ts'
import type { TestWorld } from './test-world.ts'

export type TestBrowser = ReturnType<typeof testBrowser>

let opened = 0

/**
 * A browser for tests: keeps the cookies it is given and sends them back. Each has an address of its own.
 * @param jar the cookies of another browser, to go on with it
 */
export function testBrowser({ platform }: TestWorld, jar = new Map<string, string>()) {
  const auth = authOf(platform)
  opened += 1
  const client = `2001:db8:${opened.toString(16)}::1`
  const headers = (more: Record<string, string> = {}) =>
    new Headers({
      ...more,
      'x-entente-client': client,
      cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
    })
  const keep = (answer: Headers) => {
    for (const line of answer.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /max-age=0/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
  }
  return {
    jar,
    headers,
    presence: () => actorOf(platform, auth, headers()),

    /** Does something through the API as whoever is signed in here. */
    async do<Answer>(run: (api: Client) => Promise<Answer>, locale: Locale = 'en'): Promise<Answer> {
      const { actor } = await actorOf(platform, auth, headers())
      const answerHeaders = new Headers()
      try {
        return await run(clientFor({ platform, actor, door: 'page', locale, headers: headers(), answerHeaders }))
      } finally {
        keep(answerHeaders)
      }
    },

    /** Sends a request to what answers /api/auth/*: opens a link, or posts a body. */
    async open(url: string, body?: object): Promise<Response> {
      const { origin } = platform.config
      const request = new Request(new URL(url, origin), {
        headers: headers({ origin, ...(body ? { 'content-type': 'application/json' } : {}) }),
        ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
      })
      const answer = await auth.handler(request, 'en')
      keep(answer.headers)
      return answer
    },
  }
}

/** A program that sends an access token. @throws Problem for a token that is not valid */
export async function testProgram({ platform }: TestWorld, secret: string): Promise<Client> {
  const headers = new Headers({ authorization: `Bearer ${secret}` })
  const { actor } = await actorOf(platform, authOf(platform), headers)
  return clientFor({ platform, actor, door: 'rest', headers })
}

/** The password of every member. */
export const PASSWORD = 'a long enough password'

/** Somebody who signed up, confirmed the address and is signed in at a browser. */
export async function member(world: TestWorld, name: string) {
  const email = `${name.toLowerCase()}@example.org`
  const at = testBrowser(world)
  await at.do(({ people }) => people.signUp({ name, email, password: PASSWORD, locale: 'en', acceptTerms: true }))
  await at.open(await linkIn(world, email))
  const { actor } = await at.presence()
  if (!actor.id) throw new Error(`${name} is not signed in`)
  return { id: actor.id, email, at }
}

/** The mail to an address, newest first. */
export function letters({ db }: TestWorld, to: string) {
  return db.select().from(mailMessages).where(eq(mailMessages.to, to)).orderBy(desc(mailMessages.id))
}

/** The link in the newest mail to an address. */
export async function linkIn(world: TestWorld, to: string): Promise<string> {
  const [letter] = await letters(world, to)
  return /https?:\S+/.exec(letter?.text ?? '')?.[0] ?? ''
}

/** The secret in that link. */
export async function tokenIn(world: TestWorld, to: string): Promise<string> {
  return new URL(await linkIn(world, to)).searchParams.get('token') ?? ''
}

/** Turns on the second factor. @returns how to get the code an authenticator app would show, and the spare codes */
export async function setUpSecondFactor(at: TestBrowser) {
  const { secret, spareCodes } = await at.do(({ people }) => people.twoFactor.enable({ password: PASSWORD }))
  const code = () => createOTP(fromBase32(secret), { digits: 6, period: 30 }).totp()
  const first = await code()
  await at.do(({ people }) => people.twoFactor.confirm({ code: first }))
  return { code, spareCodes }
}

/** RFC 4648; the secrets are ASCII. */
function fromBase32(text: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...text.replace(/=+$/, '')].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
  const bytes = bits.join('').match(/.{8}/g) ?? []
  return String.fromCharCode(...bytes.map((byte) => Number.parseInt(byte, 2)))
}

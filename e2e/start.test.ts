import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { DEMONSTRATION_PASSWORD } from '#capabilities/people/schema.ts'
import { findProgram } from '#platform/db/embedded-program.ts'
import { buildPages } from '../scripts/build.ts'
import { addressOf } from './places.ts'
import { endProcesses, type Process, startProcess } from './process.ts'

let dataDir: string

beforeAll(() => {
  if (!buildPages()) throw new Error('The pages could not be built')
  dataDir = mkdtempSync(join(tmpdir(), 'entente-start-'))
})
afterAll(async () => {
  await endProcesses()
  rmSync(dataDir, { recursive: true, force: true })
  const { home } = findProgram(dataDir, () => {})
  rmSync(home, { recursive: true, force: true })
})

/** The number of the PostgreSQL that serves a data folder. */
function postgres(): number {
  const { home } = findProgram(dataDir, () => {})
  return Number(readFileSync(join(home, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
}

/** Calls the API as a browser of this origin does. @throws Error for any refusal */
async function call(url: string, method: string, path: string, cookie: string, body?: object) {
  const answer = await fetch(`${url}/api${path}`, {
    method,
    headers: { origin: url, 'content-type': 'application/json', cookie },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
  return { body: JSON.parse(text), cookies: answer.headers.getSetCookie() }
}

/** Signs in as one of the demonstration. @returns the session's cookie */
async function signIn(url: string): Promise<string> {
  const { cookies } = await call(url, 'POST', '/session', '', {
    email: addressOf.member,
    password: DEMONSTRATION_PASSWORD,
    remember: true,
  })
  return cookies.map((line) => line.split(';')[0]).join('; ')
}

/** Writes a draft. @returns its reference, once the server has said that it is kept */
async function writeDraft(url: string, cookie: string, title: string): Promise<string> {
  const { body } = await call(url, 'GET', '/organisations/mine', cookie)
  const organisation = body.memberships[0].id
  const kept = await call(url, 'POST', '/listings', cookie, { organisation, side: 'need', title })
  return kept.body.reference
}

async function titleOf(url: string, cookie: string, reference: string): Promise<string> {
  return (await call(url, 'GET', `/listings/by-reference/${reference}`, cookie)).body.title
}

describe('settings that do not fit together', () => {
  it.each([
    [{ ENTENTE_DEMO: 'true', SMTP_URL: 'smtps://mail.example', MAIL_FROM: 'a@example.org' }, /never sends real mail/],
    [{ S3_BUCKET: 'files' }, /S3_ACCESS_KEY_ID.*belong together; set all of them or none/],
    [{ PORT: 'http' }, /PORT: is a whole number/],
    [{ DATABASE_URL: 'mysql://localhost/entente' }, /DATABASE_URL: is an address that starts with postgresql:/],
  ])('keep the process from starting: %o', async (settings, sentence) => {
    const server = await startProcess({ DATA_DIR: dataDir, ...settings })
    expect(await server.ended).toBe(1)
    expect(server.said()).toMatch(/^entente: the settings do not fit together:\n/)
    expect(server.said()).toMatch(sentence)
    expect(server.said()).not.toMatch(/\.ts:\d/)
  })
})

describe('a server on a data folder of its own', () => {
  let server: Process
  let cookie: string
  const settings = () => ({ DATA_DIR: dataDir, ENTENTE_DEMO: 'true' })

  it('starts, says where, and answers', async () => {
    server = await startProcess(settings())
    await server.ready()
    expect(await (await fetch(`${server.url}/health`)).json()).toMatchObject({ status: 'ok' })
    expect(await (await fetch(`${server.url}/ready`)).json()).toMatchObject({ ready: true })
    const page = await fetch(server.url)
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    await vi.waitFor(() => expect(server.said()).toContain(`ready at ${server.url}`))
    cookie = await signIn(server.url)
  })

  it('leaves a port to whoever has it, and says so', async () => {
    const port = new URL(server.url).port
    const late = await startProcess({ ...settings(), PORT: port })
    expect(await late.ended).toBe(1)
    expect(late.said()).toContain(`entente: port ${port} is taken. Set PORT to another one, or stop what runs there`)
    expect(late.said()).not.toMatch(/\.ts:\d/)
    await server.ready()
  })

  it('shares it with a second one', async () => {
    const second = await startProcess(settings())
    await second.ready()
    const here = await writeDraft(server.url, cookie, 'Written through the first')
    // Cookies are of the host, whatever the port: both keep their sessions in one place.
    const there = await writeDraft(second.url, cookie, 'Written through the second')
    expect(await titleOf(second.url, cookie, here)).toBe('Written through the first')
    expect(await titleOf(server.url, cookie, there)).toBe('Written through the second')
    second.child.kill('SIGTERM')
    expect(await second.ended).toBe(0)
    expect(await titleOf(server.url, cookie, there)).toBe('Written through the second')
  })

  it('keeps everything that it said was kept when it and its database are killed', async () => {
    const kept: { reference: string; title: string }[] = []
    let killed = false
    const write = async (name: string) => {
      for (let n = 1; !killed; n++) {
        const title = `${name}, number ${n}`
        kept.push({ reference: await writeDraft(server.url, cookie, title), title })
      }
    }
    const writing = ['One', 'Two', 'Three'].map((name) => write(name).catch((error) => error))
    await vi.waitUntil(() => kept.length >= 20, { timeout: 60_000, interval: 5 })
    const database = postgres()
    server.child.kill('SIGKILL')
    process.kill(database, 'SIGKILL')
    expect(await server.ended).toBe('SIGKILL')
    killed = true
    // Each was in the middle of something that nobody had promised it.
    for (const error of await Promise.all(writing)) expect(error).toBeInstanceOf(Error)
    server = await startProcess(settings())
    await server.ready()
    for (const { reference, title } of kept) expect(await titleOf(server.url, cookie, reference)).toBe(title)
  })

  it('brings its database back when only that is killed', async () => {
    const reference = await writeDraft(server.url, cookie, 'Before the database went')
    process.kill(postgres(), 'SIGKILL')
    await vi.waitFor(
      async () => expect(await titleOf(server.url, cookie, reference)).toBe('Before the database went'),
      {
        timeout: 60_000,
        interval: 100,
      },
    )
  })

  it('ends with its database when it is told to', async () => {
    const database = postgres()
    server.child.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    expect(() => process.kill(database, 0)).toThrow('ESRCH')
  })
})

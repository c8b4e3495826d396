import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Embedded, startEmbedded } from './embedded.ts'

type Peer = { url: string; owner: boolean; process: ChildProcess; say(word: string): void; ended: Promise<void> }

const children: ChildProcess[] = []

/** Another process of ours on the same data folder; it stops when told so. */
async function peer(dataDir: string): Promise<Peer> {
  const script = `
    import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))}
    const server = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, ephemeral: true, log: (line) => console.error(line) })
    console.log(JSON.stringify({ url: server.url(), owner: server.owner }))
    process.stdin.once('data', async () => { await server.stop(); process.exit(0) })
  `
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['pipe', 'pipe', 'pipe'] })
  children.push(child)
  const errors: string[] = []
  child.stderr.setEncoding('utf8').on('data', (text: string) => errors.push(text))
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  for await (const line of createInterface(child.stdout)) {
    return { ...JSON.parse(line), process: child, say: (word: string) => child.stdin.write(`${word}\n`), ended }
  }
  throw new Error(errors.join(''))
}

async function ask<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}

async function eventually<Value>(attempt: () => Promise<Value>): Promise<Value> {
  for (let left = 400; ; left -= 1) {
    try {
      return await attempt()
    } catch (error) {
      if (left === 0) throw error
      await pause(25)
    }
  }
}

function postmaster(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
}

describe('the embedded PostgreSQL', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'entente-embedded-'))
  let server: Embedded

  beforeAll(async () => {
    server = await startEmbedded({ dataDir, log: () => {} })
  })

  afterAll(async () => {
    await server.stop()
    for (const child of children) child.kill('SIGKILL')
    rmSync(dataDir, { recursive: true, force: true })
  })

  test('is PostgreSQL 18 in UTF-8, on this machine only, behind a password nobody else can read', async () => {
    const [row] = await ask<Record<string, string>>(
      server.url(),
      `select current_setting('server_version') as version, current_setting('server_encoding') as encoding,
        current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
        upper('é') as upper`,
    )
    expect(row?.version).toMatch(/^18\./)
    expect(row).toMatchObject({ encoding: 'UTF8', addresses: '127.0.0.1', sockets: '', upper: 'É' })
    expect(statSync(join(dataDir, 'postgres', 'entente.password')).mode & 0o077).toBe(0)
    const wrong = server.url().replace(/:[^:@]+@/, ':wrong@')
    await expect(ask(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' })
  })

  test('comes back on the same port with what was committed when the server is killed', async () => {
    await ask(server.url(), 'create table kept (word text not null)')
    await ask(server.url(), "insert into kept values ('still here')")
    const before = postmaster(dataDir)
    process.kill(before, 'SIGKILL')
    const rows = await eventually(() => ask<{ word: string }>(server.url(), 'select word from kept'))
    expect(rows).toEqual([{ word: 'still here' }])
    expect(postmaster(dataDir)).not.toBe(before)
  })

  test('is joined by a second process, which leaves it running', async () => {
    const second = await peer(dataDir)
    expect(second.owner).toBe(false)
    expect(second.url).toBe(server.url())
    second.say('stop')
    await second.ended
    expect(await ask(server.url(), 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('keeps its data over a stop and a start', async () => {
    await server.stop()
    await expect(ask(server.url(), 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    server = await startEmbedded({ dataDir, log: () => {} })
    expect(server.owner).toBe(true)
    expect(await ask(server.url(), 'select word from kept')).toEqual([{ word: 'still here' }])
  })
})

test('two first starts at once end on one server with one owner', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'entente-embedded-'))
  const [one, two] = await Promise.all([peer(dataDir), peer(dataDir)])
  expect(one.url).toBe(two.url)
  expect([one.owner, two.owner].toSorted()).toEqual([false, true])
  const [owner, joiner] = one.owner ? [one, two] : [two, one]
  joiner.say('stop')
  await joiner.ended
  owner.say('stop')
  await owner.ended
  rmSync(dataDir, { recursive: true, force: true })
})

test('a server whose owner was killed is adopted by the next process, and stopped by it', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'entente-embedded-'))
  const first = await peer(dataDir)
  expect(first.owner).toBe(true)
  first.process.kill('SIGKILL')
  await first.ended
  const second = await startEmbedded({ dataDir, ephemeral: true, log: () => {} })
  expect(second.owner).toBe(true)
  expect(second.url()).toBe(first.url)
  const third = await peer(dataDir)
  expect(third.owner).toBe(false)
  third.say('stop')
  await third.ended
  await second.stop()
  await expect(ask(first.url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  rmSync(dataDir, { recursive: true, force: true })
})

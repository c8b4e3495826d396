import { mkdtemp, readdir, rm } from 'node:fs/promises'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemClock } from '../clock.ts'
import { type FileStore, openFileStore } from './store.ts'
import { startBucket } from './test-bucket.ts'

let dataDir: string
let server: Server
let stores: Record<'folder' | 'bucket', FileStore>

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'entente-files-'))
  const bucket = await startBucket()
  server = bucket.server
  stores = {
    folder: await openFileStore({ dataDir, s3: undefined }),
    bucket: await openFileStore({ dataDir, s3: bucket.settings }),
  }
})

afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await rm(dataDir, { recursive: true })
})

async function read(store: FileStore, key: string): Promise<string | null> {
  const found = await store.get(key)
  return found && text(found)
}

describe.each(['folder', 'bucket'] as const)('a %s', (name) => {
  test('gives back what was put, whole or as a stream', async () => {
    const store = stores[name]
    await store.put('a1/whole', Buffer.from('été'), 'text/plain')
    await store.put('a2/stream', Readable.from([Buffer.from('one '), Buffer.from('two')]), 'text/plain')
    expect(await read(store, 'a1/whole')).toBe('été')
    expect(await read(store, 'a2/stream')).toBe('one two')
  })

  test('replaces, removes and knows what it does not have', async () => {
    const store = stores[name]
    await store.put('b/file', Buffer.from('first'), 'text/plain')
    await store.put('b/file', Buffer.from('2nd'), 'text/plain')
    expect(await read(store, 'b/file')).toBe('2nd')
    await store.remove('b/file')
    await store.remove('b/file')
    expect(await read(store, 'b/file')).toBe(null)
  })

  test('lists everything with the time it was stored', async () => {
    const store = stores[name]
    const before = systemClock.now().getTime() - 5_000
    await store.put('c1/x', Buffer.from('x'), 'text/plain')
    await store.put('c2/y', Buffer.from('y'), 'text/plain')
    const listed = (await Array.fromAsync(store.list())).filter(({ key }) => key.startsWith('c'))
    expect(listed.map(({ key }) => key).sort()).toEqual(['c1/x', 'c2/y'])
    for (const { at } of listed) expect(at.getTime()).toBeGreaterThan(before)
  })

  test('keeps nothing of a stream that breaks off', async () => {
    const store = stores[name]
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('half')
        throw new Error('the sender went away')
      })(),
    )
    await expect(store.put('d/broken', broken, 'text/plain')).rejects.toThrow('the sender went away')
    expect(await read(store, 'd/broken')).toBe(null)
  })

  test('refuses keys that lead elsewhere', async () => {
    await expect(async () => stores[name].put('../secret', Buffer.from('x'), 'text/plain')).rejects.toThrow(RangeError)
    await expect(async () => stores[name].get('a/../../secret')).rejects.toThrow(RangeError)
    await expect(async () => stores[name].remove('/etc/passwd')).rejects.toThrow(RangeError)
  })
})

test('a folder leaves nothing unfinished behind, and an empty one lists nothing', async () => {
  expect(await readdir(join(dataDir, 'files', '.unfinished'))).toEqual([])
  const empty = await openFileStore({ dataDir: join(dataDir, 'none'), s3: undefined })
  expect(await Array.fromAsync(empty.list())).toEqual([])
})

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Act } from '../access/act.ts'
import { DAY, heldClock, systemClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { openDatabase } from '../db/database.ts'
import { cloneDatabase } from '../db/test-database.ts'
import { Problem } from '../errors.ts'
import { openFileStore } from '../files/store.ts'
import { hashed, newId } from '../ids.ts'
import { jobAct } from '../jobs/jobs.ts'
import { createLog } from '../log.ts'
import { openOutbound } from '../outbound.ts'
import type { Platform } from '../platform.ts'
import { acceptFile } from './accept.ts'
import { attachFile, fileOf, filesOf, removeFile } from './attached.ts'
import { fileAnswer } from './serve.ts'
import { sweepFiles } from './sweep.ts'

let clone: Awaited<ReturnType<typeof cloneDatabase>>
let dataDir: string
let platform: Platform
let act: Act
let tomorrow: Act

beforeAll(async () => {
  clone = await cloneDatabase()
  dataDir = await mkdtemp(join(tmpdir(), 'entente-files-'))
  const log = createLog('silent')
  const config = readConfig({ ENTENTE_SECRET: 's'.repeat(32), DATA_DIR: dataDir })
  platform = {
    config,
    log,
    // Files carry the machine's time, so the story is set in the present.
    clock: heldClock(systemClock.now()),
    database: openDatabase(clone.url, 4, log),
    files: await openFileStore(config),
    outbound: openOutbound(),
  }
  act = jobAct(platform, 'test')
  tomorrow = { ...act, now: new Date(act.now.getTime() + DAY + 60_000) }
})

afterAll(async () => {
  await platform.database.close()
  await clone.drop()
  await rm(dataDir, { recursive: true })
})

beforeEach(async () => {
  await platform.database.db.execute(sql`truncate files`)
  for await (const { key } of platform.files.list()) await platform.files.remove(key)
})

const sent = (content = 'Minutes of the meeting') => ({ name: 'minutes.txt', bytes: Buffer.from(content) })
const keys = async () => (await Array.fromAsync(platform.files.list())).map(({ key }) => key).sort()

test('is accepted with its facts, and handed out as it came', async () => {
  const { db } = platform.database
  const holder = { type: 'document', id: newId() }
  const { id } = await db.transaction((tx) => acceptFile(tx, act, { ...sent(), attachedTo: holder }))
  const file = await fileOf(db, holder, id)
  expect(file).toMatchObject({
    name: 'minutes.txt',
    type: 'text/plain',
    bytes: 22,
    sha256: hashed('Minutes of the meeting'),
    createdAt: act.now.toISOString(),
    width: null,
  })
  const answer = await fileAnswer(platform.files, file)
  expect([answer.status, answer.headers.get('Content-Length'), await answer.text()]).toEqual([
    200,
    '22',
    'Minutes of the meeting',
  ])
  const again = await fileAnswer(platform.files, file, { ifNoneMatch: answer.headers.get('ETag') })
  expect([again.status, await again.text(), again.headers.get('Content-Length')]).toEqual([304, '', null])
})

test('what is refused leaves no trace', async () => {
  const { db } = platform.database
  const attempt = db.transaction((tx) => acceptFile(tx, act, { name: 'a.exe', bytes: Buffer.from('MZ') }))
  await expect(attempt).rejects.toThrow(Problem)
  expect(await keys()).toEqual([])
})

test('hangs on one row, and is reached only through it', async () => {
  const { db } = platform.database
  const mine = { type: 'document', id: newId() }
  const other = { type: 'document', id: newId() }
  const first = await acceptFile(db, act, sent('one'))
  const second = await acceptFile(db, act, { ...sent('two'), attachedTo: mine })
  await expect(fileOf(db, mine, first.id)).rejects.toThrow(Problem)
  await attachFile(db, first.id, mine)
  expect((await filesOf(db, 'document', [mine.id, other.id])).map(({ id }) => id)).toEqual([first.id, second.id])
  expect(await filesOf(db, 'listing', [mine.id])).toEqual([])
  expect(await filesOf(db, 'document', [])).toEqual([])
  await expect(fileOf(db, other, first.id)).rejects.toThrow(Problem)
  await expect(removeFile(db, other, first.id)).rejects.toThrow(Problem)
  await expect(attachFile(db, newId(), mine)).rejects.toThrow(Problem)
  await removeFile(db, mine, first.id)
  await expect(fileOf(db, mine, first.id)).rejects.toThrow(Problem)
})

test('the sweep takes what no row knows, once it is a day old, and nothing else', async () => {
  const { db } = platform.database
  const holder = { type: 'document', id: newId() }
  const stays = await acceptFile(db, act, { ...sent('stays'), attachedTo: holder })
  const removed = await acceptFile(db, act, { ...sent('removed'), attachedTo: holder })
  await removeFile(db, holder, removed.id)
  const failed = db.transaction(async (tx) => {
    await acceptFile(tx, act, sent('rolled back'))
    throw new Error('the change failed')
  })
  await expect(failed).rejects.toThrow('the change failed')
  expect(await keys()).toHaveLength(3)

  expect(await sweepFiles(act)).toBe(0)
  expect(await sweepFiles(tomorrow)).toBe(2)
  expect(await sweepFiles(tomorrow)).toBe(0)
  expect(await keys()).toEqual([stays.key])
  const bytes = await platform.files.get(stays.key)
  expect(bytes && (await text(bytes))).toBe('stays')
})

test('a store that belongs to another database is left alone', async () => {
  for (let count = 0; count < 101; count++) await platform.files.put(`aa/${newId()}`, Buffer.from('x'), 'text/plain')
  expect(await sweepFiles(tomorrow)).toBe(0)
  expect(await keys()).toHaveLength(101)
})

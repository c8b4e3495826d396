import { eq, sql } from 'drizzle-orm'
import { Logger, runOnce } from 'graphile-worker'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Act } from '../access/act.ts'
import { heldClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { openDatabase } from '../db/database.ts'
import { cloneDatabase } from '../db/test-database.ts'
import { Problem } from '../errors.ts'
import { openFileStore } from '../files/store.ts'
import { newId } from '../ids.ts'
import { jobAct, taskList } from '../jobs/jobs.ts'
import { createLog } from '../log.ts'
import { openOutbound } from '../outbound.ts'
import type { Platform } from '../platform.ts'
import { getMail, listMail } from './outbox.ts'
import { type Addressed, queueMail } from './queue.ts'
import { mailJobs } from './send.ts'
import { mailMessages } from './table.ts'
import { type Inbox, openInbox } from './test-inbox.ts'

let clone: Awaited<ReturnType<typeof cloneDatabase>>
let kept: Platform
let inbox: Inbox
let act: Act

beforeAll(async () => {
  clone = await cloneDatabase()
  const log = createLog('silent')
  const config = readConfig({ ENTENTE_SECRET: 's'.repeat(32), ENTENTE_URL: 'https://entente.example' })
  kept = {
    config,
    log,
    clock: heldClock(new Date('2027-03-01T09:00:00Z')),
    database: openDatabase(clone.url, 4, log),
    files: await openFileStore(config),
    outbound: openOutbound(),
  }
})

afterAll(async () => {
  await kept.database.close()
  await clone.drop()
})

beforeEach(async () => {
  inbox = await openInbox()
  act = jobAct(kept, 'test')
})

afterEach(async () => {
  await inbox.close()
  await kept.database.db.execute(sql`truncate mail_messages`)
  await kept.database.db.execute(sql`select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker.jobs`)
})

const letter = (changes: Partial<Addressed> = {}): Addressed => ({
  to: 'ines@example.org',
  locale: 'fr',
  mail: { subject: 'Réponse reçue', paragraphs: ['Bonjour Inès,', 'On vous a répondu.'] },
  ...changes,
})

/** Works off everything that is due. @param smtpUrl absent where there is no mail server */
async function work(smtpUrl: string | undefined): Promise<void> {
  const platform = { ...kept, config: { ...kept.config, smtpUrl, mailFrom: 'Entente <no-reply@entente.example>' } }
  await runOnce({
    pgPool: platform.database.pool,
    taskList: taskList(platform, mailJobs),
    noHandleSignals: true,
    // Unbatched, the worker would stop before it has written down how the jobs went.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    logger: new Logger(() => () => {}),
  })
}

/** Makes waiting retries due. @returns how many there were */
async function waitForRetries(): Promise<number> {
  const retries = await kept.database.db.execute(
    sql`select graphile_worker.reschedule_jobs(array[id], run_at => now()) from graphile_worker.jobs`,
  )
  return retries.rows.length
}

const queue = (changes?: Partial<Addressed>) => queueMail(kept.database.db, act, letter(changes))
const row = (id: string) => getMail(kept.database.db, id)

test('is delivered once, in both forms, with its thread and the way out', async () => {
  const id = await queue({
    thread: 'listings/42',
    unsubscribe: { label: 'Ne plus recevoir', url: `/stop/${'x'.repeat(90)}`, oneClick: true },
  })
  await work(inbox.url)
  await work(inbox.url)
  expect(inbox.received).toHaveLength(1)
  const { recipients, source, header } = inbox.newest()
  expect(recipients).toEqual(['ines@example.org'])
  expect(header('From')).toBe('Entente <no-reply@entente.example>')
  expect(header('To')).toBe('ines@example.org')
  expect(header('Subject')).toBe('=?UTF-8?Q?R=C3=A9ponse_re=C3=A7ue?=')
  expect(header('Message-ID')).toBe(`<${id}@entente.example>`)
  expect(header('In-Reply-To')).toBe('<listings/42@entente.example>')
  expect(header('List-Unsubscribe')).toBe(`<https://entente.example/stop/${'x'.repeat(90)}>`)
  expect(header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
  expect(source).toContain('Content-Type: text/plain; charset=utf-8')
  expect(source).toContain('Content-Type: text/html; charset=utf-8')
  expect(await row(id)).toMatchObject({
    state: 'sent',
    attempts: 1,
    lastError: null,
    sentAt: '2027-03-01T09:00:00.000Z',
  })
})

test('comes to nothing with its transaction', async () => {
  const { db } = kept.database
  const attempt = db.transaction(async (tx) => {
    await queueMail(tx, act, letter())
    throw new Error('the change failed')
  })
  await expect(attempt).rejects.toThrow('the change failed')
  await work(inbox.url)
  expect(inbox.received).toEqual([])
  expect(await listMail(db, {})).toEqual([])
})

test('is tried again after the mail server was away', async () => {
  await inbox.close()
  const id = await queue()
  await work(inbox.url)
  expect(await row(id)).toMatchObject({ state: 'queued', attempts: 1, sentAt: null })
  expect((await row(id)).lastError).toMatch(/ECONNREFUSED/)

  inbox = await openInbox({ port: inbox.port })
  expect(await waitForRetries()).toBe(1)
  await work(inbox.url)
  expect(inbox.newest().header('Message-ID')).toBe(`<${id}@entente.example>`)
  expect(await row(id)).toMatchObject({ state: 'sent', attempts: 2, lastError: null })
})

test('a crash after delivery sends the same message again, under the same id', async () => {
  const id = await queue()
  await work(inbox.url)
  await kept.database.db.update(mailMessages).set({ state: 'queued', sentAt: null }).where(eq(mailMessages.id, id))
  await kept.database.db.execute(
    sql`select graphile_worker.add_job('mail.send', payload => ${JSON.stringify({ message: id })}::json)`,
  )
  await work(inbox.url)
  const ids = inbox.received.map(({ header }) => header('Message-ID'))
  expect(ids).toEqual([`<${id}@entente.example>`, `<${id}@entente.example>`])
})

test('a recipient that does not exist is not tried again', async () => {
  inbox.refuse = { step: 'recipient', code: 550, message: 'No such mailbox' }
  const id = await queue()
  await work(inbox.url)
  expect(await row(id)).toMatchObject({ state: 'failed', attempts: 1 })
  expect((await row(id)).lastError).toContain('550 No such mailbox')
  expect(await waitForRetries()).toBe(0)
})

test.each([
  ['a full mailbox', { step: 'recipient', code: 452, message: 'Mailbox full' }],
  ['a sender the server does not know', { step: 'sender', code: 550, message: 'Sender rejected' }],
  ['a server short of space', { step: 'data', code: 451, message: 'Try later' }],
] as const)('%s is waited for', async (_, refuse) => {
  inbox.refuse = refuse
  const id = await queue()
  await work(inbox.url)
  expect(await row(id)).toMatchObject({ state: 'queued', attempts: 1 })
  expect(await waitForRetries()).toBe(1)
})

test('the record of the queue does not name the recipient', async () => {
  inbox.refuse = { step: 'recipient', code: 452, message: 'ines@example.org is full' }
  await queue()
  await work(inbox.url)
  const retries = await kept.database.db.execute<{ last_error: string }>(
    sql`select last_error from graphile_worker.jobs`,
  )
  expect(retries.rows[0]?.last_error).toMatch(/EENVELOPE/)
  expect(retries.rows[0]?.last_error).not.toContain('ines')
})

test('is kept where there is no mail server', async () => {
  const id = await queue()
  await work(undefined)
  expect(await row(id)).toMatchObject({ state: 'kept', attempts: 0, sentAt: null })
  expect((await row(id)).text).toContain('On vous a répondu.')
})

test('nobody writes headers through a subject or an address', async () => {
  await queue({ mail: { subject: 'Hello\r\nBcc: spy@example.org\u2028X: y', paragraphs: [] } })
  await work(inbox.url)
  expect(inbox.newest().recipients).toEqual(['ines@example.org'])
  expect(inbox.newest().header('Subject')).toBe('Hello Bcc: spy@example.org X: y')
  expect(inbox.newest().header('Bcc')).toBe(undefined)
  for (const to of ['a@b.eu\r\nBcc: spy@example.org', 'a@b.eu, spy@example.org', 'A <a@b.eu>', 'nobody', ''])
    await expect(queue({ to }), to).rejects.toThrow(Problem)
})

test('the outbox shows the newest first, to one recipient, page by page', async () => {
  const { db } = kept.database
  const person = newId()
  const first = await queue({ person })
  const second = await queue({ to: 'jan@example.org' })
  const third = await queue({ person })
  const ids = async (...asked: Parameters<typeof listMail> extends [unknown, ...infer Rest] ? Rest : never) =>
    (await listMail(db, ...asked)).map(({ id }) => id)
  expect(await ids({})).toEqual([third, second, first])
  expect(await ids({ to: 'ines@example.org' })).toEqual([third, first])
  expect(await ids({ person })).toEqual([third, first])
  expect(await ids({ state: 'kept' })).toEqual([])
  expect(await ids({}, 1)).toEqual([third])
  expect(await ids({ before: third }, 1)).toEqual([second])
  await expect(getMail(db, newId())).rejects.toThrow(Problem)
})

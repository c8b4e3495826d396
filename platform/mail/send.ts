import { and, eq, inArray, lt, or, sql } from 'drizzle-orm'
import { createTransport } from 'nodemailer'
import { z } from 'zod'
import type { Act } from '../access/act.ts'
import { DAY } from '../clock.ts'
import type { Config } from '../config.ts'
import { cronJob, type Job, job } from '../jobs/jobs.ts'
import { type MailMessage, mailMessages } from './table.ts'

/**
 * Hands one queued message to the mail server. Where it cannot be reached, or says to come back, the job fails and is
 * tried again; a message that the server refuses for good is `failed`. A crash between the server's yes and ours sends
 * it twice under one Message-ID, which mail programs show once.
 *
 * A message may carry a link that signs in or sets a password, so its contents are forgotten once it is out of our hands.
 */
export const sendMail = job('mail.send', z.object({ message: z.uuid() }), async (act, { message: id }) => {
  const { database, config } = act.platform
  const [message] = await database.db.select().from(mailMessages).where(eq(mailMessages.id, id))
  if (message?.state !== 'queued') return
  if (!config.smtpUrl) return note(act, id, { state: 'kept' })
  try {
    await deliver(config.smtpUrl, config.mailFrom, message)
  } catch (error) {
    const { refusal, permanent } = readFault(error)
    await note(act, id, {
      state: permanent ? 'failed' : 'queued',
      lastError: refusal,
      tried: true,
      ...(permanent ? forgotten : {}),
    })
    if (permanent) return act.platform.log.warn({ message: id }, 'a message was refused for good')
    throw new Error(`Message ${id} was not sent: ${nameOf(error)}`)
  }
  await note(act, id, {
    state: 'sent',
    sentAt: act.platform.clock.now().toISOString(),
    lastError: null,
    tried: true,
    ...forgotten,
  })
})

const forgotten = { text: '', html: '' }

const KEPT_DAYS = 7
const NOTED_DAYS = 90

/** Clears away messages kept for want of a mail server after a week, and the note that one was sent after 90 days. */
const sweepMail = cronJob('mail.sweep', '37 3 * * *', async ({ now, platform }) => {
  const before = (days: number) => new Date(now.getTime() - days * DAY).toISOString()
  const { state, createdAt } = mailMessages
  await platform.database.db
    .delete(mailMessages)
    .where(
      or(
        and(eq(state, 'kept'), lt(createdAt, before(KEPT_DAYS))),
        and(inArray(state, ['sent', 'failed']), lt(createdAt, before(NOTED_DAYS))),
      ),
    )
})

export const mailJobs: readonly Job[] = [sendMail, sweepMail]

/**
 * Sends one message.
 * @param smtpUrl smtp://user:password@host:port, or smtps://
 */
async function deliver(smtpUrl: string, from: Config['mailFrom'], message: MailMessage): Promise<void> {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({
      from,
      to: { name: '', address: message.to },
      subject: message.subject,
      text: message.text,
      html: message.html,
      headers: message.headers,
      date: new Date(message.createdAt),
    })
  } finally {
    transport.close()
  }
}

interface Noted {
  state: MailMessage['state']
  lastError?: string | null
  sentAt?: string
  tried?: boolean
  text?: string
  html?: string
}

async function note(act: Act, id: string, { tried, ...change }: Noted): Promise<void> {
  await act.platform.database.db
    .update(mailMessages)
    .set({ ...change, ...(tried ? { attempts: sql`${mailMessages.attempts} + 1` } : {}) })
    .where(eq(mailMessages.id, id))
}

interface SmtpFault extends Error {
  code?: string
  command?: string
  responseCode?: number
}

/**
 * What went wrong, and whether trying again is of no use: the server refused this recipient or this message with a 5xx
 * reply (RFC 5321, 4.2.1). A refused sign-in or sender is the operator's to mend, so the message waits.
 */
function readFault(error: unknown): { refusal: string; permanent: boolean } {
  const { message, command, responseCode = 0 } = error as SmtpFault
  const ours = command === 'RCPT TO' || command === 'DATA'
  return { refusal: message.slice(0, 500), permanent: ours && responseCode >= 500 && responseCode < 600 }
}

/** For the queue's own record, which is read more widely than the message: the fault without the address in it. */
function nameOf(error: unknown): string {
  const { code, command, responseCode } = error as SmtpFault
  return [code, command, responseCode].filter(Boolean).join(' ') || 'unknown fault'
}

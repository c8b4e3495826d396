import { z } from 'zod'
import { pageOf, pageQuery } from '#platform/paging.ts'

/**
 * queued: waits for its turn or its next try; sent: the mail server took it; kept: stays here, as no mail is sent;
 * failed: refused for good.
 */
export const mailStates = ['queued', 'sent', 'kept', 'failed'] as const

export const mailLine = z.object({
  id: z.uuid(),
  to: z.string(),
  subject: z.string(),
  locale: z.string().describe('Language it is written in'),
  state: z.enum(mailStates),
  attempts: z.number().int().describe('How often it was tried'),
  lastError: z.string().nullable(),
  createdAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
})
export type MailLine = z.infer<typeof mailLine>

export const mailView = mailLine.extend({
  text: z
    .string()
    .nullable()
    .describe('Null unless the message is kept, and for access tokens: a link in it could let somebody else in'),
  html: z.string().nullable(),
})
export type MailView = z.infer<typeof mailView>

export const mailQuery = z.strictObject({
  ...pageQuery(['newest']),
  state: z.array(z.enum(mailStates)).default([]),
})
export type MailQuery = z.infer<typeof mailQuery>
export const mailPage = pageOf(mailLine)
export const byId = z.strictObject({ id: z.uuid() })

/** waiting: for its time; retrying: failed and is tried again; failed: given up; running: a worker is at it. */
export const jobStates = ['waiting', 'retrying', 'failed', 'running'] as const
export type JobState = (typeof jobStates)[number]

export const jobView = z.object({
  id: z.string().describe('A number, as text'),
  task: z.string(),
  state: z.enum(jobStates),
  attempts: z.number().int(),
  maxAttempts: z.number().int(),
  lastError: z.string().nullable(),
  payload: z.unknown().describe('Ids only'),
  runAt: z.iso.datetime().describe('Not before this instant'),
  createdAt: z.iso.datetime(),
  can: z.object({ retry: z.boolean(), drop: z.boolean() }),
})
export type JobView = z.infer<typeof jobView>
export const jobQuery = z.strictObject({
  ...pageQuery(['newest', 'runAt']),
  state: z.array(z.enum(jobStates)).default([]),
  task: z.array(z.string().max(128)).default([]),
})
export type JobQuery = z.infer<typeof jobQuery>
export const jobPage = pageOf(jobView).extend({
  byState: z.record(z.enum(jobStates), z.number().int()).describe('How many there are in each state, over all pages'),
  tasks: z.array(z.string()).describe('The tasks that have jobs'),
})
export const jobById = z.strictObject({ id: z.string().regex(/^\d{1,18}$/) })

export const auditEntry = z.object({
  chain: z.string().describe('Whose trail it stands in: an organisation’s id, or site'),
  chainName: z.string().nullable().describe('Name of that organisation, while it is there'),
  seq: z.number().int(),
  at: z.iso.datetime(),
  actor: z.uuid().nullable(),
  actorName: z.string().nullable().describe('While the account is there'),
  actorKind: z.string(),
  door: z.string(),
  event: z.string(),
  subjectType: z.string(),
  subject: z.uuid().nullable(),
  facts: z.record(z.string(), z.unknown()),
  hash: z.string(),
})
export type AuditEntry = z.infer<typeof auditEntry>
export const doors = ['page', 'rest', 'mcp', 'cli', 'job'] as const
export const auditQuery = z.strictObject({
  ...pageQuery(['newest', 'oldest']),
  chain: z.string().max(40).optional().describe('site, or an organisation’s id'),
  subject: z.uuid().optional().describe('The row that changed'),
  actor: z.uuid().optional().describe('The person who did it'),
  door: z.array(z.enum(doors)).default([]),
  subjectType: z.array(z.string().max(60)).default([]).describe('organisation, listing, person, …'),
  from: z.iso.date().optional().describe('First day, UTC'),
  until: z.iso.date().optional().describe('Last day, UTC'),
})
export type AuditQuery = z.infer<typeof auditQuery>
export const auditPage = pageOf(auditEntry).extend({
  subjectTypes: z.array(z.string()).describe('Those that occur in what the reader may see'),
})
export const chainQuery = z.strictObject({ chain: z.string().max(40).default('site') })
export const trailCheck = z.object({
  chain: z.string(),
  entries: z.number().int(),
  brokenAt: z.number().int().nullable().describe('Number of the first entry that does not follow from the one before'),
  head: z
    .string()
    .describe('Hash of the newest entry: written down elsewhere, it proves that nothing before it changed'),
  checkedAt: z.iso.datetime(),
})
export type TrailCheck = z.infer<typeof trailCheck>
const { q: _words, ...headPaging } = pageQuery(['chain'])
export const headQuery = z.strictObject(headPaging)
export const headPage = pageOf(z.object({ chain: z.string(), seq: z.number().int(), hash: z.string() }))

const counted = z.object({ name: z.string(), rows: z.number().int() })
export const siteState = z.object({
  version: z.string(),
  node: z.string(),
  postgresql: z.string(),
  startedAt: z.iso.datetime().describe('Of the process that answers'),
  memory: z.number().int().describe('Bytes the process holds'),
  database: z.object({ bytes: z.number().int(), connections: z.number().int(), embedded: z.boolean() }),
  tables: z
    .array(counted.extend({ bytes: z.number().int() }))
    .describe('Rows as last estimated, with indexes; largest first'),
  readers: z
    .array(z.object({ name: z.string(), behind: z.number().int() }))
    .describe('Who follows the outbox, and how many events each is behind'),
  matching: z
    .object({ state: z.enum(['idle', 'warming', 'ready']), documents: z.number().int(), lag: z.number().int() })
    .describe('The process’s copy of what can match: what it holds, and how many changes it has not taken up yet'),
  jobs: z.record(z.enum(jobStates), z.number().int()),
  mail: z.record(z.enum(mailStates), z.number().int()),
  settings: z
    .array(z.object({ name: z.string(), value: z.string().nullable() }))
    .describe('As they hold; secrets are never among them'),
})
export type SiteState = z.infer<typeof siteState>

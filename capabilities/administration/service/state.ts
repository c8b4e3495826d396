import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Act } from '#platform/access/act.ts'
import type { Config } from '#platform/config.ts'
import type { Db } from '#platform/db/database.ts'
import { type MailState, mailMessages, mailStates } from '#platform/mail/table.ts'
import { matchingState } from '../../matches/service/matching.ts'
import type { SiteState } from '../schema.ts'
import { countJobs } from './jobs.ts'

const product = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')))

/** How the process, its database and what follows the outbox fare. */
export async function siteState(db: Db, act: Act): Promise<SiteState> {
  const [database, tables, readers, mail, jobs, matching] = await Promise.all([
    db.execute<{ version: string; bytes: string; connections: number }>(sql`select
      current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
      (select count(*)::int from pg_stat_activity where datname = current_database()) as connections`),
    db.execute<{ name: string; rows: string; bytes: string }>(sql`select c.relname as name,
      coalesce(s.n_live_tup, 0) as rows, pg_total_relation_size(c.oid) as bytes
      from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_stat_user_tables s on s.relid = c.oid
      where n.nspname = 'public' and c.relkind in ('r', 'p') order by pg_total_relation_size(c.oid) desc, c.relname`),
    db.execute<{ name: string; behind: number }>(sql`select c.reader as name,
      (select count(*)::int from outbox_events e where (e.xid, e.id) > (c.xid, c.event)) as behind
      from outbox_cursors c order by c.reader`),
    db.execute<{ state: MailState; total: number }>(
      sql`select ${mailMessages.state} as state, count(*)::int as total from ${mailMessages} group by 1`,
    ),
    countJobs(db),
    matchingState(act.platform),
  ])
  const [own] = database.rows
  const { config } = act.platform
  return {
    version: product.version,
    node: process.version.replace(/^v/, ''),
    postgresql: own?.version ?? '',
    startedAt: new Date(act.now.getTime() - Math.round(process.uptime() * 1000)).toISOString(),
    memory: process.memoryUsage.rss(),
    database: {
      bytes: Number(own?.bytes ?? 0),
      connections: own?.connections ?? 0,
      embedded: config.databaseUrl === undefined,
    },
    tables: tables.rows.map(({ name, rows, bytes }) => ({ name, rows: Number(rows), bytes: Number(bytes) })),
    readers: readers.rows,
    matching,
    jobs,
    mail: Object.fromEntries(
      mailStates.map((state) => [state, mail.rows.find((row) => row.state === state)?.total ?? 0]),
    ) as SiteState['mail'],
    settings: settingsOf(config),
  }
}

/** The settings as they hold, by the names of docs/operations.md, without any secret or password. */
export function settingsOf(config: Config): SiteState['settings'] {
  const shown: Record<string, string | number | boolean | undefined> = {
    ENTENTE_URL: config.origin,
    HOST: config.host,
    PORT: config.port,
    DATA_DIR: config.dataDir,
    DATABASE_URL: config.databaseUrl && placeOf(config.databaseUrl),
    DATABASE_POOL: config.databasePool,
    ENTENTE_DEMO: config.demo,
    MODERATION: config.moderation,
    REPLY_DAYS: config.replyDays,
    TRUSTED_PROXIES: config.trustedProxies,
    MAX_IN_FLIGHT: config.maxInFlight,
    SMTP_URL: config.smtpUrl && placeOf(config.smtpUrl),
    MAIL_FROM: config.mailFrom,
    S3_ENDPOINT: config.s3?.endpoint && placeOf(config.s3.endpoint),
    S3_REGION: config.s3?.region,
    S3_BUCKET: config.s3?.bucket,
    OIDC_NAME: config.oidc?.name,
    OIDC_DISCOVERY_URL: config.oidc && placeOf(config.oidc.discoveryUrl),
    LOG_LEVEL: config.logLevel,
  }
  return Object.entries(shown).map(([name, value]) => ({ name, value: value === undefined ? null : String(value) }))
}

/** An address without who signs in there and without parameters, which may hold a password too. */
function placeOf(address: string): string {
  const { protocol, host, pathname } = new URL(address)
  return `${protocol}//${host}${pathname === '/' ? '' : pathname}`
}

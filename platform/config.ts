import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { newSecret } from './ids.ts'

const flag = z
  .enum(['true', 'false', '1', '0', 'yes', 'no'], { error: 'is true or false' })
  .transform((value) => value === 'true' || value === '1' || value === 'yes')

const address = z.url({ protocol: /^https?$/, error: 'is an address that starts with http:// or https://' })

/** Every setting there is. Each is described in docs/operations.md; an empty value counts as not set. */
const environment = z.object({
  PORT: z.coerce.number({ error: 'is a whole number' }).int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'is an address that starts with postgresql://' })
    .optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(20),
  ENTENTE_URL: address.optional(),
  ENTENTE_DEMO: flag.optional(),
  ENTENTE_SECRET: z.string().min(32, 'has at least 32 characters').optional(),
  MODERATION: z.enum(['before', 'after'], { error: 'is "before" or "after"' }).default('after'),
  REPLY_DAYS: z.coerce.number().int().min(1).max(60).default(10),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  MAX_IN_FLIGHT: z.coerce.number().int().min(4).max(10_000).default(32),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'is an address that starts with smtp:// or smtps://' }).optional(),
  MAIL_FROM: z.string().optional(),
  S3_ENDPOINT: address.optional(),
  S3_REGION: z.string().default('eu-central-1'),
  S3_BUCKET: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  OIDC_NAME: z.string().optional(),
  OIDC_DISCOVERY_URL: address.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

export interface S3Settings {
  endpoint: string | undefined
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
}

export interface OidcSettings {
  name: string
  discoveryUrl: string
  clientId: string
  clientSecret: string
}

/** The settings of one process, read once and checked against each other. */
export interface Config {
  port: number
  host: string
  dataDir: string
  /** Absent: the embedded PostgreSQL in `dataDir`. */
  databaseUrl: string | undefined
  databasePool: number
  /** The one public origin, without a slash at its end. Never taken from a request. */
  origin: string
  demo: boolean
  /** Signs sessions. Kept in `dataDir` unless given. */
  secret: string
  /** Whether listings wait for a moderator, or are looked at after they appear. */
  moderation: 'before' | 'after'
  /** Days within which an expression of interest is to be answered. */
  replyDays: number
  trustedProxies: number
  /** Requests worked on at once before further ones are told to come back. */
  maxInFlight: number
  smtpUrl: string | undefined
  mailFrom: string
  s3: S3Settings | undefined
  oidc: OidcSettings | undefined
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/** The settings cannot work together, or one is malformed. The message says which and what to do. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/**
 * Reads the settings from the environment.
 * @throws ConfigError when a value is malformed or two contradict each other
 */
export function readConfig(variables: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environment.safeParse(set)
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
  }
  const env = parsed.data
  const demo = env.ENTENTE_DEMO ?? env.DATABASE_URL === undefined
  const origin = (env.ENTENTE_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, '')
  if (new URL(origin).pathname !== '/') throw new ConfigError('ENTENTE_URL: is an origin, without a path')
  if (env.SMTP_URL && !env.MAIL_FROM)
    throw new ConfigError('MAIL_FROM: SMTP_URL is set, so the sender of the mail is needed too')
  if (demo && env.SMTP_URL)
    throw new ConfigError(
      'ENTENTE_DEMO: the demonstration world has sign-ins that everybody knows, so it never sends real mail. Unset SMTP_URL or set ENTENTE_DEMO=false',
    )
  if (env.DATABASE_URL && env.ENTENTE_URL?.startsWith('https:') && !env.ENTENTE_SECRET)
    throw new ConfigError(
      'ENTENTE_SECRET: several processes may share this database, so they need one secret. Set it to at least 32 random characters',
    )
  const dataDir = resolve(env.DATA_DIR)
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir,
    databaseUrl: env.DATABASE_URL,
    databasePool: env.DATABASE_POOL,
    origin,
    demo,
    secret: env.ENTENTE_SECRET ?? keptSecret(dataDir),
    moderation: env.MODERATION,
    replyDays: env.REPLY_DAYS,
    trustedProxies: env.TRUSTED_PROXIES,
    maxInFlight: env.MAX_IN_FLIGHT,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM ?? 'Entente <no-reply@localhost>',
    s3: allOrNone(env, ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'], (bucket, accessKeyId, secretKey) => ({
      endpoint: env.S3_ENDPOINT,
      region: env.S3_REGION,
      bucket,
      accessKeyId,
      secretAccessKey: secretKey,
    })),
    oidc: allOrNone(env, ['OIDC_DISCOVERY_URL', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'], (url, id, clientSecret) => ({
      name: env.OIDC_NAME ?? 'EU Login',
      discoveryUrl: url,
      clientId: id,
      clientSecret,
    })),
    logLevel: env.LOG_LEVEL,
  }
}

type Triple = [keyof z.infer<typeof environment>, keyof z.infer<typeof environment>, keyof z.infer<typeof environment>]

function allOrNone<T>(
  env: z.infer<typeof environment>,
  names: Triple,
  build: (a: string, b: string, c: string) => T,
): T | undefined {
  const [a, b, c] = names.map((name) => env[name]?.toString())
  if (a && b && c) return build(a, b, c)
  if (!a && !b && !c) return undefined
  const missing = names.filter((name) => !env[name])
  throw new ConfigError(`${missing.join(', ')}: ${names.join(', ')} belong together; set all of them or none`)
}

function keptSecret(dataDir: string): string {
  const path = join(dataDir, 'secret')
  if (existsSync(path)) return readFileSync(path, 'utf8').trim()
  mkdirSync(dataDir, { recursive: true })
  const secret = newSecret()
  // Two processes may start together: the first to write wins, the other reads.
  try {
    writeFileSync(path, secret, { mode: 0o600, flag: 'wx' })
    return secret
  } catch {
    return readFileSync(path, 'utf8').trim()
  }
}

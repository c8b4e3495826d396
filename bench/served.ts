import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { startEmbedded } from '#platform/db/embedded.ts'
import { hashed, newId, newSecret } from '#platform/ids.ts'
import { nodeFlags } from '#server/node-flags.ts'

const root = join(import.meta.dirname, '..')

/** An owner of an organisation, by an access token. */
export interface Poster {
  token: string
  organisation: string
}

export interface Served {
  url: string
  posters: Poster[]
  /** Some ids and references of open listings. */
  listings: { id: string; reference: string }[]
  /** From the start of the process to its first answer, milliseconds. */
  startMs(): Promise<number>
  /** Resident memory of the process, MB. */
  memory(): number
  stop(): Promise<void>
}

/**
 * The server as an operator runs it, a process of its own on a PostgreSQL of its own, with the demonstration world
 * multiplied to so many listings.
 */
export async function serve({ listings, port }: { listings: number; port: number }): Promise<Served> {
  const dataDir = join(tmpdir(), `entente-bench-${process.pid}`)
  const embedded = await startEmbedded({ dataDir, log: () => {} })
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DATA_DIR: dataDir,
    DATABASE_URL: embedded.url(),
    ENTENTE_DEMO: 'true',
    PORT: String(port),
    LOG_LEVEL: 'error',
  }
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | undefined
  const start = async () => {
    const begun = performance.now()
    child = spawn(process.execPath, [...nodeFlags, join(root, 'server/main.ts')], {
      env,
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    while (
      !(await fetch(`${url}/health`).then(
        (answer) => answer.ok,
        () => false,
      ))
    )
      await pause(50)
    return performance.now() - begun
  }
  const end = async () => {
    if (!child || child.exitCode !== null) return
    const gone = new Promise((resolve) => child?.once('exit', resolve))
    child.kill('SIGTERM')
    await gone
  }
  await start()
  const client = new pg.Client({ connectionString: embedded.url() })
  await client.connect()
  await multiply(client, listings)
  const { rows } = await client.query<{ id: string; reference: string }>(
    `select id, reference from listings where status = 'published' and visibility = 'public' order by md5(id::text) limit 2000`,
  )
  const posters = await postersIn(client)
  await client.end()
  await end()
  await start()
  await warm(url)
  return {
    url,
    posters,
    listings: rows,
    async startMs() {
      await end()
      const ms = await start()
      await warm(url)
      return ms
    },
    memory() {
      const status = readFileSync(`/proc/${child?.pid}/status`, 'utf8')
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
    },
    async stop() {
      await end()
      await embedded.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Waits until the process has read its copy for matching, which it does beside its answers. */
async function warm(url: string): Promise<void> {
  for (;;) {
    const state = await fetch(`${url}/ready`).then(
      (answer) => answer.json() as Promise<{ matching?: { state: string } }>,
    )
    if (state.matching?.state === 'ready') return
    await pause(500)
  }
}

/** Copies published listings under new ids until there are enough. */
async function multiply(client: pg.Client, wanted: number): Promise<void> {
  const { rows: columns } = await client.query<{ column_name: string }>(
    `select column_name from information_schema.columns where table_name = 'listings' and is_generated = 'NEVER'
      and column_name not in ('id', 'reference', 'published_at')`,
  )
  const kept = columns.map(({ column_name }) => `"${column_name}"`).join(', ')
  const { rows } = await client.query<{ n: string }>('select count(*) as n from listings')
  await client.query(
    `insert into listings (id, reference, published_at, ${kept})
     select gen_random_uuid(), 'B-' || n, now() - (n || ' seconds')::interval, ${kept}
     from (select *, row_number() over () as place, count(*) over () as all_of_them from listings where status = 'published') source
     join generate_series(0, $1::int - 1) n on n % source.all_of_them = source.place - 1`,
    [Math.max(0, wanted - Number(rows[0]?.n ?? 0))],
  )
  await client.query('vacuum analyze')
}

/** Gives an access token to an owner of each organisation that has one. */
async function postersIn(client: pg.Client): Promise<Poster[]> {
  const { rows } = await client.query<{ person: string; organisation: string }>(
    `select distinct on (organisation) person, organisation from memberships where role = 'owner' and state = 'active'`,
  )
  const posters = rows.map(({ person, organisation }) => ({ person, organisation, token: `ent_${newSecret()}` }))
  for (const { person, token } of posters)
    await client.query(
      `insert into access_tokens (id, person, name, hash, scopes, created_at) values ($1, $2, 'bench', $3, '{read,write}', now())`,
      [newId(), person, hashed(token)],
    )
  return posters
}

import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { alive, collect, freePort, identity, serves } from './embedded-process.ts'
import { type EmbeddedProgram, findProgram } from './embedded-program.ts'

export type EmbeddedOptions = {
  /** Entente's data folder; the cluster lives in its `postgres` folder. Made where missing. */
  dataDir: string
  /** Takes PostgreSQL's own lines and ours. */
  log: (line: string) => void
  /** For tests: nothing survives a power cut, everything is faster and smaller. */
  ephemeral?: boolean
}

export type Embedded = {
  /** Connection string for a database of this cluster, by default `entente` (which exists). */
  url(database?: string): string
  port: number
  /** Whether this process started (or adopted) the server, and so stops it; a joiner never does. */
  owner: boolean
  /** Fast shutdown, returns once the server is gone. Close pools first. Nothing happens for a joiner. */
  stop(): Promise<void>
}

/** What `postmaster.pid` says of a server on this cluster. */
type Postmaster = { pid: number; startedAt: string; port: number; ready: boolean }

const account = 'entente'
const major = '18'
/** Key of the advisory lock under which ownership changes hands. */
const ownershipLock = 7_368_641

/**
 * Starts the bundled PostgreSQL on `dataDir`, making the cluster on first use, or joins the one that already runs there.
 *
 * One process owns the server: the one that started it, or, when that one was killed, the next to come. The owner restarts
 * a server that dies under it, on the same port, and stops it in `stop()`. TCP on 127.0.0.1 only, a free port, password
 * (SCRAM) in a file only the owner of the data folder can read. The server is in a session of its own, so that a terminal's
 * Ctrl-C reaches us first.
 *
 * @throws EmbeddedUnavailable when the machine cannot run it; Error with PostgreSQL's last lines when it does not start.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dataDir = resolve(options.dataDir)
  mkdirSync(dataDir, { recursive: true })
  const program = findProgram(dataDir, options.log)
  const cluster = join(program.home, 'postgres')
  if (!existsSync(join(cluster, 'PG_VERSION'))) await makeCluster(program, cluster, options)
  const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (version !== major) {
    throw new Error(
      `The database in ${cluster} was made by PostgreSQL ${version}; this release brings ${major}. Export with the release that made it, then restore here.`,
    )
  }
  const password = readFileSync(join(cluster, 'entente.password'), 'utf8').trim()
  const server = new Server(program, cluster, password, options)
  await server.open()
  return {
    url: (database = account) => server.url(database),
    port: server.port,
    owner: server.owner,
    stop: () => server.stop(),
  }
}

/** Makes the cluster beside its final name and renames it there, so that one half made never counts. */
async function makeCluster(program: EmbeddedProgram, cluster: string, options: EmbeddedOptions): Promise<void> {
  options.log('creating the database cluster')
  const draft = `${cluster}.new-${process.pid}`
  const secret = `${draft}.password`
  const password = randomBytes(24).toString('base64url')
  await rm(draft, { recursive: true, force: true })
  writeFileSync(secret, `${password}\n`, { mode: 0o600 })
  give(secret, program)
  if (program.identity.uid !== undefined) {
    mkdirSync(draft, { mode: 0o700 })
    give(draft, program)
  }
  try {
    const { file, args } = program.command('initdb', [
      `--pgdata=${draft}`,
      `--username=${account}`,
      `--pwfile=${secret}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--text-search-config=simple',
      '--set=timezone=UTC',
      '--set=log_timezone=UTC',
      ...(options.ephemeral ? ['--no-sync'] : []),
    ])
    const child = spawn(file, args, { ...program.identity, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] })
    const tail = collect(child, () => {})
    const code = await new Promise((done, fail) => child.once('error', fail).once('close', done))
    if (code !== 0) throw new Error(`The database cluster could not be made.\n${tail.join('\n')}`)
    await rename(secret, join(draft, 'entente.password'))
    await rename(draft, cluster).catch((error) => {
      // Another process was quicker: its cluster stands, ours goes.
      if (!existsSync(join(cluster, 'PG_VERSION'))) throw error
    })
  } finally {
    await rm(draft, { recursive: true, force: true })
    rmSync(secret, { force: true })
  }
}

function give(path: string, { identity }: EmbeddedProgram): void {
  if (identity.uid !== undefined && identity.gid !== undefined) chownSync(path, identity.uid, identity.gid)
}

/** A file's text; '' where there is none, also when it goes between the question and the answer. */
function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return ''
  }
}

class Server {
  port = 0
  owner = false
  readonly #program: EmbeddedProgram
  readonly #cluster: string
  readonly #password: string
  readonly #options: EmbeddedOptions
  #pid = 0
  #child: ChildProcess | undefined
  #stopping = false
  /** Asks the server to stop when this process ends without having called `stop`; it finishes on its own. */
  readonly #atExit = () => this.#signal('SIGINT')

  constructor(program: EmbeddedProgram, cluster: string, password: string, options: EmbeddedOptions) {
    this.#program = program
    this.#cluster = cluster
    this.#password = password
    this.#options = options
  }

  url(database: string): string {
    return `postgresql://${account}:${this.#password}@127.0.0.1:${this.port}/${encodeURIComponent(database)}`
  }

  async open(): Promise<void> {
    const patience = AbortSignal.timeout(600_000)
    let reason = ''
    while (!patience.aborted) {
      const running = this.#running()
      if (running?.ready) {
        this.#pid = running.pid
        this.port = running.port
        const owner = await this.#claim(running).catch((error) => {
          // It went away between its file and our question.
          if (!this.#running()) return undefined
          throw error
        })
        if (owner === undefined) continue
        this.owner = owner
        if (owner) this.#watch()
        return
      }
      if (running) {
        // Somebody's server is on its way up (or down): its file will tell.
        await pause(50)
        continue
      }
      const outcome = await this.#launch(patience)
      if (outcome === 'ready') continue
      if (!outcome.passing) throw new Error(`The embedded PostgreSQL did not start.\n${outcome.reason}`)
      reason = outcome.reason
      await pause(100)
    }
    throw new Error(`The embedded PostgreSQL did not become ready within ten minutes.\n${reason}`)
  }

  async stop(): Promise<void> {
    this.#stopping = true
    process.off('exit', this.#atExit)
    if (!this.owner) return
    this.#signal('SIGINT')
    const patience = AbortSignal.timeout(60_000)
    while (alive(this.#pid) && this.#running()) {
      if (patience.aborted) {
        this.#options.log(
          'the database did not stop within a minute: stopping it at once, it recovers at the next start',
        )
        this.#signal('SIGQUIT')
        return
      }
      await pause(20)
    }
    if (this.#child && this.#child.exitCode === null && this.#child.signalCode === null) {
      await new Promise((done) => this.#child?.once('exit', done))
    }
    rmSync(join(this.#cluster, 'entente.owner'), { force: true })
  }

  #signal(signal: 'SIGINT' | 'SIGQUIT'): void {
    if (!this.owner || !this.#pid || !alive(this.#pid)) return
    if (process.platform === 'win32') {
      const { file, args } = this.#program.command('pg_ctl', ['kill', signal.slice(3), String(this.#pid)])
      spawn(file, args, { stdio: 'ignore', detached: true }).unref()
    } else {
      process.kill(this.#pid, signal)
    }
  }

  /** The server on this cluster according to its lock file; undefined when that names no living one. */
  #running(): Postmaster | undefined {
    const path = join(this.#cluster, 'postmaster.pid')
    const lines = readIfThere(path).split('\n')
    const pid = Number(lines[0])
    if (!pid || !alive(pid)) return undefined
    if (!serves(pid, this.#cluster)) {
      // After a restart of the machine the number may belong to another program; PostgreSQL would refuse to start.
      rmSync(path, { force: true })
      return undefined
    }
    return {
      pid,
      startedAt: lines[2] ?? '',
      port: Number(lines[3] ?? 0),
      ready: (lines[7] ?? '').trim() === 'ready',
    }
  }

  /** Starts a server of our own. `passing` failures (port taken, another start under way) are worth another try. */
  async #launch(patience: AbortSignal): Promise<'ready' | { passing: boolean; reason: string }> {
    const port = this.port || (await freePort())
    const { file, args } = this.#program.command('postgres', [
      '-D',
      this.#cluster,
      ...Object.entries(settings(this.#options.ephemeral ?? false, port)).flatMap(([key, value]) => [
        '-c',
        `${key}=${value}`,
      ]),
    ])
    const child = spawn(file, args, {
      ...this.#program.identity,
      cwd: '/',
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const tail = collect(child, this.#options.log)
    const gone = new Promise<void>((done) =>
      child.once('error', (error) => tail.push(error.message)).once('close', done),
    )
    let ended = false
    gone.then(() => {
      ended = true
    })
    while (!ended && !patience.aborted) {
      const running = this.#running()
      if (running?.ready && running.pid === child.pid) {
        this.#child = child
        return 'ready'
      }
      await pause(15)
    }
    const reason = tail.join('\n')
    return { passing: /lock file|still in use|could not bind|Address already in use/.test(reason), reason }
  }

  /**
   * Whether the server is ours: we started it, or the process that did is no more. Decided under an advisory lock, so
   * that two processes that come upon an orphan do not both take it. Makes the `entente` database on the way.
   */
  async #claim(running: Postmaster): Promise<boolean> {
    const client = new pg.Client({ connectionString: this.url('postgres') })
    client.on('error', () => {})
    await client.connect()
    try {
      await client.query('select pg_advisory_lock($1)', [ownershipLock])
      const known = await client.query('select 1 from pg_database where datname = $1', [account])
      if (known.rowCount === 0) await client.query(`create database ${account}`)
      const starter = await client.query("select current_setting('entente.starter') as starter")
      const path = join(this.#cluster, 'entente.owner')
      const [server, adopter] = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
      const which = `${running.pid} ${running.startedAt}`
      const owner = server === which && adopter ? adopter : String(starter.rows[0]?.starter)
      if (owner === identity(process.pid)) return this.#child?.pid === running.pid
      const [pid] = owner.split(':')
      if (identity(Number(pid)) === owner) return false
      this.#options.log('adopting the database server that an earlier process left running')
      writeFileSync(path, `${which}\n${identity(process.pid)}\n`)
      return true
    } finally {
      await client.end()
    }
  }

  /** Brings the server back on the same port when it dies though nobody stopped it. */
  #watch(): void {
    process.off('exit', this.#atExit)
    process.once('exit', this.#atExit)
    const revive = async () => {
      if (this.#stopping) return
      this.#options.log('the database server died: starting it again')
      await this.open().catch((error) => this.#options.log(`the database server stays down: ${error.message}`))
    }
    if (this.#child?.pid === this.#pid) {
      if (this.#child.exitCode !== null || this.#child.signalCode !== null) revive()
      else this.#child.once('exit', revive)
      return
    }
    const timer = setInterval(() => {
      if (!this.#stopping && alive(this.#pid)) return
      clearInterval(timer)
      revive()
    }, 500)
    timer.unref()
  }
}

function settings(ephemeral: boolean, port: number): Record<string, string | number> {
  const megabytes = Math.floor(totalmem() / 1_048_576)
  return {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    'entente.starter': identity(process.pid),
    jit: 'off',
    log_checkpoints: 'off',
    ...(ephemeral
      ? {
          max_connections: 200,
          shared_buffers: '64MB',
          fsync: 'off',
          full_page_writes: 'off',
          synchronous_commit: 'off',
          wal_level: 'minimal',
          max_wal_senders: 0,
          max_wal_size: '512MB',
          autovacuum: 'off',
        }
      : {
          max_connections: 100,
          shared_buffers: `${Math.min(1024, Math.max(64, Math.floor(megabytes / 8)))}MB`,
          effective_cache_size: `${Math.max(256, Math.floor(megabytes / 2))}MB`,
          random_page_cost: 1.1,
        }),
  }
}

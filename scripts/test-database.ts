import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '#platform/db/embedded.ts'

const prefix = 'entente-test-'

/** Clears away servers that killed test runs of this user left behind. */
function sweep(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const runner = Number(name.slice(prefix.length).split('-')[0])
    if (!runner || signal(runner, 0) !== 'ESRCH') continue
    const file = join(tmpdir(), name, 'postgres', 'postmaster.pid')
    if (existsSync(file)) signal(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGQUIT')
    rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}

/** Sends a signal; returns the error's code, or '' when it was delivered. */
function signal(pid: number, name: NodeJS.Signals | 0): string {
  try {
    process.kill(pid, name)
    return ''
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? ''
  }
}

/**
 * One PostgreSQL for the whole test run. Test files find it in `TEST_DATABASE_URL` (its maintenance database) and make
 * databases of their own on it. Set the variable beforehand to test on another PostgreSQL, with a role that may create
 * databases.
 */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env.TEST_DATABASE_URL) return async () => {}
  sweep()
  const dataDir = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  const server = await startEmbedded({
    dataDir,
    ephemeral: true,
    log: (line) => {
      if (/PANIC|terminated by signal/.test(line)) console.error(line)
    },
  })
  process.env.TEST_DATABASE_URL = server.url('postgres')
  return async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

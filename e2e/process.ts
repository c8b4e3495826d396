import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { vi } from 'vitest'
import { freePort } from '#platform/db/embedded-process.ts'
import { nodeFlags } from '#server/node-flags.ts'

const root = join(import.meta.dirname, '..')
const started = new Set<ChildProcess>()

/** A server as an operator runs it: a process of its own. */
export interface Process {
  child: ChildProcess
  url: string
  /** What it has said on its standard error so far. */
  said(): string
  /** Resolves once it answers that it is ready. @throws Error with what it said when it ends before */
  ready(): Promise<void>
  /** Resolves to its exit code when it has ended; to the signal's name where one ended it. */
  ended: Promise<number | NodeJS.Signals | null>
}

/** Starts `server/main.ts` with these settings and nothing of this process's own. */
export async function startProcess(settings: Record<string, string>): Promise<Process> {
  const port = settings.PORT ?? String(await freePort())
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [...nodeFlags, join(root, 'server/main.ts')], {
    cwd: root,
    env: { PATH, HOME, NODE_ENV: 'production', LOG_LEVEL: 'error', ENTENTE_DEMO: 'false', PORT: port, ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  started.add(child)
  let said = ''
  child.stderr?.on('data', (chunk) => {
    said += chunk
  })
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once('close', (code, signal) => {
      started.delete(child)
      resolve(signal ?? code)
    }),
  )
  const url = `http://localhost:${port}`
  return {
    child,
    url,
    said: () => said,
    ended,
    async ready() {
      const answers = vi.waitUntil(
        () =>
          fetch(`${url}/ready`).then(
            (answer) => answer.ok,
            () => false,
          ),
        { timeout: 60_000, interval: 50 },
      )
      const gone = ended.then((code) => {
        throw new Error(`The server ended (${code}) before it was ready:\n${said}`)
      })
      await Promise.race([answers, gone])
    },
  }
}

/** Ends what a failed test left running: the servers stop their databases. */
export async function endProcesses(): Promise<void> {
  await Promise.all(
    [...started].map((child) => {
      const gone = new Promise((resolve) => child.once('close', resolve))
      child.kill('SIGTERM')
      return gone
    }),
  )
}

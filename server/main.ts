import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { matchingState, startMatching } from '#capabilities/matches/service/matching.ts'
import { authOf } from '#capabilities/people/service/auth.ts'
import { onChange } from '#platform/changes/relay.ts'
import { ConfigError } from '#platform/config.ts'
import { createApp } from './app.ts'
import { seedDemonstration } from './demonstration.ts'
import { allJobs } from './discover.ts'
import { createMetrics } from './metrics.ts'
import { openPlatform } from './open-platform.ts'
import { openPages } from './pages.ts'
import { demonstrationSignIns } from './sign-ins.ts'
import { keepVisitorAnswers } from './visitor-answers.ts'
import { startWorker } from './worker.ts'

const development = process.argv.includes('--dev')
const tell = (line: string) => process.stderr.write(`entente: ${line}\n`)

/** Undone last to first when the process is told to stop. */
const closing: (() => Promise<unknown>)[] = []

async function main(): Promise<void> {
  const { platform, close } = await openPlatform(tell)
  closing.push(close)
  const { config, database } = platform
  if (config.demo) await seedDemonstration(platform, (name) => tell(`making the demonstration world: ${name}`))

  const server = createServer()
  const vite = development
    ? await (await import('vite')).createServer({
        server: { middlewareMode: true, hmr: { server } },
        appType: 'custom',
      })
    : undefined
  const answers = keepVisitorAnswers(() => platform.clock.now().getTime())
  const app = createApp({
    platform,
    auth: authOf(platform),
    pages: await openPages(vite),
    metrics: createMetrics(),
    answers,
    ready: async () => {
      const ready = await responds(database.pool)
      return ready ? { ready, matching: await matchingState(platform) } : { ready }
    },
    development,
  })
  const listener = getRequestListener(app.fetch)
  server.on('request', (request, response) =>
    vite
      ? vite.middlewares(request, response, () => void listener(request, response))
      : void listener(request, response),
  )
  const stopWorker = await startWorker(platform, await allJobs())
  closing.push(stopWorker)
  closing.push(await onChange(platform, answers.forget))
  closing.push(await startMatching(platform))
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(config.port, config.host, resolve))
  // A client that went away leaves its request behind: what it needs stays open until it is done.
  closing.push(() => app.drained(10_000))
  closing.push(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), 10_000).unref()
      }),
  )
  tell(`ready at ${config.origin}`)
  if (config.demo) for (const line of await demonstrationSignIns(platform)) tell(line)
}

async function responds(pool: { query(text: string): Promise<unknown> }): Promise<boolean> {
  return pool.query('select 1').then(
    () => true,
    () => false,
  )
}

let stopping = false
async function stop(code: number): Promise<void> {
  if (stopping) return
  stopping = true
  // Whatever hangs must not keep the process alive for ever.
  setTimeout(() => process.exit(1), 30_000).unref()
  for (const close of closing.reverse()) await close().catch((error) => tell(`while stopping: ${error}`))
  process.exit(code)
}

process.on('SIGINT', () => void stop(0))
process.on('SIGTERM', () => void stop(0))

main().catch((error) => {
  if (error instanceof ConfigError) tell(`the settings do not fit together:\n${error.message.replaceAll(/^/gm, '  ')}`)
  else if (error?.code === 'EADDRINUSE')
    tell(`port ${error.port} is taken. Set PORT to another one, or stop what runs there`)
  else tell(error instanceof Error ? (error.stack ?? error.message) : String(error))
  void stop(1)
})

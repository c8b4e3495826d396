import { createServer } from 'node:http'
import { ConfigError } from '#platform/config.ts'
import { seedDemonstration } from './demonstration.ts'
import { openPlatform } from './open-platform.ts'
import { serve } from './serve.ts'
import { demonstrationSignIns } from './sign-ins.ts'

const development = process.argv.includes('--dev')
const tell = (line: string) => process.stderr.write(`entente: ${line}\n`)

/** Undone last to first when the process is told to stop. */
const closing: (() => Promise<unknown>)[] = []

async function main(): Promise<void> {
  const { platform, close } = await openPlatform(tell)
  closing.push(close)
  const { config } = platform
  if (config.demo) await seedDemonstration(platform, (name) => tell(`making the demonstration world: ${name}`))

  const server = createServer()
  const vite = development
    ? await (await import('vite')).createServer({
        server: { middlewareMode: true, hmr: { server } },
        appType: 'custom',
      })
    : undefined
  closing.push(await serve(platform, server, vite))
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(config.port, config.host, resolve))
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

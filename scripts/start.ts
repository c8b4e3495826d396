import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { nodeFlags } from '#server/node-flags.ts'
import { buildPages } from './build.ts'

// `npm start` and `npm run dev`: pages built where they are served from a build, then this process becomes the server.
const args = process.argv.slice(2)
const main = join(import.meta.dirname, '..', 'server', 'main.ts')

if (!args.includes('--dev')) {
  process.env.NODE_ENV ??= 'production'
  if (!buildPages()) process.exit(1)
}

if (process.platform === 'win32') {
  const child = spawn(process.execPath, [...nodeFlags, main, ...args], { stdio: 'inherit' })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 1)))
} else {
  process.removeAllListeners('warning')
  process.execve?.(process.execPath, [process.execPath, ...nodeFlags, main, ...args], process.env)
}

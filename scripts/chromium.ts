import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const elsewhere = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Path of the Chromium or Chrome to test with: `$CHROMIUM`, else what is installed; undefined when there is none. */
export function findChromium(): string | undefined {
  const chosen = process.env.CHROMIUM
  if (chosen) return executable(chosen) ? chosen : undefined
  const folders = (process.env.PATH ?? '').split(delimiter)
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...elsewhere].find(executable)
}

/**
 * Finds Chromium, installing it with apt-get where this user may. Returns whether there is one; when not, says what to
 * install, and the browser journeys then fail rather than pass unseen.
 */
export function ensureChromium(): boolean {
  if (findChromium()) return true
  const prefix = aptPrefix()
  if (prefix && !process.env.CHROMIUM) {
    console.error('entente: installing Chromium for the browser journeys (apt-get)')
    const run = (...args: string[]) => {
      const [file = '', ...rest] = [...prefix, 'apt-get', '-y', '-qq', ...args]
      return spawnSync(file, rest, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
    }
    run('update')
    run('install', '--no-install-recommends', 'chromium')
    if (findChromium()) return true
  }
  console.error(
    'entente: no Chromium found, so the browser journeys will fail. Install it (Debian: apt-get install chromium; others: Chrome or Chromium), or set CHROMIUM to its path.',
  )
  return false
}

/** Words that make apt-get usable: none as root, sudo where it asks no password; undefined where it is not usable. */
function aptPrefix(): string[] | undefined {
  if (spawnSync('apt-get', ['--version']).status !== 0) return undefined
  const environment = ['env', 'DEBIAN_FRONTEND=noninteractive']
  if (process.getuid?.() === 0) return environment
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n', ...environment] : undefined
}

if (import.meta.main && !ensureChromium()) process.exit(1)

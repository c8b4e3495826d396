// Runs one of the project's programs on the project's own Node, after making sure that everything is installed:
//
//   node scripts/bootstrap.mjs scripts/start.ts [arguments]
//
// This file runs before anything is installed, on whichever Node the machine has (18 or newer): plain JavaScript, nothing
// but Node's own modules.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const windows = process.platform === 'win32'
const wanted = readJson(join(root, 'package.json')).dependencies.node

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}

function fail(sentence) {
  console.error(`entente: ${sentence}`)
  process.exit(1)
}

/**
 * Says what keeps node_modules from being what package-lock.json describes, or '' when it is complete. npm writes the
 * list of what it installed (`.package-lock.json`) last, so an interrupted installation never passes for a whole one.
 */
function difference() {
  const installed = join(modules, '.package-lock.json')
  if (!existsSync(installed)) return 'nothing is installed yet'
  const present = readJson(installed).packages
  for (const [path, entry] of Object.entries(readJson(join(root, 'package-lock.json')).packages)) {
    // A workspace that is not in this tree cannot be linked.
    if (!path.includes('node_modules/') || (entry.link && !existsSync(join(root, entry.resolved)))) continue
    const found = present[path]
    if (found ? found.version !== entry.version : !entry.optional)
      return `${path.replace(/^node_modules\//, '')} changed`
  }
  return ''
}

/** The environment without our own node_modules/.bin, so that npm does not run on the Node it is about to replace. */
function environmentOutside() {
  const env = { ...process.env }
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  const ours = join(modules, '.bin')
  env[name] = (env[name] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== ours)
    .join(delimiter)
  return env
}

/** Runs a child and passes on what ends us, so that no half-done work goes on behind our back. */
function run(file, args, options) {
  return new Promise((done) => {
    const child = spawn(file, args, options)
    const passOn = new Map(['SIGTERM', 'SIGHUP', 'SIGINT'].map((signal) => [signal, () => pass(child, signal)]))
    for (const [signal, listener] of passOn) process.on(signal, listener)
    child.on('error', (error) => fail(`${file} could not be started (${error.message}). Install Node.js with npm.`))
    child.on('exit', (code, signal) => {
      for (const [name, listener] of passOn) process.off(name, listener)
      done(code ?? 128 + (constants.signals[signal] ?? 1))
    })
  })
}

function pass(child, signal) {
  // A terminal sends Ctrl-C to the whole group: the child has it already.
  if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
}

/** Lets one process at a time install here; returns how to let the next one in. */
async function takeTurn() {
  const lock = join(tmpdir(), `entente-install-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`)
  for (let told = false; ; told = true) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return () => rmSync(lock, { force: true })
    } catch (error) {
      if (error.code !== 'EEXIST') return () => {}
    }
    const holder = Number(existsSync(lock) && readFileSync(lock, 'utf8'))
    if (holder && !isAlive(holder)) rmSync(lock, { force: true })
    else {
      if (!told) console.error('entente: waiting for another process that is installing packages')
      await new Promise((done) => setTimeout(done, 500))
    }
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

async function install() {
  const leave = await takeTurn()
  process.once('exit', leave)
  const reason = difference()
  if (reason) {
    console.error(`entente: installing packages (${reason}); the first time takes a minute or two`)
    const options = { cwd: root, env: environmentOutside(), stdio: ['ignore', 'inherit', 'inherit'], shell: windows }
    const code = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], options)
    if (code > 128) process.exit(code)
    if (code !== 0) fail('npm ci failed; its message stands above.')
  }
  leave()
}

function runtime() {
  return join(modules, 'node', 'bin', windows ? 'node.exe' : 'node')
}

/** The project's Node, fetched again where npm was told not to run install scripts. */
function ensureRuntime() {
  const works = () => existsSync(runtime()) && spawnSync(runtime(), ['--version']).status === 0
  if (works()) return runtime()
  const [major] = process.versions.node.split('.').map(Number)
  console.error(`entente: fetching Node ${wanted}`)
  const folder = join(modules, 'node')
  const options = { cwd: folder, env: environmentOutside(), stdio: ['ignore', 'ignore', 'inherit'] }
  spawnSync(process.execPath, ['installArchSpecificPackage.js'], options)
  if (works()) return runtime()
  if (major >= 24) return process.execPath
  return fail(
    `Node ${wanted} could not be fetched, and this is Node ${process.version}. Install Node 24 and try again.`,
  )
}

/** Hands over to the program: becomes it where Node can, else stays as a parent that passes signals and exit code on. */
function handOver(node, args) {
  const bin = join(modules, '.bin')
  const PATH = [bin, ...(process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== bin)].join(delimiter)
  const env = { ...process.env, PATH }
  if (process.execve && !windows) {
    process.removeAllListeners('warning')
    process.execve(node, [node, ...args], env)
  }
  return run(node, args, { stdio: 'inherit', env })
}

if (Number(process.versions.node.split('.')[0]) < 18) fail(`Node 18 or newer is needed; this is ${process.version}.`)
const [program, ...rest] = process.argv.slice(2)
if (!program) fail('name a program, for example: node scripts/bootstrap.mjs scripts/start.ts')
if (difference()) await install()
const file = join(root, program)
if (!existsSync(file)) fail(`${program} does not exist.`)
process.exit(await handOver(ensureRuntime(), [file, ...rest]))

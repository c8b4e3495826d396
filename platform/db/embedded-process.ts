import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'

/** A process's number and start time, so that a number used again is not taken for the same process. */
export function identity(pid: number): string {
  if (!pid || !alive(pid)) return ''
  const stat = `/proc/${pid}/stat`
  const started = existsSync(stat) ? (readFileSync(stat, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? '') : ''
  return `${pid}:${started}`
}

/** Whether a process of this number runs; one that ended and was not yet fetched by its parent does not. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function isZombie(pid: number): boolean {
  const stat = `/proc/${pid}/stat`
  return existsSync(stat) && readFileSync(stat, 'utf8').split(') ').at(-1)?.startsWith('Z') === true
}

/** Where the system shows command lines, whether this process serves this cluster; elsewhere we take its word. */
export function serves(pid: number, cluster: string): boolean {
  const path = `/proc/${pid}/cmdline`
  if (!existsSync(path)) return true
  return readFileSync(path, 'utf8').includes(cluster)
}

/** Hands each line of a child's output to `log` and keeps the last twenty. */
export function collect(child: ChildProcess, log: (line: string) => void): string[] {
  const tail: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      for (const line of chunk.split('\n').filter(Boolean)) {
        tail.push(line)
        if (tail.length > 20) tail.shift()
        log(line)
      }
    })
  }
  return tail
}

/** A port that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

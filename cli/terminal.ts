import { createInterface } from 'node:readline/promises'

/** A line for whoever sits at the terminal; standard output is left to what was asked for. */
export function tell(line: string): void {
  process.stderr.write(`entente: ${line}\n`)
}

/** Shows how far something has come, on one line that is written over and over; silent where nobody looks. */
export function showProgress(what: string, done: number, total: number): void {
  if (!process.stderr.isTTY) return
  const width = 24
  const filled = total > 0 ? Math.round((Math.min(done, total) / total) * width) : 0
  const bar = '█'.repeat(filled) + '░'.repeat(width - filled)
  process.stderr.write(`\r\u001b[K${what} ${bar} ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`)
}

export function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
}

/** Asks for a yes. Where nobody can be asked, the answer is no. */
export async function confirm(question: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return false
  const line = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return /^\s*(y|yes|o|oui)\s*$/i.test(await line.question(`${question} [y/N] `))
  } finally {
    line.close()
  }
}

/** Writes an answer: JSON for programs, lines for people. */
export function answer(json: boolean, value: unknown, lines: readonly string[]): void {
  process.stdout.write(json ? `${JSON.stringify(value, null, 2)}\n` : lines.map((line) => `${line}\n`).join(''))
}

import { cpus, totalmem } from 'node:os'

/** One figure of a bench: what was measured, at which size, and the numbers with their units in the names. */
export interface Figure {
  bench: string
  case: string
  [number: string]: string | number | boolean | null | readonly (string | number)[]
}

export type Print = (figure: Figure) => void

/** Prints figures as JSON, one object a line, or as text for people. The first line names the machine. */
export function printer(json: boolean): Print {
  const machine = {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  }
  if (json) process.stdout.write(`${JSON.stringify({ machine })}\n`)
  else process.stdout.write(`${machine.cpu}, ${machine.cores} cores, ${machine.memoryGiB} GiB, Node ${machine.node}\n`)
  return (figure) => {
    const { bench, case: name, ...numbers } = figure
    if (json) process.stdout.write(`${JSON.stringify(figure)}\n`)
    else
      process.stdout.write(
        `${bench} ${name.padEnd(28)} ${Object.entries(numbers)
          .map(([label, value]) => `${label} ${typeof value === 'number' ? Math.round(value * 1000) / 1000 : value}`)
          .join('  ')}\n`,
      )
  }
}

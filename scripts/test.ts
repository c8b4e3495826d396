import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildPages } from './build.ts'
import { ensureChromium } from './chromium.ts'

// `npm test` and `npm run check`: everything that has to hold, each check counted as one test, the sum on the last line.
// With arguments (`npm test -- engines/matching`) only the tests they name.

const root = join(import.meta.dirname, '..')
const filters = process.argv.slice(2)
const tally = { passed: 0, failed: 0, skipped: 0 }

type Report = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { name: string; status: string; message: string; assertionResults: { status: string }[] }[]
}

function module(...path: string[]): string {
  return join(root, 'node_modules', ...path)
}

function node(args: string[]): boolean {
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0
}

function check(name: string, run: () => boolean): void {
  console.log(`\n── ${name}`)
  const passed = run()
  console.log(passed ? `${name}: passed` : `${name}: FAILED`)
  tally[passed ? 'passed' : 'failed'] += 1
}

/** Runs Vitest and adds its counts; a file that broke before its first test, or a run that broke, counts as one failure. */
function tests(): void {
  console.log('\n── tests')
  const folder = mkdtempSync(join(tmpdir(), 'entente-report-'))
  const file = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const passed = node([module('vitest', 'vitest.mjs'), 'run', ...reporters, ...filters])
  let broken = 0
  try {
    const report: Report = JSON.parse(readFileSync(file, 'utf8'))
    tally.passed += report.numPassedTests
    tally.skipped += report.numPendingTests + report.numTodoTests
    broken = report.testResults.filter(
      (result) => result.status === 'failed' && !result.assertionResults.some((test) => test.status === 'failed'),
    ).length
    broken += report.numFailedTests
  } catch (error) {
    console.error(`The test report cannot be read: ${error}`)
  }
  tally.failed += passed ? broken : Math.max(1, broken)
  rmSync(folder, { recursive: true, force: true })
}

if (filters.length === 0) {
  ensureChromium()
  check('build', buildPages)
  check('structure', () => node([join(root, 'scripts', 'check-structure.ts')]))
  check('messages', () => node([join(root, 'scripts', 'check-messages.ts')]))
  check('types', () => node([module('typescript', 'bin', 'tsc'), '-p', '.']))
  check('lint', () => node([module('@biomejs', 'biome', 'bin', 'biome'), 'check', '.']))
}
tests()

const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : ''
console.log(`\n${tally.passed} passed, ${tally.failed} failed${skipped}`)
process.exitCode = tally.failed > 0 ? 1 : 0

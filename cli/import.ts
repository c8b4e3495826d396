import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Logger, run } from 'graphile-worker'
import { importJobs } from '#capabilities/organisations/service/import-run.ts'
import { taskList } from '#platform/jobs/jobs.ts'
import type { Client } from '#server/api.ts'
import { type Session, UsageError } from './session.ts'
import { answer, confirm, endProgress, showProgress } from './terminal.ts'

type View = Awaited<ReturnType<Client['organisations']['imports']['get']>>
type Source = View['source']

export interface ImportOptions {
  yes: boolean
  json: boolean
  body?: string
  mapping: Record<string, string>
}

const busy = new Set(['previewing', 'running', 'undoing'])
const doing: Record<string, string> = { previewing: 'looking through', running: 'taking in', undoing: 'taking back' }

/** Looks through a file, says what would become of it, and takes it in where that is wanted. */
export async function importFile(
  session: Session,
  source: Source,
  path: string,
  options: ImportOptions,
): Promise<void> {
  const { imports } = session.api.organisations
  const file = new File([contentOf(path)], basename(path))
  await atWork(session, async () => {
    const started = await imports.start({ source, file, ...(options.body ? { body: options.body } : {}) })
    let view = await settled(session, started.id)
    if (Object.keys(options.mapping).length > 0) {
      await imports.setMapping({ id: view.id, mapping: { ...view.mapping, ...options.mapping } })
      view = await settled(session, view.id)
    }
    if (!options.json) process.stderr.write(`${reportOf(view).join('\n')}\n`)
    if (!options.yes && !(await confirm('Take these rows in?'))) {
      answer(options.json, view, [`Nothing was taken in. To do so: entente import run ${view.id}`])
      return
    }
    await imports.run({ id: view.id })
    view = await settled(session, view.id)
    answer(options.json, view, [...reportOf(view), `To take it back: entente import undo ${view.id}`])
  })
}

/** Takes in, or takes back, an import that was looked through before. */
export async function moveImport(session: Session, how: 'run' | 'undo', id: string, json: boolean): Promise<void> {
  await atWork(session, async () => {
    await session.api.organisations.imports[how]({ id })
    const view = await settled(session, id)
    answer(json, view, reportOf(view))
  })
}

function contentOf(path: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(path))
  } catch (error) {
    throw new UsageError(`${path} cannot be read (${error instanceof Error ? error.message : error}).`)
  }
}

/** Does the imports' own work meanwhile, as no server may be there to do it; where one is, they share it. */
async function atWork({ platform }: Session, work: () => Promise<void>): Promise<void> {
  const runner = await run({
    pgPool: platform.database.pool,
    taskList: taskList(platform, importJobs),
    concurrency: 1,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      if (level === 'error') platform.log.error({}, message)
    }),
  })
  try {
    await work()
  } finally {
    await runner.stop()
  }
}

/** Waits until the present step is done, and shows how far it is. @throws UsageError when the file cannot be used */
async function settled({ api }: Session, id: string): Promise<View> {
  for (;;) {
    const view = await api.organisations.imports.get({ id })
    if (!busy.has(view.state)) {
      endProgress()
      if (view.state === 'failed') throw new UsageError(view.failure ?? 'The file could not be read.')
      return view
    }
    showProgress(doing[view.state] ?? '', view.progress, view.total)
    await pause(250)
  }
}

const outcomes: Record<string, string> = {
  new: 'new',
  merge: 'add to organisations that are here',
  suggested: 'left as suggestions to those who keep the profile',
  unchanged: 'say nothing new',
  look: 'need a look',
  refused: 'refused',
  skipped: 'left out',
}
const problems: Record<string, string> = {
  charactersLost: 'lost characters that could not be restored',
  websiteUnreadable: 'unreadable web address, left blank',
  fieldUnusable: 'a field that does not fit, left blank',
  nameMissing: 'no name',
  countryMissing: 'no country',
  countryUnknown: 'unknown country',
  notARecord: 'not a record',
  columns: 'too few columns',
  inactive: 'not active any more',
  withdrawn: 'withdrawn',
}
const undone: Record<string, string> = {
  removed: 'removed',
  restored: 'restored',
  partly: 'restored in part, as some was changed since',
  kept: 'kept, as somebody changed them since',
}

function reportOf(view: View): string[] {
  const tally = (counts: Record<string, number>, names: Record<string, string>, indent: string) =>
    Object.keys(names)
      .filter((key) => counts[key])
      .map((key) => `${indent}${(counts[key] ?? 0).toLocaleString('en').padStart(8)}  ${names[key]}`)
  const columns = view.columns.map((column) => `${column} → ${view.mapping[column] || '(left out)'}`)
  return [
    `${view.fileName}: ${view.state}, ${view.total.toLocaleString('en')} rows${view.encoding ? `, ${view.encoding}` : ''}`,
    ...(columns.length > 0 ? [`  columns: ${columns.join(', ')}`] : []),
    ...tally(view.counts, outcomes, ''),
    ...(view.repaired > 0 ? [`${view.repaired.toLocaleString('en').padStart(8)}  with restored characters`] : []),
    ...tally(view.problems, problems, '  '),
    ...tally(view.undoing, undone, '  undone '),
  ]
}

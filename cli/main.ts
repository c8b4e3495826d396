#!/usr/bin/env node
import { ORPCError } from '@orpc/server'
import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { ConfigError } from '#platform/config.ts'
import type { ProblemData } from '#platform/errors.ts'
import { checkTrails, isSiteRole, setSiteRole } from './admin.ts'
import { type ImportOptions, importFile, moveImport } from './import.ts'
import { callOperation, listOperations } from './operations.ts'
import { UsageError, withSession } from './session.ts'
import { answer, tell } from './terminal.ts'

/** How the process ends: 0 done, 1 our fault, 2 the command is wrong, 3 refused, 4 a check found something. */
const exit = { fault: 1, usage: 2, refused: 3, found: 4 } as const

interface Common {
  json: boolean
  as?: string
}

const program = new Command('entente')
  .description('Entente on the command line: the same operations as on the site, under the same rules.')
  .option('--json', 'answer in JSON, for programs', false)
  .option('--as <e-mail>', 'do it as this person instead of as the operator of the machine')
  .configureHelp({ showGlobalOptions: true })
  .exitOverride()
const common = () => program.opts<Common>()

program
  .command('operations [words...]')
  .description('list every operation, or those with the words')
  .action((words: string[]) => {
    const { rows, lines } = listOperations(words.join(' '))
    answer(common().json, rows, lines)
  })

program
  .command('call <operation> [input]')
  .description('carry out an operation by its dotted name: entente call organisations.list \'{"q": "graz"}\'')
  .action((operation: string, input: string | undefined) =>
    withSession(common().as, async ({ context }) => {
      const value = await callOperation(context, operation, input)
      answer(true, value, [])
    }),
  )

const column = (text: string, earlier: Record<string, string>) => {
  const at = text.lastIndexOf('=')
  if (at < 1) throw new InvalidArgumentError('Write it as "Column=field", for example "Company name=legalName".')
  return { ...earlier, [text.slice(0, at)]: text.slice(at + 1) }
}

const imports = program.command('import').description('take in files of organisations, with a preview first')
const sources = {
  eche: 'the European Commission’s list of charter holders (CSV)',
  ror: 'ROR records (one JSON object a line, may be gzipped)',
  members: 'a member list (CSV or XLSX)',
} as const
for (const source of ['eche', 'ror', 'members'] as const) {
  const command = imports
    .command(`${source} <file>`)
    .description(sources[source])
    .option('-y, --yes', 'take the rows in without asking', false)
  if (source === 'members')
    command
      .option('--body <id>', 'the organisation whose members they are')
      .option('--mapping <column=field>', 'which field a column is; may be given several times', column, {})
  command.action((file: string, options: Partial<ImportOptions>) =>
    withSession(common().as, (session) =>
      importFile(session, source, file, { yes: false, mapping: {}, ...options, json: common().json }),
    ),
  )
}
imports
  .command('run <id>')
  .description('take in the rows of an import that was looked through')
  .action((id: string) => withSession(common().as, (session) => moveImport(session, 'run', id, common().json)))
imports
  .command('undo <id>')
  .description('take back what an import did')
  .action((id: string) => withSession(common().as, (session) => moveImport(session, 'undo', id, common().json)))

const admin = program.command('admin').description('who administers and moderates the site')
for (const how of ['grant', 'revoke'] as const) {
  admin
    .command(`${how} <e-mail> <role>`)
    .description(how === 'grant' ? 'make somebody an administrator or a moderator' : 'take the role away')
    .action((email: string, role: string) => {
      if (!isSiteRole(role)) throw new UsageError(`"${role}" is no role. Choose administrator or moderator.`)
      return withSession(undefined, async (session) => {
        const roles = await setSiteRole(session, email, role, how === 'grant')
        answer(common().json, { email, roles }, [`${email}: ${roles.join(', ') || 'no role on the site'}`])
      })
    })
}

program
  .command('audit')
  .description('the audit trail')
  .command('check [chain]')
  .description('recompute a chain (an organisation’s id, or "site"), or all of them')
  .action((chain: string | undefined) =>
    withSession(undefined, async ({ platform }) => {
      const checks = await checkTrails(platform, chain)
      const broken = checks.filter(({ brokenAt }) => brokenAt !== null)
      const entries = checks.reduce((sum, each) => sum + each.entries, 0)
      answer(common().json, checks, [
        ...broken.map((each) => `${each.chain}: broken at entry ${each.brokenAt}`),
        ...(checks.length === 1 && broken.length === 0 ? [`head ${checks[0]?.head}`] : []),
        `${checks.length} chains, ${entries} entries, ${broken.length} broken`,
      ])
      if (broken.length > 0) process.exitCode = exit.found
    }),
  )

/** Says what went wrong, and what kind of wrong it is. */
function fail(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exit.usage
  if (error instanceof UsageError) tell(error.message)
  else if (error instanceof ConfigError)
    tell(`the settings do not fit together:\n${error.message.replaceAll(/^/gm, '  ')}`)
  else if (error instanceof ORPCError && error.status < 500) {
    const data = error.data as Partial<ProblemData> | undefined
    if (common().json)
      process.stdout.write(`${JSON.stringify({ status: error.status, title: error.message, ...data })}\n`)
    tell(error.message)
    for (const { field, message } of data?.fields ?? []) tell(`  ${field}: ${message}`)
    return exit.refused
  } else {
    tell(error instanceof Error ? (error.stack ?? error.message) : String(error))
    return exit.fault
  }
  return exit.usage
}

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = fail(error)
}

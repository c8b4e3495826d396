import { z } from 'zod'
import type { Act } from '#platform/access/act.ts'
import { rights } from '#platform/access/policy.ts'
import type { Db } from '#platform/db/database.ts'
import type { Locale } from '#platform/i18n/locales.ts'
import { say } from '#platform/i18n/messages.ts'
import { read, write } from '#platform/procedure.ts'
import { importPolicy, organisationPolicy } from '../policy.ts'
import {
  importDecision,
  importMapping,
  importPage,
  importQuery,
  importRowPage,
  importRowQuery,
  importStart,
  importView,
  inOrganisation,
  suggestionList,
  suggestionSettlement,
} from '../schema.ts'
import { findImport, type ImportRow } from '../service/import-record.ts'
import {
  countRows,
  decideRow,
  listImports,
  listRows,
  runRows,
  setMapping,
  startImport,
  undoRows,
  visibleImports,
} from '../service/imports.ts'
import { findOrganisation } from '../service/profile.ts'
import { listSuggestions, settleSuggestion } from '../service/suggestions.ts'

const byId = z.strictObject({ id: z.uuid() })
const done = z.object({ done: z.literal(true) })

async function present(db: Db, { actor }: Act, locale: Locale, row: ImportRow): Promise<z.input<typeof importView>> {
  const { map, run, undo } = rights(importPolicy, actor, row)
  return {
    ...row,
    ...(await countRows(db, row.id)),
    failure: row.failure ? say(locale, { key: row.failure }) : null,
    can: { map: map && row.source === 'members', run, undo },
  }
}

/** A verb on one import that answers with the import. */
function deed(action: 'run' | 'undo', summary: string, run: (db: Db, act: Act, row: ImportRow) => Promise<void>) {
  return write(importPolicy, action, {
    path: `POST /organisations/imports/{id}/${action}`,
    summary,
    input: byId,
    output: importView,
    run: async ({ input, allow, locale, ...act }) => {
      const row = await findImport(act.db, input.id)
      allow(row)
      await run(act.db, act, row)
      return present(act.db, act, locale, await findImport(act.db, input.id))
    },
  })
}

/** Files of organisations: looked through first, then taken in, and taken back where they should not have been. */
export const importsApi = {
  list: read(importPolicy, 'import', {
    path: 'GET /organisations/imports',
    summary: 'List imports of organisations, newest first',
    input: importQuery,
    output: importPage,
    run: async ({ input, within, locale, ...act }) => {
      const { rows, total } = await listImports(act.db, within(visibleImports(act.actor)), input)
      const views = await Promise.all(rows.map((row) => present(act.db, act, locale, row)))
      return { rows: views, total, page: input.page, perPage: input.perPage }
    },
  }),

  get: read(importPolicy, 'read', {
    path: 'GET /organisations/imports/{id}',
    summary: 'Show how an import fares: progress, counts, problems',
    input: byId,
    output: importView,
    run: async ({ input, allow, locale, ...act }) => {
      const row = await findImport(act.db, input.id)
      allow(row)
      return present(act.db, act, locale, row)
    },
  }),

  start: write(importPolicy, 'import', {
    path: 'POST /organisations/imports',
    summary: 'Send a file of organisations to be looked through',
    description:
      'source: eche (the European Commission’s list of charter holders, CSV), ror (ROR records, one JSON object a line, ' +
      'may be gzipped) or members (a list of one’s own, CSV or XLSX). Nothing is taken in until the import is run.',
    input: importStart,
    output: importView,
    run: async ({ input, allow, locale, ...act }) => {
      if (input.body) await findOrganisation(act.db, input.body)
      allow({ body: input.body ?? null })
      const id = await startImport(act.db, act, {
        source: input.source,
        fileName: input.file.name,
        bytes: new Uint8Array(await input.file.arrayBuffer()),
        body: input.body ?? null,
      })
      return present(act.db, act, locale, await findImport(act.db, id))
    },
  }),

  setMapping: write(importPolicy, 'map', {
    path: 'PUT /organisations/imports/{id}/mapping',
    summary: 'Say which field each column of a member list is',
    input: importMapping,
    output: importView,
    run: async ({ input, allow, locale, ...act }) => {
      const row = await findImport(act.db, input.id)
      allow(row)
      await setMapping(act.db, act, row, input.mapping)
      return present(act.db, act, locale, await findImport(act.db, input.id))
    },
  }),

  rows: read(importPolicy, 'read', {
    path: 'GET /organisations/imports/{id}/rows',
    summary: 'List an import’s rows: what becomes of each, and why',
    input: importRowQuery,
    output: importRowPage,
    run: async ({ db, input, allow, locale }) => {
      const given = await findImport(db, input.id)
      allow(given)
      const { rows, total } = await listRows(db, input)
      const named = given.columns.filter((column) => /^(legal|display)Name$/.test(given.mapping[column] ?? ''))
      return {
        total,
        page: input.page,
        perPage: input.perPage,
        rows: rows.map((row) => ({
          ...row,
          name:
            row.parsed?.displayName ??
            [...named, 'Legal Name', 'name'].map((column) => row.raw[column]).find(Boolean) ??
            '',
          problems: row.problems.map((problem) => ({
            ...problem,
            sentence: say(locale, {
              key: `organisations:importProblem.${problem.code}`,
              values: { field: problem.field ?? '', value: problem.value ?? '' },
            }),
          })),
        })),
      }
    },
  }),

  decide: write(importPolicy, 'decide', {
    path: 'POST /organisations/imports/{id}/rows/{line}',
    summary: 'Say what an unclear row is: new, one that is there, or nothing',
    input: importDecision,
    output: done,
    run: async ({ input, allow, ...act }) => {
      const row = await findImport(act.db, input.id)
      allow(row)
      await decideRow(act.db, act, row, input)
      return { done: true } as const
    },
  }),

  run: deed('run', 'Take in the rows of an import, in the background', runRows),
  undo: deed('undo', 'Take back what an import did, in the background', undoRows),

  suggestions: read(organisationPolicy, 'edit', {
    path: 'GET /organisations/{organisation}/suggestions',
    summary: 'List what imports would add to a profile that its own people keep',
    input: inOrganisation,
    output: suggestionList,
    run: async ({ db, input, allow }) => {
      allow(await findOrganisation(db, input.organisation))
      const rows = await listSuggestions(db, input.organisation)
      return { rows, total: rows.length }
    },
  }),

  settleSuggestion: write(organisationPolicy, 'edit', {
    path: 'POST /organisations/{organisation}/suggestions',
    summary: 'Take over some of what an import suggests, or none of it',
    input: suggestionSettlement,
    output: done,
    run: async ({ input, allow, ...act }) => {
      const row = await findOrganisation(act.db, input.organisation)
      allow(row)
      await settleSuggestion(act.db, act, row, input)
      return { done: true } as const
    },
  }),
}

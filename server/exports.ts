import { call } from '@orpc/server'
import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { notFound } from '#platform/errors.ts'
import type { RequestContext } from '#platform/procedure.ts'
import { type Operation, operations } from './operations.ts'

const AT_MOST = 10_000
const PER_PAGE = 100

type Row = Record<string, unknown>

/** The lists: operations that read pages of rows. */
const lists = new Map(
  operations.flatMap((operation) => {
    const { output } = operation
    const isPage = output instanceof z.ZodObject && 'rows' in output.shape && 'total' in output.shape
    return isPage && operation.meta.effect === 'read' ? [[operation.name, operation] as const] : []
  }),
)

/**
 * Answers `/api/export/organisations.list.csv?country=DE`: all rows of a list (10,000 at most) under the same filters
 * and the same rights as the list itself, as CSV, XLSX or JSON.
 */
export async function answerExport(name: string, url: URL, context: RequestContext): Promise<Response> {
  const [, list = '', format = ''] = /^(.+)\.(csv|xlsx|json)$/.exec(name) ?? []
  const operation = lists.get(list)
  if (!operation) throw notFound()
  const rows = await allRows(operation, url.searchParams, context)
  const file = `${list.replace(/\.list$/, '').replaceAll('.', '-')}.${format}`
  const headers = { 'Content-Disposition': `attachment; filename="${file}"` }
  if (format === 'json')
    return new Response(JSON.stringify(rows), { headers: { ...headers, 'Content-Type': 'application/json' } })
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((column) => column !== 'can')
  const table = rows.map((row) => columns.map((column) => cell(row[column])))
  if (format === 'csv') {
    // The mark at the start tells spreadsheets that the text is UTF-8.
    const text = `\uFEFF${stringify([columns, ...table])}`
    return new Response(text, { headers: { ...headers, 'Content-Type': 'text/csv; charset=utf-8' } })
  }
  // Large, and rarely asked for.
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(list.split('.')[0])
  sheet.addRow(columns).font = { bold: true }
  sheet.addRows(table)
  sheet.views = [{ state: 'frozen', ySplit: 1 }]
  return new Response(await workbook.xlsx.writeBuffer(), {
    headers: { ...headers, 'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  })
}

async function allRows(operation: Operation, params: URLSearchParams, context: RequestContext): Promise<Row[]> {
  const query = queryFor(operation.input, params)
  const ask = async (more: Row) => {
    const answer = await call(operation.procedure, { ...query, ...more }, { context, path: operation.path })
    return (answer as { rows: Row[] }).rows
  }
  // A short list has no pages: it is answered whole.
  if (!(operation.input instanceof z.ZodObject && 'page' in operation.input.shape)) return ask({})
  const rows: Row[] = []
  for (let page = 1; rows.length < AT_MOST; page++) {
    const some = await ask({ page, perPage: PER_PAGE })
    rows.push(...some)
    if (some.length < PER_PAGE) break
  }
  return rows
}

/** The filters as the list's input wants them: several values of a name where the input wants a list, and numbers. */
function queryFor(input: z.ZodType, params: URLSearchParams): Row {
  const shape = input instanceof z.ZodObject ? (input.shape as Record<string, z.ZodType>) : {}
  const query: Row = {}
  for (const name of new Set(params.keys())) {
    if (name === 'page' || name === 'perPage' || name === 'view') continue
    const values = params.getAll(name).filter((value) => value !== '')
    const field = innermost(shape[name])
    const [first] = values
    if (first === undefined) continue
    if (field instanceof z.ZodArray) query[name] = values
    else if (field instanceof z.ZodNumber) query[name] = Number(first)
    else if (field instanceof z.ZodBoolean) query[name] = first === 'true'
    else query[name] = first
  }
  return query
}

function innermost(field: z.ZodType | undefined): z.ZodType | undefined {
  let each = field
  while (each instanceof z.ZodDefault || each instanceof z.ZodOptional || each instanceof z.ZodNullable)
    each = each.unwrap() as z.ZodType
  return each
}

/** A value as a cell. Text that a spreadsheet would run as a formula is given a leading apostrophe. */
function cell(value: unknown): string | number | boolean {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return value
  const text = Array.isArray(value)
    ? value.join('; ')
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

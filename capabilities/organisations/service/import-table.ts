import { parse } from 'csv-parse/sync'
import { isSoundArchive } from '#platform/attachments/archive.ts'
import { Problem } from '#platform/errors.ts'
import { type Encoding, readText } from './import-text.ts'

/** A table as a file holds it: the rows as lists of cells, each with the line it begins on. */
export interface Table {
  rows: { line: number; cells: string[] }[]
  encoding: Encoding
}

const MOST_ROWS = 200_000

/** Reads a workbook's first sheet, or a CSV file whatever divides its cells. @throws Problem `invalid` */
export async function readTable(bytes: Uint8Array): Promise<Table> {
  const table = bytes[0] === 0x50 && bytes[1] === 0x4b ? await readSheet(bytes) : readCsv(bytes)
  if (table.rows.length > MOST_ROWS)
    throw new Problem('too-large', 'organisations:errors.importTooManyRows', { values: { rows: MOST_ROWS } })
  return table
}

function readCsv(bytes: Uint8Array): Table {
  const { text, encoding } = readText(bytes)
  const head = text.slice(0, 5000)
  const delimiter =
    [';', '\t', ',', '|'].sort((one, other) => head.split(other).length - head.split(one).length)[0] ?? ';'
  try {
    const records = parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    const rows = records.map(({ record, info }) => ({
      line: info.lines - record.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0),
      cells: record.map((cell) => cell.trim()),
    }))
    return { rows: rows.filter(({ cells }) => cells.some(Boolean)), encoding }
  } catch {
    throw new Problem('invalid', 'organisations:errors.importUnreadable')
  }
}

async function readSheet(bytes: Uint8Array): Promise<Table> {
  if (!isSoundArchive(bytes)) throw new Problem('invalid', 'organisations:errors.importUnreadable')
  // Large, and rarely wanted.
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.Workbook()
  try {
    const copy = new ArrayBuffer(bytes.byteLength)
    new Uint8Array(copy).set(bytes)
    await workbook.xlsx.load(copy)
  } catch {
    throw new Problem('invalid', 'organisations:errors.importUnreadable')
  }
  const rows: Table['rows'] = []
  workbook.worksheets[0]?.eachRow((row, line) => {
    const cells: string[] = []
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      cells[column - 1] = (
        cell.hyperlink && !/^mailto:/.test(cell.hyperlink) ? cell.text || cell.hyperlink : cell.text
      ).trim()
    })
    if (cells.some(Boolean)) rows.push({ line, cells: Array.from(cells, (cell) => cell ?? '') })
  })
  return { rows, encoding: 'utf-8' }
}

/** The rows below the header as records by column. @param isHeader tells the header row from what stands above it */
export function recordsOf({ rows }: Table, isHeader: (cells: string[]) => boolean) {
  const at = rows.findIndex(({ cells }) => isHeader(cells))
  if (at < 0) return null
  const names = (rows[at]?.cells ?? []).map((name, place, all) =>
    all.indexOf(name) === place && name ? name : `${name || 'column'} ${place + 1}`,
  )
  const records = rows.slice(at + 1).map(({ line, cells }) => ({
    line,
    width: cells.length,
    raw: Object.fromEntries(names.map((name, place) => [name, cells[place] ?? ''])),
  }))
  return { columns: names, records }
}

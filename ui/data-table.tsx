import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Icon } from './icon.tsx'

export interface Column<Row> {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** `end` for numbers. */
  align?: 'end' | undefined
  /** The column that names the row; becomes its header. Default: the first. */
  names?: boolean | undefined
  /** URL that sorts by this column, or turns its order round. */
  sortHref?: string | undefined
  sorted?: 'ascending' | 'descending' | undefined
  /** Closing value, e.g. a sum. */
  foot?: ReactNode
}

// Said outright, because `display: block` on a phone would take the meaning of these elements away.
const table = { role: 'table' }
const group = { role: 'rowgroup' }
const line = { role: 'row' }
const columnHeader = { role: 'columnheader' }
const rowHeader = { role: 'rowheader' }
const cell = { role: 'cell' }
// What scrolls must be reachable with the keyboard.
const scrolls = { tabIndex: 0 }

interface Props<Row> {
  /** What the table holds; always given, hidden only where a heading beside it says the same. */
  caption: ReactNode
  hideCaption?: boolean | undefined
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Stay a table on a phone and scroll sideways; for matrices. */
  keepShape?: boolean | undefined
  /** Instead of rows, when there are none. */
  empty?: ReactNode
}

/** Records in rows. On a phone each row becomes an entry with its labels. */
export function DataTable<Row>({ caption, hideCaption, columns, rows, rowKey, keepShape, empty }: Props<Row>) {
  const naming = columns.find((column) => column.names) ?? columns[0]
  const hasFoot = columns.some((column) => column.foot !== undefined)
  if (rows.length === 0 && empty) return empty
  return (
    <div className="e-table-frame" {...(keepShape ? scrolls : {})}>
      <table className="e-table" {...table} data-keep={keepShape ? '' : undefined}>
        <caption className={hideCaption ? 'sr-only' : undefined}>{caption}</caption>
        <thead {...group}>
          <tr {...line}>
            {columns.map((column) => (
              <th key={column.key} scope="col" {...columnHeader} data-align={column.align} aria-sort={column.sorted}>
                {column.sortHref ? (
                  <Link to={column.sortHref} preventScrollReset>
                    {column.header}
                    <Icon name={column.sorted ? (column.sorted === 'ascending' ? 'sortUp' : 'sortDown') : 'sort'} />
                  </Link>
                ) : (
                  column.header
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...group}>
          {rows.map((row) => (
            <tr key={rowKey(row)} {...line}>
              {columns.map((column) =>
                column === naming ? (
                  <th key={column.key} scope="row" {...rowHeader}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} {...cell} data-align={column.align} data-label={column.header}>
                    <div>{column.cell(row)}</div>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {hasFoot && (
          <tfoot {...group}>
            <tr {...line}>
              {columns.map((column) => (
                <td key={column.key} {...cell} data-align={column.align} data-label={column.header}>
                  {column.foot}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

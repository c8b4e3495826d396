import { useTranslation } from 'react-i18next'
import type { BarRow } from './bar-chart.tsx'
import { DataTable } from './data-table.tsx'

interface Props {
  caption: string
  /** Heading of the first column. */
  rowHeader: string
  series: readonly string[]
  rows: readonly BarRow[]
}

/** The numbers of a BarChart or Radar as a table, for the `table` of its figure. */
export function SeriesTable({ caption, rowHeader, series, rows }: Props) {
  const { i18n } = useTranslation('ui')
  const number = new Intl.NumberFormat(i18n.language)
  return (
    <DataTable
      caption={caption}
      hideCaption
      rows={rows}
      rowKey={(row) => row.label}
      columns={[
        { key: 'label', header: rowHeader, cell: (row) => row.label },
        ...series.map((header, index) => ({
          key: header,
          header,
          align: 'end' as const,
          cell: (row: BarRow) => number.format(row.values[index] ?? 0),
        })),
      ]}
    />
  )
}

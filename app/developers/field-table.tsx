import { useTranslation } from 'react-i18next'
import { DataTable } from '#ui/data-table.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import type { FieldRow } from './fields.ts'

interface Props {
  title: string
  rows: FieldRow[]
  /** Behind a press, for what is long and rarely read. */
  folded?: boolean
}

/** Fields with their types, as a table. */
export function FieldTable({ title, rows, folded = false }: Props) {
  const { t } = useTranslation('app')
  if (rows.length === 0) return null
  const table = (
    <DataTable
      caption={title}
      hideCaption={folded}
      rows={rows}
      rowKey={(row) => row.name}
      columns={[
        {
          key: 'name',
          header: t('developers.field'),
          cell: (row) => (
            <code className="text-sm [overflow-wrap:anywhere]">
              {row.name}
              {row.required && (
                <span className="text-accent" title={t('developers.required')}>
                  {'\u00a0*'}
                  <span className="sr-only">{t('developers.required')}</span>
                </span>
              )}
            </code>
          ),
        },
        {
          key: 'type',
          header: t('developers.type'),
          cell: (row) => <code className="text-sm text-ink-soft [overflow-wrap:anywhere]">{row.type}</code>,
        },
        { key: 'text', header: t('developers.meaning'), cell: (row) => <span lang="en">{row.text}</span> },
      ]}
    />
  )
  return folded ? <Disclosure summary={`${title} (${rows.length})`}>{table}</Disclosure> : table
}

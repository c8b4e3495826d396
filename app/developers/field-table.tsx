import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { DataTable } from '#ui/data-table.tsx'
import { Section } from '#ui/section.tsx'
import type { FieldRow } from './fields.ts'

interface Props {
  title: string
  rows: FieldRow[]
}

/** A long name breaks at its dots, not within a word. */
function Breaking({ name }: { name: string }) {
  return name.split('.').map((part, depth) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a name never move
    <Fragment key={depth}>
      {depth > 0 && (
        <>
          .<wbr />
        </>
      )}
      {part}
    </Fragment>
  ))
}

/** Fields with their types, as a table. */
export function FieldTable({ title, rows }: Props) {
  const { t } = useTranslation('app')
  if (rows.length === 0) return null
  return (
    <Section title={title}>
      <DataTable
        caption={title}
        hideCaption
        rows={rows}
        rowKey={(row) => row.name}
        columns={[
          {
            key: 'name',
            header: t('developers.field'),
            cell: (row) => (
              <code className="text-sm [overflow-wrap:break-word]">
                <Breaking name={row.name} />
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
            cell: (row) => <code className="text-sm text-ink-soft [overflow-wrap:break-word]">{row.type}</code>,
          },
          { key: 'text', header: t('developers.meaning'), cell: (row) => <span lang="en">{row.text}</span> },
        ]}
      />
    </Section>
  )
}

import { useTranslation } from 'react-i18next'
import { DataTable } from '#ui/data-table.tsx'
import type { PersonalTable } from '../schema.ts'

interface Props {
  tables: readonly (PersonalTable & { count?: number })[]
}

/** What is kept about people: what, why, until when; and for a person, how much of it. */
export function RegisterTable({ tables }: Props) {
  const { t, i18n } = useTranslation('people')
  const number = new Intl.NumberFormat(i18n.language)
  // A table that has no words of its own yet is told in the words of the register itself.
  const said = (name: string, part: 'what' | 'why' | 'until', otherwise: string) => {
    const key = `register.${name}.${part}`
    return i18n.exists(key, { ns: 'people', lng: i18n.language }) ? (
      t(`register.${name}.${part}`)
    ) : (
      <span lang="en">{otherwise}</span>
    )
  }
  const counted = tables.some(({ count }) => count !== undefined)
  return (
    <DataTable
      caption={t('register.title')}
      hideCaption
      rows={tables}
      rowKey={(row) => row.name}
      columns={[
        {
          key: 'what',
          header: t('register.what'),
          cell: (row) => said(row.name, 'what', row.name.replaceAll('_', ' ')),
        },
        { key: 'why', header: t('register.why'), cell: (row) => said(row.name, 'why', row.purpose) },
        { key: 'until', header: t('register.until'), cell: (row) => said(row.name, 'until', row.kept) },
        ...(counted
          ? [
              {
                key: 'count',
                header: t('register.count'),
                align: 'end' as const,
                cell: (row: PersonalTable & { count?: number }) => number.format(row.count ?? 0),
              },
            ]
          : []),
      ]}
    />
  )
}

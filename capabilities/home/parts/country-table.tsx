import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { DataTable } from '#ui/data-table.tsx'
import { countryName } from '../../vocabularies/countries.ts'

export const shown = ['need', 'offer', 'organisation'] as const
export type Shown = (typeof shown)[number]

/** How many of each there are in a country. */
export type CountryCount = { country: string } & Record<Shown, number>

interface Props {
  rows: readonly CountryCount[]
  /** The kinds that the map shows. */
  kinds: readonly Shown[]
  /** The list that a number opens. */
  href: (kind: Shown, country: string) => string
}

/** What the map shows, country by country; each number opens into its list. */
export function CountryTable({ rows, kinds, href }: Props) {
  const { t, i18n } = useTranslation('home')
  const number = new Intl.NumberFormat(i18n.language)
  return (
    <DataTable
      caption={t('map.table')}
      keepShape
      rows={rows}
      rowKey={({ country }) => country}
      columns={[
        {
          key: 'country',
          header: t('map.country'),
          cell: ({ country }) => countryName(country, i18n.language),
          foot: t('map.total'),
        },
        ...kinds.map((kind) => ({
          key: kind,
          header: t(`map.of.${kind}`),
          align: 'end' as const,
          cell: (row: CountryCount) =>
            row[kind] === 0 ? '–' : <Link to={href(kind, row.country)}>{number.format(row[kind])}</Link>,
          foot: number.format(rows.reduce((sum, row) => sum + row[kind], 0)),
        })),
      ]}
    />
  )
}

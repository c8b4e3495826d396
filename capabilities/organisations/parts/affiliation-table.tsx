import { useTranslation } from 'react-i18next'
import { Form, Link } from 'react-router'
import type { z } from 'zod'
import { Status } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import { countryName } from '../../vocabularies/countries.ts'
import type { affiliationSides, affiliationView } from '../schema.ts'

interface Props {
  caption: string
  rows: readonly z.infer<typeof affiliationView>[]
  side: (typeof affiliationSides)[number]
}

/** Organisations that belong to one, or that it belongs to, with what the reader may say to it. */
export function AffiliationTable({ caption, rows, side }: Props) {
  const { t, i18n } = useTranslation('organisations')
  const { t: v } = useTranslation('vocabularies')
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' })
  const acts = rows.some(({ can }) => can.confirm || can.end)
  return (
    <DataTable
      caption={caption}
      hideCaption
      rows={rows}
      rowKey={({ organisation }) => organisation.id}
      columns={[
        {
          key: 'name',
          header: t('members.name'),
          cell: ({ organisation }) => (
            <Link to={`/organisations/${organisation.slug}`}>{organisation.displayName}</Link>
          ),
        },
        {
          key: 'place',
          header: t('members.place'),
          cell: ({ organisation: { city, country } }) =>
            [city, countryName(country, i18n.language)].filter(Boolean).join(', '),
        },
        {
          key: 'type',
          header: t('field.organisationType'),
          cell: ({ organisation: { organisationType } }) => v(`organisationType.${organisationType}`),
        },
        {
          key: 'size',
          header: t('field.size'),
          cell: ({ organisation: { size } }) => size && v(`size.${size}`),
        },
        {
          key: 'since',
          header: t('members.since'),
          cell: ({ since, state, proposedBy, can }) =>
            state === 'confirmed' ? (
              date.format(new Date(since))
            ) : (
              <Status tone={can.confirm ? 'warning' : 'neutral'}>
                {can.confirm ? t('members.waitsForUs') : t(`members.proposedBy.${proposedBy}`)}
              </Status>
            ),
        },
        ...(acts
          ? [
              {
                key: 'deed',
                header: t('members.change'),
                cell: (row: Props['rows'][number]) => <Deeds row={row} side={side} />,
              },
            ]
          : []),
      ]}
    />
  )
}

function Deeds({ row, side }: { row: Props['rows'][number]; side: Props['side'] }) {
  const { t } = useTranslation('organisations')
  const { can, state, organisation, body, member } = row
  const whose = <VisuallyHidden>{`: ${organisation.displayName}`}</VisuallyHidden>
  return (
    <div className="flex flex-wrap items-center gap-2">
      {can.confirm && (
        <Form method="post" className="flex flex-wrap gap-2">
          <input type="hidden" name="body" value={body} />
          <input type="hidden" name="member" value={member} />
          <Button size="small" icon="check" name="intent" value="confirm">
            {t('members.confirm')}
            {whose}
          </Button>
          <Button size="small" kind="quiet" name="intent" value="decline">
            {t('members.decline')}
            {whose}
          </Button>
        </Form>
      )}
      {can.end && !can.confirm && (
        <Link to={`?side=${side}&end=${organisation.id}#end`}>
          {state === 'confirmed' ? t('members.end') : t('members.takeBack')}
          {whose}
        </Link>
      )}
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import { LinkButton } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Notice } from '#ui/notice.tsx'
import { listingFromTyped } from './listing-values.tsx'
import { useShownValue } from './shown-value.tsx'

interface Props {
  /** The listing as somebody else saved it meanwhile. */
  theirs: Record<string, unknown>
  /** What the reader typed. */
  typed: Record<string, string | string[]>
  /** The form with their version in it. */
  reloadTo: string
}

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

/** Two people changed the same listing: what differs, side by side, and the two ways on. */
export function VersionConflict({ theirs, typed, reloadTo }: Props) {
  const { t } = useTranslation('listings')
  const shown = useShownValue()
  const mine: Record<string, unknown> = listingFromTyped(typed)
  const differing = Object.keys(mine).filter(
    // An empty language means that it is found from the text.
    (field) => !same(mine[field], theirs[field]) && !(field === 'language' && mine.language === null),
  )
  return (
    <Notice
      tone="warning"
      title={t('conflict.title')}
      actions={
        <LinkButton to={reloadTo} reloadDocument>
          {t('conflict.takeTheirs')}
        </LinkButton>
      }
    >
      <p>{differing.length > 0 ? t('conflict.text') : t('conflict.same')}</p>
      {differing.length > 0 && (
        <DataTable
          caption={t('conflict.caption')}
          hideCaption
          rows={differing}
          rowKey={(field) => field}
          columns={[
            { key: 'field', header: t('conflict.field'), cell: (field) => t(`field.${field}`) },
            {
              key: 'theirs',
              header: t('conflict.theirs'),
              cell: (field) => <span className="whitespace-pre-line">{shown(field, theirs[field])}</span>,
            },
            {
              key: 'mine',
              header: t('conflict.mine'),
              cell: (field) => <span className="whitespace-pre-line">{shown(field, mine[field])}</span>,
            },
          ]}
        />
      )}
    </Notice>
  )
}

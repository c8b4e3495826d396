import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Badge } from '#ui/badge.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { SideBadge } from '../../listings/parts/side-badge.tsx'
import type { ExpressionCard } from '../schema.ts'
import { PartyName } from './party-name.tsx'
import { ReplyClock } from './reply-clock.tsx'
import { StageBadge } from './stage-badge.tsx'

/** Conversations in rows: about what, with whom, how far, until when, and what to do next. */
export function ThreadTable({ rows, caption }: { rows: readonly ExpressionCard[]; caption: string }) {
  const { t } = useTranslation('expressions-of-interest')
  return (
    <DataTable
      caption={caption}
      hideCaption
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'what',
          header: t('inbox.what'),
          cell: ({ id, listing, unread, sides }) => (
            <span className="grid justify-items-start gap-1">
              <Link to={`/inbox/${id}`} lang={listing.language} className={unread ? 'font-bold' : 'font-normal'}>
                {listing.title}
              </Link>
              <span className="flex flex-wrap items-center gap-2 font-normal text-ink-soft">
                {unread && <Badge tone="accent">{t('inbox.new')}</Badge>}
                <SideBadge side={listing.side} />
                {sides.length > 1 ? t('inbox.both') : t(sides[0] === 'owner' ? 'inbox.received' : 'inbox.sent')}
              </span>
            </span>
          ),
        },
        {
          key: 'with',
          header: t('inbox.with'),
          cell: ({ sides, from, to }) => <PartyName party={sides.includes('owner') ? from : to} />,
        },
        { key: 'stage', header: t('inbox.stage'), cell: ({ stage }) => <StageBadge stage={stage} /> },
        {
          key: 'clock',
          header: t('inbox.clock'),
          cell: ({ clock, sides }) => <ReplyClock clock={clock} owed={sides.includes('owner')} />,
        },
        {
          key: 'next',
          header: t('inbox.next'),
          cell: ({ next, stage }) =>
            next && (next.step === 'closed' ? t(`closed.${stage}`) : t(`nextStep.${next.step}`)),
        },
      ]}
    />
  )
}

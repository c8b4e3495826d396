import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { DataTable } from '#ui/data-table.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import type { AuditEntry } from '../schema.ts'

interface Props {
  rows: readonly AuditEntry[]
  /** The trail with one filter set. */
  filterHref: (name: 'chain' | 'subject' | 'actor', value: string) => string
}

/** Who did what, to what, when, through which door. */
export function TrailTable({ rows, filterHref }: Props) {
  const { t, i18n } = useTranslation('administration')
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'short', timeStyle: 'medium' })
  return (
    <DataTable
      caption={t('nav.audit')}
      hideCaption
      rows={rows}
      rowKey={({ chain, seq }) => `${chain}-${seq}`}
      columns={[
        {
          key: 'at',
          header: t('audit.at'),
          cell: ({ at }) => <time dateTime={at}>{date.format(new Date(at))}</time>,
        },
        {
          key: 'what',
          header: t('audit.what'),
          names: true,
          cell: ({ event, subject }) => (
            <>
              <code>{event}</code>
              {subject && (
                <div className="text-sm font-normal">
                  <Link to={filterHref('subject', subject)}>{t('audit.sameSubject')}</Link>
                </div>
              )}
            </>
          ),
        },
        {
          key: 'who',
          header: t('audit.who'),
          cell: ({ actor, actorName, actorKind, door }) => (
            <>
              {actor ? (
                <Link to={filterHref('actor', actor)}>{actorName ?? t('audit.erased')}</Link>
              ) : (
                t(actorKind === 'system' ? 'audit.site' : 'audit.visitor')
              )}
              <div className="text-sm text-ink-soft">{t(`audit.doors.${door}`)}</div>
            </>
          ),
        },
        {
          key: 'chain',
          header: t('audit.chain'),
          cell: ({ chain, chainName, seq }) => (
            <>
              <Link to={filterHref('chain', chain)}>
                {chain === 'site' ? t('audit.theSite') : (chainName ?? t('audit.gone'))}
              </Link>
              <div className="text-sm text-ink-soft">{t('audit.seq', { seq })}</div>
            </>
          ),
        },
        {
          key: 'facts',
          header: t('audit.facts'),
          cell: ({ facts, hash }) => (
            <Disclosure summary={t('audit.details')}>
              <dl className="e-facts text-sm [overflow-wrap:anywhere]">
                {Object.entries(facts).map(([name, value]) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
                  </div>
                ))}
                <div>
                  <dt>{t('audit.hash')}</dt>
                  <dd>
                    <code>{hash}</code>
                  </dd>
                </div>
              </dl>
            </Disclosure>
          ),
        },
      ]}
    />
  )
}

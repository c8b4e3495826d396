import { useTranslation } from 'react-i18next'
import { Form, Link } from 'react-router'
import { Status, type Tone } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import type { JobState, JobView } from '../schema.ts'

const tones: Record<JobState, Tone> = { waiting: 'neutral', retrying: 'warning', failed: 'danger', running: 'info' }

/** Background jobs, with what went wrong and what can be done about it. */
export function JobTable({ rows, dropHref }: { rows: readonly JobView[]; dropHref: (id: string) => string }) {
  const { t, i18n } = useTranslation('administration')
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'short', timeStyle: 'short' })
  return (
    <DataTable
      caption={t('nav.jobs')}
      hideCaption
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'task',
          header: t('jobs.task'),
          cell: (row) => (
            <>
              <code>{row.task}</code>
              <div className="text-sm font-normal text-ink-soft">{t('jobs.number', { id: row.id })}</div>
            </>
          ),
        },
        {
          key: 'state',
          header: t('jobs.state'),
          cell: (row) => (
            <>
              <Status tone={tones[row.state]}>{t(`jobs.states.${row.state}`)}</Status>
              <div className="text-sm">{t('jobs.tries', { done: row.attempts, most: row.maxAttempts })}</div>
            </>
          ),
        },
        {
          key: 'when',
          header: t('jobs.when'),
          cell: (row) => (
            <>
              <div>{date.format(new Date(row.createdAt))}</div>
              {row.state !== 'failed' && (
                <div className="text-sm text-ink-soft">
                  {t('jobs.notBefore', { date: date.format(new Date(row.runAt)) })}
                </div>
              )}
            </>
          ),
        },
        {
          key: 'error',
          header: t('jobs.error'),
          cell: (row) => (
            <div className="grid gap-2">
              {row.lastError && (
                <span className="[overflow-wrap:anywhere]" lang="en">
                  {row.lastError.split('\n')[0]?.slice(0, 300)}
                </span>
              )}
              <Disclosure summary={t('jobs.details')}>
                <pre className="overflow-x-auto text-sm" lang="en">
                  {JSON.stringify(row.payload, null, 2)}
                  {row.lastError?.includes('\n') ? `\n\n${row.lastError}` : ''}
                </pre>
              </Disclosure>
            </div>
          ),
        },
        {
          key: 'deed',
          header: t('jobs.change'),
          cell: (row) => (
            <div className="flex flex-wrap items-center gap-3">
              {row.can.retry && (
                <Form method="post">
                  <input type="hidden" name="id" value={row.id} />
                  <Button size="small" name="intent" value="retry">
                    {t('jobs.retry')}
                    <VisuallyHidden>{`: ${row.task} ${row.id}`}</VisuallyHidden>
                  </Button>
                </Form>
              )}
              {row.can.drop && (
                <Link to={dropHref(row.id)}>
                  {t('jobs.drop')}
                  <VisuallyHidden>{`: ${row.task} ${row.id}`}</VisuallyHidden>
                </Link>
              )}
            </div>
          ),
        },
      ]}
    />
  )
}

import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { LinkButton } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Stat, Stats } from '#ui/stat.tsx'
import { load } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api, reader } = requestOf(context)
  const one = { perPage: 1 }
  return load(request, async () => {
    const [review, reported, requests, claimed, imports, trail] = await Promise.all([
      api.listings.review.list(one),
      api.reports.list(one),
      api.organisations.requests(one),
      api.organisations.list({ ...one, standing: ['claimed'] }),
      api.organisations.imports.list({ ...one, state: ['ready'] }),
      api.administration.audit.check({}),
    ])
    const running = reader?.administrator
      ? await Promise.all([
          api.administration.jobs.list(one),
          api.administration.mail.list({ ...one, state: ['failed'] }),
          api.people.list({ ...one, suspended: true }),
          api.people.list(one),
        ])
      : null
    return {
      queues: {
        review: review.total,
        reported: reported.total,
        requests: requests.total,
        claimed: claimed.total,
        imports: imports.total,
      },
      trail,
      running: running && {
        failed: running[0].byState.failed,
        retrying: running[0].byState.retrying,
        mail: running[1].total,
        suspended: running[2].total,
        people: running[3].total,
      },
    }
  })
}

const addresses = {
  review: '/review',
  reported: '/admin/reports',
  requests: '/admin/requests',
  claimed: '/organisations?standing=claimed',
  imports: '/imports?state=ready',
} as const
const queues = Object.keys(addresses) as (keyof typeof addresses)[]

/** What waits for those who moderate and run the site. */
export default function AdministrationOverview() {
  const { queues: waiting, trail, running } = useLoaderData<typeof loader>()
  const { t, i18n } = useTranslation('administration')
  const number = new Intl.NumberFormat(i18n.language)
  const nothing = queues.every((queue) => waiting[queue] === 0)
  return (
    <>
      <Head title={t('overview.title')} hidden />
      <PageHeader title={t('overview.title')} lead={t('overview.lead')} />
      {trail.brokenAt !== null && (
        <Notice
          tone="danger"
          title={t('audit.broken', { seq: trail.brokenAt })}
          actions={<LinkButton to="/admin/audit?chain=site">{t('overview.seeTrail')}</LinkButton>}
        >
          {t('audit.brokenText')}
        </Notice>
      )}
      <Section title={t('overview.waiting')}>
        {nothing ? (
          <EmptyState icon="check" title={t('overview.nothing')} level={3}>
            {t('overview.nothingText')}
          </EmptyState>
        ) : (
          <Stats>
            {queues.map((queue) => (
              <Stat
                key={queue}
                value={number.format(waiting[queue])}
                label={t(`overview.queue.${queue}.label`, { count: waiting[queue] })}
                note={t(`overview.queue.${queue}.hint`)}
                to={addresses[queue]}
              />
            ))}
          </Stats>
        )}
      </Section>
      {running && (
        <Section title={t('nav.running')}>
          <Stats>
            <Stat
              value={number.format(running.failed)}
              label={t('overview.failed', { count: running.failed })}
              note={t('overview.retrying', { count: running.retrying })}
              to="/admin/jobs?state=failed"
            />
            <Stat
              value={number.format(running.mail)}
              label={t('overview.mail', { count: running.mail })}
              to="/outbox?state=failed"
            />
            <Stat
              value={number.format(running.people)}
              label={t('overview.people', { count: running.people })}
              note={t('overview.suspended', { count: running.suspended })}
              to="/admin/people"
            />
            <Stat
              value={number.format(trail.entries)}
              label={t('overview.entries', { count: trail.entries })}
              note={trail.brokenAt === null ? t('audit.wholeShort') : t('audit.brokenShort')}
              to="/admin/audit?chain=site"
            />
          </Stats>
        </Section>
      )}
    </>
  )
}

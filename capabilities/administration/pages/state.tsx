import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Status } from '#ui/badge.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DescriptionList } from '#ui/description-list.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Stat, Stats } from '#ui/stat.tsx'
import { load } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { jobStates, mailStates } from '../parts/choices.tsx'

const MEGABYTE = 1_000_000

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api } = requestOf(context)
  return load(request, () => api.administration.site.state({}))
}

/** How the site fares, and by which settings. */
export default function SiteState() {
  const state = useLoaderData<typeof loader>()
  const { t, i18n } = useTranslation('administration')
  const number = new Intl.NumberFormat(i18n.language)
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  const megabytes = (bytes: number) =>
    new Intl.NumberFormat(i18n.language, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(
      bytes / MEGABYTE,
    )
  return (
    <>
      <Head title={t('nav.state')} hidden />
      <PageHeader title={t('nav.state')} lead={t('site.lead')} />
      <Section title={t('site.process')}>
        <DescriptionList
          facts={[
            { term: 'Entente', value: state.version },
            { term: 'Node.js', value: state.node },
            {
              term: 'PostgreSQL',
              value: `${state.postgresql} · ${t(state.database.embedded ? 'site.embedded' : 'site.own')}`,
            },
            { term: t('site.since'), value: date.format(new Date(state.startedAt)) },
            { term: t('site.memory'), value: megabytes(state.memory) },
            { term: t('site.database'), value: megabytes(state.database.bytes) },
            { term: t('site.connections'), value: number.format(state.database.connections) },
          ]}
        />
      </Section>
      <Section title={t('nav.jobs')}>
        <Stats>
          {jobStates.map((each) => (
            <Stat
              key={each}
              value={number.format(state.jobs[each] ?? 0)}
              label={t(`jobs.states.${each}`)}
              to={`/admin/jobs?state=${each}`}
            />
          ))}
        </Stats>
      </Section>
      <Section title={t('outbox.title')}>
        <Stats>
          {mailStates.map((each) => (
            <Stat
              key={each}
              value={number.format(state.mail[each] ?? 0)}
              label={t(`state.${each}`)}
              to={`/outbox?state=${each}`}
            />
          ))}
        </Stats>
      </Section>
      <Section title={t('site.readers')} lead={t('site.readersLead')}>
        <DataTable
          caption={t('site.readers')}
          hideCaption
          rows={state.readers}
          rowKey={({ name }) => name}
          empty={<p>{t('site.noReaders')}</p>}
          columns={[
            { key: 'name', header: t('site.reader'), cell: ({ name }) => <code>{name}</code> },
            {
              key: 'behind',
              header: t('site.behind'),
              cell: ({ behind }) => (
                <Status tone={behind === 0 ? 'success' : behind < 1000 ? 'neutral' : 'warning'}>
                  {behind === 0 ? t('site.current') : t('site.behindBy', { count: behind })}
                </Status>
              ),
            },
          ]}
        />
      </Section>
      <Section title={t('site.matching')} lead={t('site.matchingLead')}>
        <DescriptionList
          facts={[
            { term: t('jobs.state'), value: t(`site.matchingStates.${state.matching.state}`) },
            { term: t('site.documents'), value: number.format(state.matching.documents) },
            {
              term: t('site.behind'),
              value: state.matching.lag === 0 ? t('site.current') : t('site.behindBy', { count: state.matching.lag }),
            },
          ]}
        />
      </Section>
      <Section title={t('site.settings')} lead={t('site.settingsLead')}>
        <DataTable
          caption={t('site.settings')}
          hideCaption
          rows={state.settings}
          rowKey={({ name }) => name}
          columns={[
            { key: 'name', header: t('site.setting'), cell: ({ name }) => <code>{name}</code> },
            {
              key: 'value',
              header: t('site.value'),
              cell: ({ value }) =>
                value === null ? (
                  <span className="text-ink-soft">{t('site.unset')}</span>
                ) : (
                  <code className="[overflow-wrap:anywhere]">{value}</code>
                ),
            },
          ]}
        />
      </Section>
      <Section title={t('site.tables')} lead={t('site.tablesLead')}>
        <Disclosure summary={t('site.allTables', { count: state.tables.length })}>
          <DataTable
            caption={t('site.tables')}
            hideCaption
            rows={state.tables}
            rowKey={({ name }) => name}
            columns={[
              { key: 'name', header: t('site.table'), cell: ({ name }) => <code>{name}</code> },
              { key: 'rows', header: t('site.rows'), align: 'end', cell: ({ rows }) => number.format(rows) },
              { key: 'bytes', header: t('site.size'), align: 'end', cell: ({ bytes }) => megabytes(bytes) },
            ]}
          />
        </Disclosure>
      </Section>
    </>
  )
}

import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, useLoaderData, useLocation } from 'react-router'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { load } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { activeFilters, type FacetChoice, facetsOf, listLinks } from '#web/list.ts'
import { queryOf } from '#web/query.ts'
import { requestOf } from '#web/request.ts'
import { mailStates } from '../parts/choices.tsx'
import { MailStatus } from '../parts/mail-status.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api, reader, keepsMail } = requestOf(context)
  const query = queryOf(request, { many: ['state'] })
  const page = await load(request, () => api.administration.mail.list(query))
  return { ...page, query, states: mailStates, all: reader?.administrator ?? false, keepsMail }
}

/** The mail that the site wrote: to oneself, and for administrators to everybody. */
export default function Outbox() {
  const { rows, total, page, perPage, query, states, all, keepsMail } = useLoaderData<typeof loader>()
  const { t, i18n } = useTranslation('administration')
  const { pathname, search } = useLocation()
  const links = listLinks(pathname + search, 'administration.mail.list')
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  const choices: FacetChoice[] = [
    {
      name: 'state',
      label: t('outbox.state'),
      options: states.map((value) => ({ value, label: t(`state.${value}`) })),
      chosen: (query.state as string[] | undefined) ?? [],
    },
  ]
  return (
    <Page>
      <Head title={t('outbox.title')} hidden />
      <PageHeader
        title={t('outbox.title')}
        lead={`${t(all ? 'outbox.all' : 'outbox.own')} ${t(keepsMail ? 'outbox.kept' : 'outbox.sent')}`}
      />
      <FilterBar
        action={pathname}
        search={{ label: t('outbox.search'), value: query.q as string | undefined }}
        facets={facetsOf(choices)}
        active={activeFilters(choices, links)}
        clearHref={links.clear}
        count={t('outbox.count', { count: total })}
        exports={links.exports}
      />
      <DataTable
        caption={t('outbox.title')}
        hideCaption
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState icon="mail" title={t('outbox.emptyTitle')} action={<Link to="/home">{t('outbox.home')}</Link>}>
            {t('outbox.emptyText')}
          </EmptyState>
        }
        columns={[
          {
            key: 'subject',
            header: t('outbox.subject'),
            cell: (row) => (
              <Link to={`/outbox/${row.id}`} lang={row.locale}>
                {row.subject}
              </Link>
            ),
          },
          {
            key: 'to',
            header: t('outbox.to'),
            cell: (row) => <span className="[overflow-wrap:anywhere]">{row.to}</span>,
          },
          { key: 'state', header: t('outbox.state'), cell: (row) => <MailStatus state={row.state} /> },
          { key: 'at', header: t('outbox.at'), cell: (row) => date.format(new Date(row.createdAt)) },
        ]}
      />
      <Pagination page={page} pageSize={perPage} total={total} href={links.page} />
    </Page>
  )
}

import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, useLoaderData, useLocation } from 'react-router'
import { LinkButton } from '#ui/button.tsx'
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
import { importSources, importStates } from '../parts/choices.tsx'
import { ImportState } from '../parts/import-state.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api } = requestOf(context)
  const query = queryOf(request, { many: ['source', 'state'] })
  return load(request, async () => {
    // Those who take in nothing yet are told so by the page; visitors are led to sign in.
    await api.organisations.mine({})
    return { ...(await api.organisations.imports.list(query)), query }
  })
}

/** The files that were sent, newest first. */
export default function ImportList() {
  const { rows, total, page, perPage, query } = useLoaderData<typeof loader>()
  const { t, i18n } = useTranslation('organisations')
  const { pathname, search } = useLocation()
  const links = listLinks(pathname + search, 'organisations.imports.list')
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  const number = new Intl.NumberFormat(i18n.language)
  const chosen = (name: string) => (query[name] as string[] | undefined) ?? []
  const choices: FacetChoice[] = [
    {
      name: 'source',
      label: t('imports.sourceTitle'),
      options: importSources.map((value) => ({ value, label: t(`imports.source.${value}`) })),
      chosen: chosen('source'),
    },
    {
      name: 'state',
      label: t('imports.stateTitle'),
      options: importStates.map((value) => ({ value, label: t(`imports.state.${value}`) })),
      chosen: chosen('state'),
    },
  ]
  const filtered = query.q !== undefined || choices.some((choice) => choice.chosen.length > 0)
  const begin = (kind: 'primary' | 'plain') => (
    <LinkButton kind={kind} icon="upload" to="/imports/new">
      {t('imports.new')}
    </LinkButton>
  )
  return (
    <Page>
      <Head title={t('imports.title')} hidden />
      <PageHeader title={t('imports.title')} lead={t('imports.lead')} actions={begin('primary')} />
      <FilterBar
        action={pathname}
        search={{ label: t('imports.searchFiles'), value: query.q as string | undefined }}
        facets={facetsOf(choices)}
        active={activeFilters(choices, links)}
        clearHref={links.clear}
        count={t('imports.fileCount', { count: total })}
        exports={links.exports}
      />
      {rows.length === 0 ? (
        <EmptyState
          icon="upload"
          title={filtered ? t('imports.noFile') : t('imports.empty')}
          action={filtered ? undefined : begin('plain')}
        >
          {filtered ? t('imports.noRowText') : t('imports.emptyText')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('imports.title')}
          hideCaption
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'file',
              header: t('imports.file'),
              cell: ({ id, fileName }) => <Link to={`/imports/${id}`}>{fileName}</Link>,
            },
            { key: 'source', header: t('imports.sourceTitle'), cell: ({ source }) => t(`imports.source.${source}`) },
            { key: 'state', header: t('imports.stateTitle'), cell: ({ state }) => <ImportState state={state} /> },
            { key: 'rows', header: t('imports.rowsHeader'), align: 'end', cell: (row) => number.format(row.total) },
            {
              key: 'new',
              header: t('imports.outcome.new.label'),
              align: 'end',
              cell: ({ counts }) => number.format(counts.new ?? 0),
            },
            {
              key: 'refused',
              header: t('imports.outcome.refused.label'),
              align: 'end',
              cell: ({ counts }) => number.format(counts.refused ?? 0),
            },
            { key: 'at', header: t('imports.sent'), cell: (row) => date.format(new Date(row.createdAt)) },
          ]}
        />
      )}
      <Pagination page={page} pageSize={perPage} total={total} href={links.page} />
    </Page>
  )
}

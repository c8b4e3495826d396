import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, redirect, useLoaderData, useLocation } from 'react-router'
import { Status } from '#ui/badge.tsx'
import { LinkButton } from '#ui/button.tsx'
import { Card, CardList } from '#ui/card.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { SortLinks } from '#ui/sort-links.tsx'
import { load } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { listLinks } from '#web/list.ts'
import { queryOf } from '#web/query.ts'
import { requestOf } from '#web/request.ts'
import { dayIn } from '../../listings/parts/listing-day.tsx'
import { SearchFilters } from '../parts/search-filters.tsx'
import { boardAddress } from '../schema.ts'

const sorts = ['name', 'newest'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api, reader } = requestOf(context)
  const { pathname, search } = new URL(request.url)
  if (!reader) throw redirect(`/sign-in?to=${encodeURIComponent(pathname + search)}`)
  const { removed, ...query } = queryOf(request)
  return { ...(await load(request, () => api.savedSearches.list(query))), query, removed }
}

/** The searches a person keeps, and what each has told of. */
export default function SavedSearches() {
  const { rows, total, page, perPage, query, removed } = useLoaderData<typeof loader>()
  const { t, i18n } = useTranslation('matches')
  const { pathname, search } = useLocation()
  const links = listLinks(pathname + search, 'savedSearches.list')
  const sort = typeof query.sort === 'string' ? query.sort : sorts[0]
  return (
    <Page>
      <Head title={t('searches.title')} hidden />
      <PageHeader
        title={t('searches.title')}
        lead={t('searches.lead')}
        breadcrumbs={[{ label: t('mine.title'), to: '/matches' }]}
      />
      {typeof removed === 'string' && (
        <Notice
          live
          tone="success"
          title={t('searches.removed')}
          actions={
            <LinkButton size="small" icon="history" to={`/saved-searches/new?${removed}`}>
              {t('searches.saveAgain')}
            </LinkButton>
          }
        />
      )}
      {total === 0 ? (
        <EmptyState
          icon="bell"
          title={t('searches.empty')}
          action={
            <LinkButton kind="primary" to="/discover">
              {t('mine.discover')}
            </LinkButton>
          }
        >
          {t('searches.emptyText')}
        </EmptyState>
      ) : (
        <>
          <FilterBar
            action={pathname}
            count={t('searches.count', { count: total })}
            exports={links.exports}
            sort={
              <SortLinks
                choices={sorts.map((order) => ({
                  label: t(`sort.${order}`),
                  href: links.set('sort', order),
                  current: order === sort,
                }))}
              />
            }
          />
          <CardList label={t('searches.title')}>
            {rows.map((row) => (
              <Card
                key={row.id}
                level={2}
                to={boardAddress(row.query)}
                title={row.name}
                kicker={<Status icon={row.rhythm === 'never' ? 'close' : 'bell'}>{t(`rhythm.${row.rhythm}`)}</Status>}
                foot={
                  <>
                    <span>
                      {row.lastToldAt
                        ? t('searches.told', { count: row.told, date: dayIn(i18n.language, row.lastToldAt) })
                        : t('searches.untold')}
                    </span>
                    <LinkButton size="small" kind="quiet" icon="edit" to={`/saved-searches/${row.id}`}>
                      {t('searches.change')}
                    </LinkButton>
                  </>
                }
              >
                <SearchFilters query={row.query} />
              </Card>
            ))}
          </CardList>
          <Pagination page={page} pageSize={perPage} total={total} href={links.page} />
        </>
      )}
    </Page>
  )
}

import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, redirect, useLoaderData, useLocation } from 'react-router'
import { LinkButton } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { SortLinks } from '#ui/sort-links.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { load } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { listLinks } from '#web/list.ts'
import { queryOf } from '#web/query.ts'
import { requestOf } from '#web/request.ts'
import { flags, type InboxQuery, useInboxFilters, useInboxTabs } from '../parts/inbox-filters.tsx'
import { ThreadTable } from '../parts/thread-table.tsx'
import { boxes, stages } from '../schema.ts'

const sorts = ['newest', 'due'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api, reader } = requestOf(context)
  const { pathname, search } = new URL(request.url)
  if (!reader) throw redirect(`/sign-in?to=${encodeURIComponent(pathname + search)}`)
  const query = queryOf(request, { many: ['stage'], flags })
  const organisation = typeof query.organisation === 'string' ? { organisation: query.organisation } : {}
  return load(request, async () => {
    const [list, counts, mine] = await Promise.all([
      api.expressionsOfInterest.list(query),
      api.expressionsOfInterest.counts(organisation),
      api.organisations.mine({}),
    ])
    return {
      ...{ list, counts, query, stages, organisations: mine.memberships },
      boxes: boxes.filter((box) => reader.moderator || box !== 'reported'),
    }
  })
}

/** All conversations of a reader's organisations, in both directions, each with its clock and its next step. */
export default function Inbox() {
  const { list, counts, query, stages: steps, boxes: directions, organisations } = useLoaderData<typeof loader>()
  const { rows, total, page, perPage } = list
  const { t } = useTranslation('expressions-of-interest')
  const { pathname, search } = useLocation()
  const links = listLinks(pathname + search, 'expressionsOfInterest.list')
  const filter: InboxQuery = query
  const { tabs, chosen } = useInboxTabs(counts, filter)
  const { facets, active } = useInboxFilters({
    query: filter,
    stages: steps,
    boxes: directions,
    links,
    organisations,
    piled: chosen,
  })
  const sort = typeof query.sort === 'string' ? query.sort : sorts[0]
  const unfiltered = Object.keys(query).every((name) => name === 'page' || name === 'sort')
  return (
    <Page>
      <Head title={t('inbox.title')} hidden />
      <PageHeader title={t('inbox.title')} lead={t('inbox.lead')}>
        <Tabs label={t('inbox.tabs')} tabs={tabs} />
      </PageHeader>
      {total === 0 && unfiltered ? (
        <EmptyState
          icon="inbox"
          title={t('inbox.empty')}
          action={
            <>
              <LinkButton kind="primary" to="/discover">
                {t('inbox.emptyAction')}
              </LinkButton>
              <LinkButton icon="plus" to="/listings/new?side=need">
                {t('inbox.emptyPost')}
              </LinkButton>
            </>
          }
        >
          {t('inbox.emptyText')}
        </EmptyState>
      ) : (
        <>
          <FilterBar
            action={pathname}
            search={{ label: t('inbox.search'), value: typeof query.q === 'string' ? query.q : undefined }}
            facets={facets}
            active={active}
            clearHref={links.clear}
            count={t('inbox.count', { count: total })}
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
            keep={{
              sort: typeof query.sort === 'string' ? query.sort : undefined,
              listing: filter.listing,
            }}
          />
          {rows.length === 0 ? (
            <EmptyState
              icon="search"
              title={t('inbox.nothing')}
              action={<LinkButton to="/inbox">{t('inbox.all')}</LinkButton>}
            >
              {t('inbox.nothingText')}
            </EmptyState>
          ) : (
            <ThreadTable rows={rows} caption={t('inbox.title')} />
          )}
          <Pagination page={page} pageSize={perPage} total={total} href={links.page} />
        </>
      )}
    </Page>
  )
}

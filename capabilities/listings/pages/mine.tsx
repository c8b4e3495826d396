import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, redirect, useLoaderData, useLocation } from 'react-router'
import { LinkButton } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { SortLinks } from '#ui/sort-links.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { load } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { activeFilters, type FacetChoice, facetsOf, listLinks } from '#web/list.ts'
import { queryOf } from '#web/query.ts'
import { requestOf } from '#web/request.ts'
import { listingKindIds } from '../../vocabularies/listing-kinds.ts'
import { DeadlineClock } from '../parts/deadline-clock.tsx'
import { dayIn } from '../parts/listing-day.tsx'
import { NextStep } from '../parts/next-step.tsx'
import { SideBadge } from '../parts/side-badge.tsx'
import type { ListingStatus } from '../schema.ts'

const statuses = [
  'draft',
  'returned',
  'review',
  'published',
  'paused',
  'expired',
  'fulfilled',
  'withdrawn',
] as const satisfies readonly ListingStatus[]
const sorts = ['updated', 'newest', 'deadline', 'title'] as const
const filters = ['side', 'kind', 'visibility']

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { api, reader } = requestOf(context)
  const { pathname, search } = new URL(request.url)
  if (!reader) throw redirect(`/sign-in?to=${encodeURIComponent(pathname + search)}`)
  const query = queryOf(request, { many: filters })
  const status = params.status ? { status: [params.status as ListingStatus] } : {}
  const list = await load(request, () => api.listings.mine({ ...query, ...status }))
  return { ...list, query, now: new Date().toISOString(), acts: reader.organisations.length > 0 }
}

/** What the reader's organisations have posted, by how it stands, each with its next step. */
export default function MyListings() {
  const { rows, total, page, perPage, byStatus, query, now, acts } = useLoaderData<typeof loader>()
  const { t, i18n } = useTranslation('listings')
  const { t: v } = useTranslation('vocabularies')
  const { pathname, search } = useLocation()
  const links = listLinks(pathname + search, 'listings.mine')
  const all = Object.values(byStatus).reduce((sum, count) => sum + count, 0)
  const chosen = (name: string) => (query[name] as string[] | undefined) ?? []
  const choices: FacetChoice[] = [
    {
      name: 'side',
      label: t('facet.side'),
      options: ['need', 'offer'].map((value) => ({ value, label: t(`sides.${value}`) })),
      chosen: chosen('side'),
    },
    {
      name: 'kind',
      label: t('facet.kind'),
      options: listingKindIds.map((value) => ({ value, label: v(`listingKind.${value}`) })),
      chosen: chosen('kind'),
    },
    {
      name: 'visibility',
      label: t('field.visibility'),
      options: ['public', 'members', 'anonymous', 'match-only'].map((value) => ({
        value,
        label: t(`visibility.${value}.label`),
      })),
      chosen: chosen('visibility'),
    },
  ]
  const sort = typeof query.sort === 'string' ? query.sort : 'updated'
  const status = pathname.split('/')[3]
  const exported = (href: string) => (status ? `${href}${href.endsWith('?') ? '' : '&'}status=${status}` : href)
  return (
    <Page>
      <Head title={t('mine.title')} hidden />
      <PageHeader
        title={t('mine.title')}
        lead={t('mine.lead')}
        actions={
          all > 0 && (
            <>
              <LinkButton kind="primary" icon="plus" to="/listings/new?side=need">
                {t('discover.postNeed')}
              </LinkButton>
              <LinkButton icon="plus" to="/listings/new?side=offer">
                {t('discover.postOffer')}
              </LinkButton>
            </>
          )
        }
      >
        <Tabs
          label={t('mine.tabs')}
          tabs={[
            { to: `/my/listings${search}`, label: t('mine.all'), count: all, end: true },
            ...statuses
              .filter((one) => byStatus[one] > 0 || one === status)
              .map((one) => ({ to: `/my/listings/${one}${search}`, label: t(`status.${one}`), count: byStatus[one] })),
          ]}
        />
      </PageHeader>
      {all === 0 && Object.keys(query).length === 0 ? (
        <EmptyState
          icon="spark"
          title={t('mine.empty')}
          action={
            <LinkButton kind="primary" to="/listings/new?side=need">
              {t('discover.postNeed')}
            </LinkButton>
          }
        >
          {acts ? t('mine.emptyText') : t('mine.noOrganisation')}
        </EmptyState>
      ) : (
        <>
          <FilterBar
            action={pathname}
            search={{ label: t('mine.search'), value: query.q as string | undefined }}
            facets={facetsOf(choices)}
            active={activeFilters(choices, links)}
            clearHref={links.clear}
            count={t('discover.count', { count: total })}
            exports={links.exports.map(({ label, href }) => ({ label, href: exported(href) }))}
            sort={
              <SortLinks
                choices={sorts.map((order) => ({
                  label: t(`sort.${order}`),
                  href: links.set('sort', order),
                  current: order === sort,
                }))}
              />
            }
            keep={{ sort: query.sort as string | undefined }}
          />
          <DataTable
            caption={t('mine.title')}
            hideCaption
            rows={rows}
            rowKey={({ id }) => id}
            empty={<p className="text-ink-soft">{t('mine.nothing')}</p>}
            columns={[
              {
                key: 'title',
                header: t('mine.what'),
                cell: (row) => (
                  <span className="grid justify-items-start gap-1">
                    <Link to={`/listings/${row.reference}`} lang={row.language}>
                      {row.title}
                    </Link>
                    <span className="flex flex-wrap items-center gap-2 font-normal text-ink-soft">
                      <SideBadge side={row.side} />
                      {row.reference} · {row.organisation?.displayName}
                    </span>
                  </span>
                ),
              },
              { key: 'status', header: t('mine.status'), cell: (row) => t(`status.${row.status}`) },
              { key: 'who', header: t('field.visibility'), cell: (row) => t(`visibility.${row.visibility}.label`) },
              {
                key: 'deadline',
                header: t('mine.until'),
                cell: (row) =>
                  row.deadline ? (
                    <DeadlineClock deadline={row.deadline} now={now} />
                  ) : row.expiresAt ? (
                    dayIn(i18n.language, row.expiresAt)
                  ) : (
                    '–'
                  ),
              },
              { key: 'next', header: t('mine.next'), cell: (row) => <NextStep listing={row} now={now} /> },
            ]}
          />
          <Pagination page={page} pageSize={perPage} total={total} href={links.page} />
        </>
      )}
    </Page>
  )
}

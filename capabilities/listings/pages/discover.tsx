import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, useLoaderData, useLocation } from 'react-router'
import { LinkButton } from '#ui/button.tsx'
import { CardList } from '#ui/card.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { SortLinks } from '#ui/sort-links.tsx'
import { load } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { listLinks } from '#web/list.ts'
import { requestOf } from '#web/request.ts'
import { countryCentroid } from '../../map/country-centroids.ts'
import { countryShapes } from '../../map/geometry.ts'
import { allRows } from '../parts/find-listing.tsx'
import { ListingCard } from '../parts/listing-card.tsx'
import { useListingFilters } from '../parts/listing-filters.tsx'
import { boardQuery, searchOf } from '../parts/listing-query.tsx'
import type { ListingCard as Listing } from '../schema.ts'

// Shown only in one of the views: its script comes when it is needed.
const EuropeMap = lazy(() => import('../../map/parts/europe-map.tsx').then(({ EuropeMap }) => ({ default: EuropeMap })))
const Calendar = lazy(() => import('#ui/calendar.tsx').then(({ Calendar }) => ({ default: Calendar })))

/** Where a listing stands on the map: its owner's place, or the middle of the country of an owner who stays unnamed. */
function placeOf({ organisation, owner }: Listing) {
  if (organisation?.latitude != null && organisation.longitude != null)
    return { latitude: organisation.latitude, longitude: organisation.longitude }
  return countryCentroid(owner.country)
}

/** The first and last instant of a month. */
function monthBounds(month: string) {
  const end = new Date(`${month}-01T00:00:00.000Z`)
  end.setUTCMonth(end.getUTCMonth() + 1)
  return { first: `${month}-01T00:00:00.000Z`, last: new Date(end.getTime() - 1).toISOString() }
}

function monthsFrom(month: string, by: number): string {
  const date = new Date(`${month}-01T00:00:00.000Z`)
  date.setUTCMonth(date.getUTCMonth() + by)
  return date.toISOString().slice(0, 7)
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api } = requestOf(context)
  const { filter, sort, paging, view, month } = boardQuery(request)
  const now = new Date().toISOString()
  return load(request, async () => {
    const [counted, organisation] = await Promise.all([
      api.listings.facets(filter),
      typeof filter.organisation === 'string'
        ? api.organisations.get({ id: filter.organisation }).catch(() => null)
        : null,
    ])
    const base = {
      filter,
      sort,
      view,
      now,
      facets: counted.facets,
      total: counted.total,
      organisation: organisation?.displayName,
      search: searchOf(filter),
    }
    if (view === 'map') {
      const { rows } = await allRows((page) => api.listings.list({ ...filter, sort: 'newest', page, perPage: 100 }))
      const points = rows.flatMap((row) => {
        const place = placeOf(row)
        return place
          ? [{ id: row.id, ...place, label: row.title, kind: row.side, href: `/listings/${row.reference}` }]
          : []
      })
      const unnamed = rows.filter(({ organisation }) => organisation === null).length
      return { ...base, map: { points, unnamed, shown: rows.length, shapes: countryShapes() } }
    }
    if (view === 'calendar') {
      const shown = month ?? now.slice(0, 7)
      const { first, last } = monthBounds(shown)
      const [after, before] = [filter.deadlineAfter, filter.deadlineBefore]
      const bounds = {
        deadlineAfter: typeof after === 'string' && after > first ? after : first,
        deadlineBefore: typeof before === 'string' && before < last ? before : last,
      }
      const { rows } = await allRows((page) =>
        api.listings.list({ ...filter, ...bounds, sort: 'deadline', page, perPage: 100 }),
      )
      return { ...base, calendar: { month: shown, rows } }
    }
    const list = await api.listings.list({ ...filter, ...paging, sort } as Parameters<typeof api.listings.list>[0])
    return { ...base, list }
  })
}

export default function Discover() {
  const data = useLoaderData<typeof loader>()
  const { filter, sort, view, now, facets, total, organisation, search } = data
  const { t, i18n } = useTranslation('listings')
  const { pathname, search: address } = useLocation()
  const links = listLinks(pathname + address, 'listings.list')
  const { facets: shown, active } = useListingFilters(filter, facets, links, organisation)
  const { exports } = listLinks(`${pathname}${search}`, 'listings.list')
  const sorts = [
    ...(filter.q ? (['relevance'] as const) : []),
    'newest' as const,
    'deadline' as const,
    'title' as const,
  ]
  // Programs that read feeds say no language.
  const spoken = `${search ? `${search}&` : '?'}lang=${i18n.resolvedLanguage}`
  const follow = [
    { label: t('discover.atom'), href: `/feeds/listings.atom${spoken}`, type: 'application/atom+xml' },
    { label: t('discover.jsonFeed'), href: `/feeds/listings.json${spoken}`, type: 'application/feed+json' },
    { label: t('discover.ical'), href: `/feeds/deadlines.ics${spoken}`, type: 'text/calendar' },
  ]
  const month = 'calendar' in data ? data.calendar.month : undefined
  return (
    <Page>
      <Head title={t('discover.title')} description={t('discover.lead')} />
      {follow.map(({ label, href, type }) => (
        <link key={type} rel="alternate" type={type} title={label} href={href} />
      ))}
      <PageHeader
        title={t('discover.title')}
        lead={t('discover.lead')}
        actions={
          <>
            <LinkButton kind="primary" icon="plus" to="/listings/new?side=need">
              {t('discover.postNeed')}
            </LinkButton>
            <LinkButton icon="plus" to="/listings/new?side=offer">
              {t('discover.postOffer')}
            </LinkButton>
            {(active.length > 0 || filter.q !== undefined) && (
              <LinkButton kind="quiet" icon="bell" to={`/saved-searches/new${address}`}>
                {t('discover.keep')}
              </LinkButton>
            )}
          </>
        }
      />
      <FilterBar
        action={pathname}
        search={{
          label: t('discover.search'),
          placeholder: t('discover.searchHint'),
          value: filter.q as string | undefined,
        }}
        facets={shown}
        active={active}
        clearHref={links.clear}
        count={t('discover.count', { count: total })}
        views={(['list', 'map', 'calendar'] as const).map((kind) => ({
          kind,
          label: t(`view.${kind}`),
          href: links.set('view', kind === 'list' ? null : kind),
          current: kind === view,
        }))}
        exports={exports}
        sort={
          view === 'list' && (
            <SortLinks
              choices={sorts.map((order) => ({
                label: t(`sort.${order}`),
                href: links.set('sort', order),
                current: order === sort,
              }))}
            />
          )
        }
        keep={{
          view: view === 'list' ? undefined : view,
          month,
          sort: new URLSearchParams(address).get('sort') ?? undefined,
          organisation: filter.organisation as string | undefined,
        }}
      />
      {total === 0 ? (
        <EmptyState
          icon="search"
          title={active.length > 0 || filter.q ? t('discover.empty') : t('discover.none')}
          action={
            <LinkButton kind="primary" to="/listings/new?side=need">
              {t('discover.postNeed')}
            </LinkButton>
          }
        >
          {t('discover.emptyText')}
        </EmptyState>
      ) : 'map' in data ? (
        <div className="grid gap-3">
          <h2 className="sr-only">{t('view.map')}</h2>
          <EuropeMap shapes={data.map.shapes} label={t('discover.title')} points={data.map.points} />
          {data.map.unnamed > 0 && (
            <p className="text-sm text-ink-soft">{t('discover.unnamed', { count: data.map.unnamed })}</p>
          )}
          {data.map.shown < total && (
            <p className="text-sm text-ink-soft">{t('discover.newest', { count: data.map.shown, total })}</p>
          )}
        </div>
      ) : 'calendar' in data ? (
        <Calendar
          month={data.calendar.month}
          today={now.slice(0, 10)}
          previousHref={links.set('month', monthsFrom(data.calendar.month, -1))}
          nextHref={links.set('month', monthsFrom(data.calendar.month, 1))}
          entries={data.calendar.rows.flatMap(({ id, reference, title, side, deadline }) =>
            deadline
              ? [
                  {
                    key: id,
                    date: deadline.slice(0, 10),
                    label: title,
                    detail: t('discover.entry', { side: t(`side.${side}`) }),
                    to: `/listings/${reference}`,
                  },
                ]
              : [],
          )}
        />
      ) : (
        <>
          <CardList label={t('discover.title')}>
            {data.list.rows.map((row) => (
              <ListingCard key={row.id} listing={row} now={now} />
            ))}
          </CardList>
          <Pagination page={data.list.page} pageSize={data.list.perPage} total={data.list.total} href={links.page} />
        </>
      )}
      <p className="text-sm text-ink-soft">
        {t('discover.follow')}{' '}
        {follow.map(({ label, href }, index) => (
          <span key={href}>
            {index > 0 && ' · '}
            <Link to={href} reloadDocument>
              {label}
            </Link>
          </span>
        ))}
      </p>
    </Page>
  )
}

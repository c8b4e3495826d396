import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useLoaderData, useLocation } from 'react-router'
import { LinkButton } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { load } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { activeFilters, type FacetChoice, facetsOf, listLinks } from '#web/list.ts'
import { queryOf } from '#web/query.ts'
import { requestOf } from '#web/request.ts'
import { allRows } from '../../listings/parts/find-listing.tsx'
import { countryCentroid } from '../../map/country-centroids.ts'
import { countryShapes } from '../../map/geometry.ts'
import type { MapPoint } from '../../map/map-point.ts'
import { EuropeMap } from '../../map/parts/europe-map.tsx'
import { countryName, europeanCountryIds } from '../../vocabularies/countries.ts'
import { ecosystemIds } from '../../vocabularies/ecosystems.ts'
import { type CountryCount, CountryTable, type Shown, shown } from '../parts/country-table.tsx'

const none = { rows: [], total: 0 }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api } = requestOf(context)
  const query = queryOf(request, { many: ['show', 'country', 'ecosystem'] })
  const { show, page: _page, ...filter } = query
  const wanted = shown.filter((kind) => !Array.isArray(show) || show.includes(kind))
  const side = wanted.filter((kind) => kind !== 'organisation')
  return load(request, async () => {
    const [listings, organisations] = await Promise.all([
      side.length > 0 ? allRows((page) => api.listings.list({ ...filter, side, page, perPage: 100 })) : none,
      wanted.includes('organisation')
        ? allRows((page) => api.organisations.list({ ...filter, page, perPage: 100 }))
        : none,
    ])
    const counts = new Map<string, CountryCount>()
    const count = (country: string, kind: Shown) => {
      const row = counts.get(country) ?? { country, need: 0, offer: 0, organisation: 0 }
      row[kind]++
      counts.set(country, row)
    }
    const points: MapPoint[] = []
    for (const { id, reference, title, side: kind, owner, organisation } of listings.rows) {
      count(owner.country, kind)
      const known = organisation?.latitude != null && organisation.longitude != null
      const place = known
        ? { latitude: organisation.latitude ?? 0, longitude: organisation.longitude ?? 0 }
        : countryCentroid(owner.country)
      if (place) points.push({ id, ...place, label: title, kind, href: `/listings/${reference}` })
    }
    for (const { id, slug, displayName, country, latitude, longitude } of organisations.rows) {
      count(country, 'organisation')
      const place = latitude === null || longitude === null ? countryCentroid(country) : { latitude, longitude }
      if (place) points.push({ id, ...place, label: displayName, kind: 'organisation', href: `/organisations/${slug}` })
    }
    return {
      ...{ query, wanted, points, counts: [...counts.values()] },
      total: listings.total + organisations.total,
      drawn: listings.rows.length + organisations.rows.length,
      shapes: countryShapes(),
    }
  })
}

/** Everything public on one map, with the same in numbers beside it. */
export default function MapPage() {
  const { query, wanted, points, counts, total, drawn, shapes } = useLoaderData<typeof loader>()
  const { t, i18n } = useTranslation('home')
  const { t: v } = useTranslation('vocabularies')
  const { pathname, search } = useLocation()
  const links = listLinks(pathname + search, 'listings.list')
  const chosen = (name: string) => (query[name] as string[] | undefined) ?? []
  const choices: FacetChoice[] = [
    {
      name: 'show',
      label: t('map.show'),
      options: shown.map((value) => ({ value, label: t(`map.of.${value}`) })),
      chosen: chosen('show'),
    },
    {
      name: 'country',
      label: t('map.country'),
      options: europeanCountryIds
        .map((value) => ({ value, label: countryName(value, i18n.language) }))
        .sort((a, b) => a.label.localeCompare(b.label, i18n.language)),
      chosen: chosen('country'),
    },
    {
      name: 'ecosystem',
      label: t('map.ecosystem'),
      options: ecosystemIds.map((value) => ({ value, label: v(`ecosystem.${value}`) })),
      chosen: chosen('ecosystem'),
    },
  ]
  // What the lists themselves are filtered by, for the downloads and the numbers.
  const listed = new URLSearchParams(search)
  for (const name of ['show', 'page']) listed.delete(name)
  const exported = (operation: string, kinds: readonly Shown[]) => {
    const params = new URLSearchParams(listed)
    for (const kind of kinds) params.append('side', kind)
    return `/api/export/${operation}.csv?${params}`
  }
  const opened = (kind: Shown, country: string) => {
    const params = new URLSearchParams(listed)
    params.delete('country')
    if (kind !== 'organisation') params.set('side', kind)
    params.set('country', country)
    return `${kind === 'organisation' ? '/organisations' : '/discover'}?${params}`
  }
  const rows = counts.toSorted((a, b) =>
    countryName(a.country, i18n.language).localeCompare(countryName(b.country, i18n.language), i18n.language),
  )
  const posts = wanted.filter((kind) => kind !== 'organisation')
  const exports = [
    ...(posts.length > 0 ? [{ label: t('map.csvListings'), href: exported('listings.list', posts) }] : []),
    ...(wanted.includes('organisation')
      ? [{ label: t('map.csvOrganisations'), href: exported('organisations.list', []) }]
      : []),
  ]
  return (
    <Page>
      <Head title={t('map.title')} description={t('map.lead')} />
      <PageHeader title={t('map.title')} lead={t('map.lead')} />
      <FilterBar
        action={pathname}
        search={{ label: t('map.search'), value: typeof query.q === 'string' ? query.q : undefined }}
        facets={facetsOf(choices)}
        active={activeFilters(choices, links)}
        clearHref={links.clear}
        count={t('map.count', { count: total })}
        exports={exports}
      />
      {total === 0 ? (
        <EmptyState
          icon="map"
          title={t('map.empty')}
          action={
            <LinkButton kind="primary" to="/listings/new?side=need">
              {t('start.need')}
            </LinkButton>
          }
        >
          {t('map.emptyText')}
        </EmptyState>
      ) : (
        <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="grid gap-3">
            <h2 className="sr-only">{t('map.title')}</h2>
            <p className="text-sm text-ink-soft">
              {drawn < total ? t('map.someDrawn', { count: drawn, total }) : t('map.caption')}
            </p>
            <EuropeMap shapes={shapes} points={points} label={t('map.title')} />
          </div>
          <CountryTable rows={rows} kinds={wanted} href={opened} />
        </div>
      )}
    </Page>
  )
}

import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useLoaderData, useLocation } from 'react-router'
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
import { activeFilters, type FacetChoice, facetsOf, listLinks } from '#web/list.ts'
import { queryOf } from '#web/query.ts'
import { requestOf } from '#web/request.ts'
import { countryShapes } from '../../map/geometry.ts'
import { countryName, europeanCountryIds } from '../../vocabularies/countries.ts'
import { ecosystemIds } from '../../vocabularies/ecosystems.ts'
import { organisationTypeIds } from '../../vocabularies/organisation-types.ts'
import { roleTagIds } from '../../vocabularies/role-tags.ts'
import { sizeIds } from '../../vocabularies/sizes.ts'
import { standings } from '../parts/choices.tsx'
import { OrganisationCard } from '../parts/organisation-card.tsx'

// Shown only in one of the views: its script comes when it is needed.
const EuropeMap = lazy(() => import('../../map/parts/europe-map.tsx').then(({ EuropeMap }) => ({ default: EuropeMap })))

const filters = ['country', 'organisationType', 'roleTag', 'ecosystem', 'size', 'standing'] as const
const sorts = ['name', 'updated', 'country'] as const
const ON_THE_MAP = 100

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api } = requestOf(context)
  const { view, ...query } = queryOf(request, { many: filters })
  const map = view === 'map'
  const page = await load(request, () =>
    api.organisations.list(map ? { ...query, page: 1, perPage: ON_THE_MAP } : query),
  )
  return {
    ...page,
    query,
    shapes: map ? countryShapes() : null,
  }
}

export default function OrganisationList() {
  const { rows, total, page, perPage, query, shapes } = useLoaderData<typeof loader>()
  const { t, i18n } = useTranslation('organisations')
  const { t: v } = useTranslation('vocabularies')
  const { pathname, search } = useLocation()
  const links = listLinks(pathname + search, 'organisations.list')
  const chosen = (name: string) => (query[name] as string[] | undefined) ?? []
  const choices: FacetChoice[] = [
    {
      name: 'country',
      label: t('facet.country'),
      options: europeanCountryIds
        .map((value) => ({ value, label: countryName(value, i18n.language) }))
        .sort((a, b) => a.label.localeCompare(b.label, i18n.language)),
      chosen: chosen('country'),
    },
    {
      name: 'roleTag',
      label: t('facet.roleTag'),
      options: roleTagIds.map((value) => ({ value, label: v(`roleTag.${value}`) })),
      chosen: chosen('roleTag'),
    },
    {
      name: 'ecosystem',
      label: t('facet.ecosystem'),
      options: ecosystemIds.map((value) => ({ value, label: v(`ecosystem.${value}`) })),
      chosen: chosen('ecosystem'),
    },
    {
      name: 'organisationType',
      label: t('facet.organisationType'),
      options: organisationTypeIds.map((value) => ({ value, label: v(`organisationType.${value}`) })),
      chosen: chosen('organisationType'),
    },
    {
      name: 'size',
      label: t('facet.size'),
      options: sizeIds.map((value) => ({ value, label: v(`size.${value}`) })),
      chosen: chosen('size'),
    },
    {
      name: 'standing',
      label: t('facet.standing'),
      options: standings.map((value) => ({ value, label: t(`standing.${value}`) })),
      chosen: chosen('standing'),
    },
  ]
  const sort = (query.sort as string | undefined) ?? sorts[0]
  return (
    <Page>
      <Head title={t('list.title')} description={t('list.lead')} />
      <PageHeader
        title={t('list.title')}
        lead={t('list.lead')}
        actions={
          <LinkButton kind="primary" icon="plus" to="/organisations/new">
            {t('list.add')}
          </LinkButton>
        }
      />
      <FilterBar
        action={pathname}
        search={{ label: t('list.search'), value: query.q as string | undefined }}
        facets={facetsOf(choices)}
        active={activeFilters(choices, links)}
        clearHref={links.clear}
        count={t('list.count', { count: total })}
        views={[
          { kind: 'list', label: t('view.list'), href: links.set('view', null), current: !shapes },
          { kind: 'map', label: t('view.map'), href: links.set('view', 'map'), current: shapes !== null },
        ]}
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
        keep={{ view: shapes ? 'map' : undefined, sort: query.sort as string | undefined }}
      />
      {rows.length === 0 ? (
        <EmptyState
          title={t('list.empty')}
          action={
            <LinkButton kind="primary" to="/organisations/new">
              {t('list.add')}
            </LinkButton>
          }
        >
          {t('list.emptyText')}
        </EmptyState>
      ) : shapes ? (
        <EuropeMap
          shapes={shapes}
          label={t('list.title')}
          points={rows.flatMap(({ id, latitude, longitude, displayName, slug }) =>
            latitude === null || longitude === null
              ? []
              : [
                  {
                    id,
                    latitude,
                    longitude,
                    label: displayName,
                    href: `/organisations/${slug}`,
                    kind: 'organisation' as const,
                  },
                ],
          )}
        />
      ) : (
        <CardList>
          {rows.map((row) => (
            <OrganisationCard key={row.id} organisation={row} />
          ))}
        </CardList>
      )}
      {!shapes && <Pagination page={page} pageSize={perPage} total={total} href={links.page} />}
    </Page>
  )
}

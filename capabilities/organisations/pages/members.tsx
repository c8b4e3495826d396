import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { type ActionFunctionArgs, Link, type LoaderFunctionArgs, useLoaderData, useLocation } from 'react-router'
import { ConfirmByName } from '#ui/confirm-by-name.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Section } from '#ui/section.tsx'
import { SortLinks } from '#ui/sort-links.tsx'
import { fieldsOf } from '#web/fields.ts'
import { redirectSaying } from '#web/flash.ts'
import { attempt, load } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { activeFilters, type FacetChoice, facetsOf, listLinks } from '#web/list.ts'
import { queryOf } from '#web/query.ts'
import { requestOf } from '#web/request.ts'
import { countryShapes } from '../../map/geometry.ts'
import { countryName, europeanCountryIds } from '../../vocabularies/countries.ts'
import { AffiliationProposal } from '../parts/affiliation-proposal.tsx'
import { AffiliationTable } from '../parts/affiliation-table.tsx'
import { misnamed, useRefused } from '../parts/confirmation.tsx'
import { OrganisationTabs } from '../parts/organisation-tabs.tsx'

// Shown only in one of the views: its script comes when it is needed.
const EuropeMap = lazy(() => import('../../map/parts/europe-map.tsx').then(({ EuropeMap }) => ({ default: EuropeMap })))

const sorts = ['name', 'newest'] as const
const ON_THE_MAP = 100

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { api } = requestOf(context)
  const { view, side: wanted, end, find, ...query } = queryOf(request, { many: ['country'] })
  return load(request, async () => {
    const organisation = await api.organisations.getBySlug({ slug: params.slug ?? '' })
    const { id, members, memberOf, can } = organisation
    const side: 'members' | 'memberOf' =
      wanted === 'memberOf' || (wanted !== 'members' && members === 0 && memberOf > 0) ? 'memberOf' : 'members'
    const map = view === 'map'
    const list = api.organisations.affiliations.list
    const proposed = (of: 'members' | 'memberOf') =>
      can.affiliate ? list({ organisation: id, side: of, state: 'proposed', perPage: 100 }) : null
    const [page, asMember, asBody, found] = await Promise.all([
      list({ ...query, organisation: id, side, ...(map ? { page: 1, perPage: ON_THE_MAP } : {}) }),
      proposed('memberOf'),
      proposed('members'),
      can.affiliate && typeof find === 'string' ? api.organisations.list({ q: find, perPage: 8 }) : null,
    ])
    return {
      ...page,
      organisation,
      side,
      query,
      proposals: [...(asBody?.rows ?? []), ...(asMember?.rows ?? [])],
      find: typeof find === 'string' ? find : '',
      found: found?.rows.filter((row) => row.id !== id),
      end: typeof end === 'string' ? end : null,
      shapes: map ? countryShapes() : null,
    }
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { organisations: api } = requestOf(context).api
  const form = await request.formData()
  const { text, string } = fieldsOf(form)
  return attempt(form, async () => {
    const pair = { body: string('body'), member: string('member') }
    const here = `/organisations/${params.slug}/members`
    switch (text('intent')) {
      case 'propose': {
        const { state } = await api.affiliations.propose(pair)
        return redirectSaying(
          here,
          state === 'confirmed' ? 'organisations:done.affiliated' : 'organisations:done.proposed',
        )
      }
      case 'confirm':
        await api.affiliations.confirm(pair)
        return redirectSaying(here, 'organisations:done.affiliated')
      case 'decline':
        await api.affiliations.decline(pair)
        return redirectSaying(here, 'organisations:done.proposalDeclined')
      default: {
        const own = await api.getBySlug({ slug: params.slug ?? '' })
        const other = await api.get({ id: pair.body === own.id ? pair.member : pair.body })
        const refused = misnamed(form, other.displayName)
        if (refused) return refused
        await api.affiliations.end(pair)
        return redirectSaying(here, 'organisations:done.unaffiliated')
      }
    }
  })
}

/** Who belongs to an organisation, and what it belongs to. */
export default function OrganisationMembers() {
  const { organisation, rows, total, page, perPage, side, query, proposals, find, found, end, shapes } =
    useLoaderData<typeof loader>()
  const { t, i18n } = useTranslation('organisations')
  const { pathname, search } = useLocation()
  const refused = useRefused()
  const { id, displayName: name, slug, can, members, memberOf } = organisation
  const links = listLinks(pathname + search, 'organisations.affiliations.list')
  const countries: FacetChoice = {
    name: 'country',
    label: t('facet.country'),
    options: europeanCountryIds
      .map((value) => ({ value, label: countryName(value, i18n.language) }))
      .sort((a, b) => a.label.localeCompare(b.label, i18n.language)),
    chosen: (query.country as string[] | undefined) ?? [],
  }
  const sort = (query.sort as string | undefined) ?? sorts[0]
  const ending = [...rows, ...proposals].find((row) => row.organisation.id === end && row.can.end)
  const filtered = query.q !== undefined || countries.chosen.length > 0
  const sideLink = (other: 'members' | 'memberOf') => `${pathname}?side=${other}`
  return (
    <Page>
      <Head title={t('members.title', { name })} description={t('members.lead', { name })} />
      <PageHeader
        breadcrumbs={[
          { label: t('list.title'), to: '/organisations' },
          { label: name, to: `/organisations/${slug}` },
        ]}
        title={t('members.title', { name })}
        lead={t('members.lead', { name })}
      >
        <OrganisationTabs organisation={organisation} />
      </PageHeader>
      <ErrorSummary errors={refused?.problem.errors} />
      {ending && (
        <Section title={t('members.endTitle', { name: ending.organisation.displayName })} id="end">
          <ConfirmByName
            name={ending.organisation.displayName}
            warning={t('members.endWarn')}
            label={t('members.endDo')}
            error={refused?.problem.errors.confirmation}
          >
            <input type="hidden" name="intent" value="end" />
            <input type="hidden" name="body" value={ending.body} />
            <input type="hidden" name="member" value={ending.member} />
          </ConfirmByName>
        </Section>
      )}
      {proposals.length > 0 && (
        <Section title={t('members.proposals')} lead={t('members.proposalsLead')}>
          <AffiliationTable caption={t('members.proposals')} rows={proposals} side="members" />
        </Section>
      )}
      <Section title={side === 'members' ? t('members.belongHere') : t('members.belongsTo', { name })}>
        <FilterBar
          action={pathname}
          search={{ label: t('list.search'), value: query.q as string | undefined }}
          facets={facetsOf([countries])}
          active={activeFilters([countries], links)}
          clearHref={sideLink(side)}
          count={t('list.count', { count: total })}
          views={[
            { kind: 'list', label: t('view.list'), href: links.set('view', null), current: !shapes },
            { kind: 'map', label: t('view.map'), href: links.set('view', 'map'), current: shapes !== null },
          ]}
          exports={links.exports.map(({ label, href }) => ({
            label,
            href: withParams(href, { organisation: id, side }),
          }))}
          sort={
            <SortLinks
              choices={[
                ...sorts.map((order) => ({
                  label: t(`members.sort.${order}`),
                  href: links.set('sort', order),
                  current: order === sort,
                })),
              ]}
            />
          }
          keep={{ side, view: shapes ? 'map' : undefined, sort: query.sort as string | undefined }}
        />
        {members > 0 && memberOf > 0 && (
          <p className="mb-4">
            <Link to={sideLink(side === 'members' ? 'memberOf' : 'members')}>
              {side === 'members'
                ? t('members.seeMemberOf', { count: memberOf, name })
                : t('members.seeMembers', { count: members, name })}
            </Link>
          </p>
        )}
        {rows.length === 0 ? (
          <EmptyState icon="network" title={filtered ? t('list.empty') : t('members.empty')} level={3}>
            {filtered ? t('members.emptyFiltered') : can.affiliate ? t('members.emptyOwn') : t('members.emptyText')}
          </EmptyState>
        ) : shapes ? (
          <EuropeMap
            shapes={shapes}
            label={t('members.title', { name })}
            points={rows.flatMap(({ organisation: { id: other, latitude, longitude, displayName, slug: at } }) =>
              latitude === null || longitude === null
                ? []
                : [
                    {
                      id: other,
                      latitude,
                      longitude,
                      label: displayName,
                      href: `/organisations/${at}`,
                      kind: 'organisation' as const,
                    },
                  ],
            )}
          />
        ) : (
          <AffiliationTable caption={t('members.belongHere')} rows={rows} side={side} />
        )}
        {!shapes && <Pagination page={page} pageSize={perPage} total={total} href={links.page} />}
      </Section>
      {can.affiliate && <AffiliationProposal organisation={organisation} words={find} found={found} />}
    </Page>
  )
}

function withParams(href: string, params: Record<string, string>): string {
  const [path = '', query] = href.split('?')
  const all = new URLSearchParams(query)
  for (const name of ['find', 'end']) all.delete(name)
  for (const [name, value] of Object.entries(params)) all.set(name, value)
  return `${path}?${all}`
}

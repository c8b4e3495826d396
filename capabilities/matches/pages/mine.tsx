import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useLocation,
} from 'react-router'
import { LinkButton } from '#ui/button.tsx'
import { CardList } from '#ui/card.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { SortLinks } from '#ui/sort-links.tsx'
import { fieldsOf } from '#web/fields.ts'
import { redirectSaying } from '#web/flash.ts'
import { attempt, load, type Refused } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { activeFilters, type FacetChoice, facetsOf, listLinks } from '#web/list.ts'
import { localTarget } from '#web/local-target.ts'
import { queryOf } from '#web/query.ts'
import { requestOf } from '#web/request.ts'
import { countryName, europeanCountryIds } from '../../vocabularies/countries.ts'
import { listingKindIds } from '../../vocabularies/listing-kinds.ts'
import { MatchEntry } from '../parts/match-entry.tsx'
import { MatchTabs } from '../parts/match-tabs.tsx'
import { offeringUndo, UndoNotice } from '../parts/undo-notice.tsx'
import { WarmingNotice } from '../parts/warming-notice.tsx'

const filters = ['side', 'kind', 'country']
const sorts = ['newest', 'strongest'] as const

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { api, reader } = requestOf(context)
  const { pathname, search } = new URL(request.url)
  if (!reader) throw redirect(`/sign-in?to=${encodeURIComponent(pathname + search)}`)
  const { undo: _undo, ...query } = queryOf(request, { many: filters })
  const show = params.show === 'saved' || params.show === 'dismissed' ? params.show : 'all'
  const [list, own] = await load(request, () =>
    Promise.all([
      api.matches.mine({ ...query, show }),
      api.listings.mine({ status: ['published', 'paused'], sort: 'title', perPage: 100 }),
    ]),
  )
  return {
    ...list,
    query,
    show,
    own: own.rows.map(({ id, title }) => ({ id, title })),
    acts: reader.organisations.length > 0,
    now: new Date().toISOString(),
  }
}

/** What the buttons of every match do, wherever they stand. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { api } = requestOf(context)
  const form = await request.formData()
  const { text, string } = fieldsOf(form)
  const pair = { organisation: string('organisation'), listing: text('listing'), candidate: string('candidate') }
  const to = localTarget(text('to'), '/matches')
  return attempt(form, async () => {
    switch (text('intent')) {
      case 'save':
        await api.matches.save(pair)
        return redirectSaying(to, 'matches:done.saved')
      case 'unsave':
        await api.matches.undo(pair)
        return redirectSaying(to, 'matches:done.unsaved')
      case 'dismiss':
        await api.matches.dismiss(pair)
        return redirect(offeringUndo(to, pair))
      default:
        await api.matches.undo(pair)
        return redirectSaying(to, 'matches:done.restored')
    }
  })
}

export default function MyMatches() {
  const { rows, total, page, perPage, counts, query, show, own, acts, listings, state, now } =
    useLoaderData<typeof loader>()
  const { t, i18n } = useTranslation('matches')
  const { t: v } = useTranslation('vocabularies')
  const refused = useActionData<Refused>()
  const { pathname, search } = useLocation()
  const links = listLinks(pathname + search, 'matches.mine')
  const { exports } = listLinks(links.set('show', show), 'matches.mine')
  const chosen = (name: string) => (query[name] as string[] | undefined) ?? []
  const listing: FacetChoice = {
    name: 'listing',
    label: t('facet.listing'),
    options: own.map(({ id, title }) => ({ value: id, label: title })),
    chosen: typeof query.listing === 'string' ? [query.listing] : [],
  }
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
      name: 'country',
      label: t('facet.country'),
      options: europeanCountryIds
        .map((value) => ({ value, label: countryName(value, i18n.language) }))
        .sort((a, b) => a.label.localeCompare(b.label, i18n.language)),
      chosen: chosen('country'),
    },
  ]
  const sort = typeof query.sort === 'string' ? query.sort : sorts[0]
  const active = activeFilters([listing, ...choices], links)
  const any = counts.all + counts.dismissed > 0
  return (
    <Page>
      <Head title={t('mine.title')} hidden />
      <PageHeader
        title={t('mine.title')}
        lead={t('mine.lead')}
        actions={
          <LinkButton icon="bell" to="/saved-searches">
            {t('mine.savedSearches')}
          </LinkButton>
        }
      >
        <MatchTabs counts={counts} />
      </PageHeader>
      <ErrorSummary errors={refused?.problem.errors} />
      <UndoNotice />
      {state === 'warming' && <WarmingNotice />}
      {any ? (
        <>
          <FilterBar
            action={pathname}
            search={{ label: t('mine.search'), value: query.q as string | undefined }}
            facets={[
              ...facetsOf([listing]).map((facet) => ({ ...facet, choose: 'one' as const })),
              ...facetsOf(choices),
            ]}
            active={active}
            clearHref={links.clear}
            count={t('mine.count', { count: total })}
            exports={exports}
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
          {rows.length === 0 ? (
            <EmptyState
              icon={show === 'saved' ? 'bookmark' : 'search'}
              title={t(active.length > 0 || query.q ? 'mine.noneFound' : `mine.none.${show}`)}
              action={<LinkButton to={active.length > 0 ? links.clear : '/matches'}>{t('mine.showAll')}</LinkButton>}
            >
              {t(`mine.noneText.${show}`)}
            </EmptyState>
          ) : (
            <CardList label={t('mine.title')}>
              {rows.map((match) => (
                <MatchEntry key={`${match.own?.id} ${match.listing.id}`} match={match} now={now} naming />
              ))}
            </CardList>
          )}
          <Pagination page={page} pageSize={perPage} total={total} href={links.page} />
        </>
      ) : (
        <EmptyState
          title={t(acts ? (listings > 0 ? 'mine.empty' : 'mine.noListing') : 'mine.noOrganisation')}
          action={
            acts ? (
              <LinkButton kind="primary" to={listings > 0 ? '/matches/profile' : '/listings/new?side=need'}>
                {t(listings > 0 ? 'mine.near' : 'mine.postNeed')}
              </LinkButton>
            ) : (
              <LinkButton kind="primary" to="/organisations">
                {t('mine.findOrganisation')}
              </LinkButton>
            )
          }
        >
          {t(acts ? (listings > 0 ? 'mine.emptyText' : 'mine.noListingText') : 'mine.noOrganisationText')}
        </EmptyState>
      )}
    </Page>
  )
}

import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, useLoaderData, useLocation } from 'react-router'
import { LinkButton } from '#ui/button.tsx'
import { CardList } from '#ui/card.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Section } from '#ui/section.tsx'
import { load } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { activeFilters, type FacetChoice, facetsOf, listLinks } from '#web/list.ts'
import { queryOf } from '#web/query.ts'
import { requestOf } from '#web/request.ts'
import { ListingCard } from '../../listings/parts/listing-card.tsx'
import { OrganisationCard } from '../../organisations/parts/organisation-card.tsx'
import { countryName, europeanCountryIds } from '../../vocabularies/countries.ts'
import { languageName, languagesForForms } from '../../vocabularies/languages.ts'
import { FOUND_AT_MOST, searchKinds } from '../parts/kinds.tsx'
import type { SearchKind, SearchRow } from '../schema.ts'

const filters = ['kind', 'country', 'language']
/** Of each kind, where all kinds are shown. */
const OF_EACH = 5

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api, answerHeaders } = requestOf(context)
  const { q, kind, country, language, page } = queryOf(request, { many: filters })
  const query = { q, kind, country, language, page } as Parameters<typeof api.search.query>[0]
  const kinds = (query.kind ?? []) as SearchKind[]
  const now = new Date().toISOString()
  return load(request, async () => {
    const answers =
      kinds.length === 1
        ? [await api.search.query(query)]
        : await Promise.all(
            (kinds.length > 0 ? kinds : searchKinds).map((one) =>
              api.search.query({ ...query, kind: [one], page: 1, perPage: OF_EACH }),
            ),
          )
    const complete = answers.every((answer) => answer.complete)
    // What was found while the index was being loaded is not to be kept.
    if (!complete) answerHeaders.set('Cache-Control', 'no-store')
    const counts = Object.fromEntries(
      searchKinds.map((one) => [one, Math.max(...answers.map((answer) => answer.counts[one] ?? 0))]),
    ) as Record<SearchKind, number>
    const [only] = answers
    return {
      q: query.q ?? '',
      kinds,
      country: query.country ?? [],
      language: query.language ?? [],
      groups: searchKinds.flatMap((one) => {
        const rows = answers.flatMap((answer) => answer.rows.filter((row) => row.kind === one))
        return rows.length > 0 ? [{ kind: one, rows, total: counts[one] }] : []
      }),
      total: searchKinds.reduce((sum, one) => sum + counts[one], 0),
      paging: kinds.length === 1 && only ? { page: only.page, perPage: only.perPage, total: only.total } : null,
      complete,
      now,
    }
  })
}

function Found({ row, now }: { row: SearchRow; now: string }) {
  if (row.listing) return <ListingCard listing={row.listing} now={now} level={3} />
  return row.organisation && <OrganisationCard organisation={row.organisation} level={3} />
}

/** Everything that can be found, by its words and by what they mean in other languages. */
export default function Search() {
  const { q, kinds, country, language, groups, total, paging, complete, now } = useLoaderData<typeof loader>()
  const { t, i18n } = useTranslation('search')
  const { pathname, search } = useLocation()
  const links = listLinks(pathname + search, 'search.query')
  const { compare } = new Intl.Collator(i18n.language)
  const choices: FacetChoice[] = [
    {
      name: 'kind',
      label: t('facet.kind'),
      options: searchKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
      chosen: kinds,
    },
    {
      name: 'country',
      label: t('facet.country'),
      options: [...new Set([...europeanCountryIds, ...country])]
        .map((value) => ({ value, label: countryName(value, i18n.language) }))
        .sort((a, b) => compare(a.label, b.label)),
      chosen: country,
    },
    {
      name: 'language',
      label: t('facet.language'),
      options: languagesForForms(i18n.language).map(({ code }) => ({
        value: code,
        label: languageName(code, i18n.language),
      })),
      chosen: language,
    },
  ]
  const number = new Intl.NumberFormat(i18n.language)
  const countOf = (kind: SearchKind, count: number) =>
    count >= FOUND_AT_MOST
      ? t(`countMany.${kind}`, { number: number.format(FOUND_AT_MOST) })
      : t(`count.${kind}`, { count })
  return (
    <Page>
      <Head title={q ? t('titleFor', { q }) : t('title')} description={t('lead')} hidden={q !== ''} />
      <PageHeader title={q ? t('titleFor', { q }) : t('title')} lead={q ? undefined : t('lead')} />
      <FilterBar
        action={pathname}
        search={{ label: t('search'), placeholder: t('searchHint'), value: q, suggests: true }}
        facets={facetsOf(choices)}
        active={activeFilters(choices, links)}
        clearHref={q ? `${pathname}?q=${encodeURIComponent(q)}` : pathname}
        count={q ? t('total', { count: total }) : ''}
        exports={total > 0 ? links.exports : []}
      />
      {!complete && <Notice title={t('warming')}>{t('warmingText')}</Notice>}
      {q === '' ? (
        <EmptyState icon="search" title={t('start')} action={<LinkButton to="/discover">{t('discover')}</LinkButton>}>
          {t('startText')}
        </EmptyState>
      ) : total === 0 ? (
        <EmptyState
          icon="search"
          title={t('empty', { q })}
          action={
            <LinkButton kind="primary" to="/listings/new?side=need">
              {t('postNeed')}
            </LinkButton>
          }
        >
          {t(choices.some(({ chosen }) => chosen.length > 0) ? 'emptyFiltered' : 'emptyText')}
        </EmptyState>
      ) : (
        groups.map((group) => (
          <Section
            key={group.kind}
            title={countOf(group.kind, group.total)}
            action={
              !paging &&
              group.total > group.rows.length && (
                <Link to={links.set('kind', group.kind)}>{t(`all.${group.kind}`)}</Link>
              )
            }
          >
            <CardList label={t(`kind.${group.kind}`)}>
              {group.rows.map((row) => (
                <Found key={row.id} row={row} now={now} />
              ))}
            </CardList>
          </Section>
        ))
      )}
      {paging && <Pagination page={paging.page} pageSize={paging.perPage} total={paging.total} href={links.page} />}
    </Page>
  )
}

import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
  useLocation,
} from 'react-router'
import { CardList } from '#ui/card.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { SortLinks } from '#ui/sort-links.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { fieldsOf } from '#web/fields.ts'
import { redirectSaying } from '#web/flash.ts'
import { attempt, load, type Refused } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { activeFilters, type FacetChoice, facetsOf, listLinks } from '#web/list.ts'
import { queryOf } from '#web/query.ts'
import { requestOf } from '#web/request.ts'
import { reasons, reportStates, subjects } from '../parts/choices.tsx'
import { noteName, ReportCard } from '../parts/report-card.tsx'

const sorts = ['oldest', 'newest'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api } = requestOf(context)
  const query = queryOf(request, { many: ['about', 'reason'] })
  const list = await load(request, () => api.reports.list(query))
  return { ...list, query }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { api } = requestOf(context)
  const form = await request.formData()
  const { string } = fieldsOf(form)
  const { pathname, search } = new URL(request.url)
  return attempt(form, async () => {
    await api.reports.settle({ id: string('id'), note: string('note') })
    return redirectSaying(pathname + search, 'reports:done.settled')
  })
}

/** What people reported to the moderators: what waits, the longest waiting first, and what was dealt with. */
export default function Reports() {
  const { rows, total, page, perPage, byState, query } = useLoaderData<typeof loader>()
  const { t } = useTranslation('reports')
  const { pathname, search } = useLocation()
  const refused = useActionData<Refused>()
  const links = listLinks(pathname + search, 'reports.list')
  const state = query.state === 'settled' ? 'settled' : 'open'
  const sort = query.sort === 'newest' ? 'newest' : 'oldest'
  const choices: FacetChoice[] = [
    {
      name: 'about',
      label: t('facet.about'),
      options: subjects.map((value) => ({ value, label: t(`about.${value}`) })),
      chosen: (query.about as string[] | undefined) ?? [],
    },
    {
      name: 'reason',
      label: t('facet.reason'),
      options: reasons.map((value) => ({ value, label: t(`reason.${value}.label`) })),
      chosen: (query.reason as string[] | undefined) ?? [],
    },
  ]
  const filtered = query.q !== undefined || choices.some(({ chosen }) => chosen.length > 0)
  const { note } = refused?.problem.errors ?? {}
  const errors = note ? { [noteName(String(refused?.values.id))]: note } : refused && { '': refused.problem.message }
  return (
    <>
      <Head title={t('list.title')} hidden />
      <PageHeader title={t('list.title')} lead={t('list.lead')}>
        <Tabs
          label={t('list.states')}
          tabs={reportStates.map((value) => ({
            to: links.set('state', value === 'open' ? null : value),
            label: t(`state.${value}`),
            count: byState[value],
            current: value === state,
          }))}
        />
      </PageHeader>
      <ErrorSummary errors={errors} />
      <FilterBar
        action={pathname}
        search={{ label: t('list.search'), value: query.q as string | undefined }}
        facets={facetsOf(choices)}
        active={activeFilters(choices, links)}
        clearHref={state === 'open' ? pathname : `${pathname}?state=${state}`}
        count={t('list.count', { count: total })}
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
        keep={{ state: query.state as string | undefined, sort: query.sort as string | undefined }}
      />
      {rows.length === 0 ? (
        <EmptyState icon="check" title={t(filtered ? 'list.none' : `list.empty.${state}`)}>
          {t(filtered ? 'list.noneText' : 'list.emptyText')}
        </EmptyState>
      ) : (
        <CardList label={t('list.title')}>
          {rows.map((row) => (
            <ReportCard key={row.id} report={row} refused={refused} />
          ))}
        </CardList>
      )}
      <Pagination page={page} pageSize={perPage} total={total} href={links.page} />
    </>
  )
}

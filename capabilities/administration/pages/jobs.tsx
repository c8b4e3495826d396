import { useTranslation } from 'react-i18next'
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData, useLocation } from 'react-router'
import { ConfirmByName } from '#ui/confirm-by-name.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Section } from '#ui/section.tsx'
import { fieldsOf } from '#web/fields.ts'
import { redirectSaying } from '#web/flash.ts'
import { attempt, load } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { activeFilters, type FacetChoice, facetsOf, listLinks } from '#web/list.ts'
import { queryOf } from '#web/query.ts'
import { requestOf } from '#web/request.ts'
import { misnamed, useRefused } from '../../organisations/parts/confirmation.tsx'
import { jobStates } from '../parts/choices.tsx'
import { JobTable } from '../parts/job-table.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api } = requestOf(context)
  const { drop, ...query } = queryOf(request, { many: ['state', 'task'] })
  const page = await load(request, () => api.administration.jobs.list(query))
  return { ...page, query, drop }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { jobs: api } = requestOf(context).api.administration
  const form = await request.formData()
  const { text, string } = fieldsOf(form)
  const { pathname, searchParams } = new URL(request.url)
  searchParams.delete('drop')
  const here = searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname
  return attempt(form, async () => {
    const id = string('id')
    if (text('intent') === 'retry') {
      await api.retry({ id })
      return redirectSaying(here, 'administration:done.retried')
    }
    const refused = misnamed(form, id)
    if (refused) return refused
    await api.drop({ id })
    return redirectSaying(here, 'administration:done.dropped')
  })
}

/** What the site still has to do in the background, and what it could not do. */
export default function Jobs() {
  const { rows, total, page, perPage, query, drop, byState, tasks } = useLoaderData<typeof loader>()
  const { t } = useTranslation('administration')
  const { pathname, search } = useLocation()
  const refused = useRefused()
  const links = listLinks(pathname + search, 'administration.jobs.list')
  const choices: FacetChoice[] = [
    {
      name: 'state',
      label: t('jobs.state'),
      options: jobStates.map((value) => ({ value, label: t(`jobs.states.${value}`), count: byState[value] })),
      chosen: (query.state as string[] | undefined) ?? [],
    },
    {
      name: 'task',
      label: t('jobs.task'),
      options: tasks.map((value) => ({ value, label: value })),
      chosen: (query.task as string[] | undefined) ?? [],
    },
  ]
  const facets = choices.filter(({ options }) => options.length > 0)
  const dropping = rows.find(({ id, can }) => id === drop && can.drop)
  const filtered = query.q !== undefined || choices.some(({ chosen }) => chosen.length > 0)
  return (
    <>
      <Head title={t('nav.jobs')} hidden />
      <PageHeader title={t('nav.jobs')} lead={t('jobs.lead')} />
      <ErrorSummary errors={refused?.problem.errors} />
      {dropping && (
        <Section title={t('jobs.dropTitle', { task: dropping.task })} id="drop">
          <ConfirmByName
            name={dropping.id}
            warning={t('jobs.dropWarn')}
            label={t('jobs.dropDo')}
            error={refused?.problem.errors.confirmation}
          >
            <input type="hidden" name="intent" value="drop" />
            <input type="hidden" name="id" value={dropping.id} />
          </ConfirmByName>
        </Section>
      )}
      <FilterBar
        action={pathname}
        search={{ label: t('jobs.search'), value: query.q as string | undefined }}
        facets={facetsOf(facets)}
        active={activeFilters(facets, links)}
        clearHref={pathname}
        count={t('jobs.count', { count: total })}
        exports={links.exports}
      />
      {rows.length === 0 ? (
        <EmptyState icon="check" title={filtered ? t('jobs.none') : t('jobs.empty')}>
          {filtered ? t('emptyFiltered') : t('jobs.emptyText')}
        </EmptyState>
      ) : (
        <JobTable rows={rows} dropHref={(id) => `${links.set('drop', id)}#drop`} />
      )}
      <Pagination page={page} pageSize={perPage} total={total} href={links.page} />
    </>
  )
}

import { useTranslation } from 'react-i18next'
import { Form, type LoaderFunctionArgs, useLoaderData, useLocation } from 'react-router'
import { Button } from '#ui/button.tsx'
import { DateInput } from '#ui/date-input.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Section } from '#ui/section.tsx'
import { SortLinks } from '#ui/sort-links.tsx'
import { load } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { activeFilters, type FacetChoice, facetsOf, listLinks } from '#web/list.ts'
import { queryOf } from '#web/query.ts'
import { requestOf } from '#web/request.ts'
import { doors } from '../parts/choices.tsx'
import { TrailChecked } from '../parts/trail-check.tsx'
import { TrailTable } from '../parts/trail-table.tsx'

const sorts = ['newest', 'oldest'] as const
const single = ['chain', 'subject', 'actor', 'from', 'until'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { audit: api } = requestOf(context).api.administration
  const query = queryOf(request, { many: ['door', 'subjectType'] })
  return load(request, async () => {
    const [page, check] = await Promise.all([
      api.list(query),
      api.check(typeof query.chain === 'string' ? { chain: query.chain } : {}),
    ])
    return { ...page, query, check }
  })
}

/** Who did what, and whether the record of it is whole. */
export default function AuditTrail() {
  const { rows, total, page, perPage, query, check, subjectTypes } = useLoaderData<typeof loader>()
  const { t, i18n } = useTranslation('administration')
  const { pathname, search } = useLocation()
  const links = listLinks(pathname + search, 'administration.audit.list')
  const text = (name: string) => query[name] as string | undefined
  const many = (name: string) => (query[name] as string[] | undefined) ?? []
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' })
  const nameOfChain = (chain: string) =>
    chain === 'site' ? t('audit.theSite') : (rows.find((row) => row.chain === chain)?.chainName ?? t('audit.gone'))
  const inWords = (name: (typeof single)[number], value: string) => {
    if (name === 'chain') return nameOfChain(value)
    if (name === 'actor') return rows.find((row) => row.actor === value)?.actorName ?? t('audit.erased')
    if (name === 'subject') return value.slice(-8)
    const day = new Date(`${value}T00:00:00Z`)
    return Number.isNaN(day.getTime()) ? value : date.format(day)
  }
  const choices: FacetChoice[] = [
    {
      name: 'subjectType',
      label: t('audit.subjectType'),
      options: subjectTypes.map((value) => ({ value, label: value })),
      chosen: many('subjectType'),
    },
    {
      name: 'door',
      label: t('audit.door'),
      options: doors.map((value) => ({ value, label: t(`audit.doors.${value}`) })),
      chosen: many('door'),
    },
  ]
  const sort = text('sort') ?? sorts[0]
  const active = [
    ...single.flatMap((name) => {
      const value = text(name)
      return value
        ? [{ label: `${t(`audit.${name}`)}: ${inWords(name, value)}`, removeHref: links.set(name, null) }]
        : []
    }),
    ...activeFilters(choices, links),
  ]
  const keep = Object.fromEntries([...single, 'sort' as const].map((name) => [name, text(name)]))
  return (
    <>
      <Head title={t('nav.audit')} hidden />
      <PageHeader title={t('nav.audit')} lead={t('audit.lead')} />
      <TrailChecked check={check} name={nameOfChain(check.chain)} />
      <FilterBar
        action={pathname}
        search={{ label: t('audit.search'), value: text('q') }}
        facets={facetsOf(choices.filter(({ options }) => options.length > 0))}
        active={active}
        clearHref={pathname}
        count={t('audit.count', { count: total })}
        exports={links.exports}
        sort={
          <SortLinks
            choices={sorts.map((order) => ({
              label: t(`audit.sort.${order}`),
              href: links.set('sort', order),
              current: order === sort,
            }))}
          />
        }
        keep={keep}
      />
      <Disclosure summary={t('audit.days')} open={text('from') !== undefined || text('until') !== undefined}>
        <Form method="get" className="flex flex-wrap items-end gap-4">
          {Object.entries(query).flatMap(([name, value]) =>
            ['from', 'until', 'page'].includes(name)
              ? []
              : [value]
                  .flat()
                  .map((each) => <input key={`${name}-${each}`} type="hidden" name={name} value={String(each)} />),
          )}
          <DateInput name="from" label={t('audit.from')} defaultValue={text('from')} />
          <DateInput name="until" label={t('audit.until')} defaultValue={text('until')} />
          <Button>{t('audit.show')}</Button>
        </Form>
      </Disclosure>
      {rows.length === 0 ? (
        <EmptyState icon="history" title={t('audit.empty')}>
          {t('emptyFiltered')}
        </EmptyState>
      ) : (
        <TrailTable
          rows={rows}
          // "All about this" is all of it, whatever led here.
          filterHref={(name, value) =>
            name === 'subject' ? `${pathname}?${new URLSearchParams({ subject: value })}` : links.set(name, value)
          }
        />
      )}
      <Pagination page={page} pageSize={perPage} total={total} href={links.page} />
      <Section title={t('audit.checkpoint')} lead={t('audit.checkpointLead')}>
        <p className="flex flex-wrap gap-4">
          {['csv', 'json'].map((format) => (
            <a key={format} href={`/api/export/administration.audit.checkpoint.${format}`} download>
              {t('audit.checkpointAs', { format: format.toUpperCase() })}
            </a>
          ))}
        </p>
      </Section>
    </>
  )
}

import { useTranslation } from 'react-i18next'
import { type ActionFunctionArgs, Form, Link, type LoaderFunctionArgs, useLoaderData, useLocation } from 'react-router'
import { Badge, Status } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { SortLinks } from '#ui/sort-links.tsx'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import { fieldsOf } from '#web/fields.ts'
import { redirectSaying } from '#web/flash.ts'
import { attempt, load } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { activeFilters, type FacetChoice, facetsOf, listLinks } from '#web/list.ts'
import { queryOf } from '#web/query.ts'
import { requestOf } from '#web/request.ts'
import { misnamed, useRefused } from '../../organisations/parts/confirmation.tsx'
import { personSorts, siteRoles } from '../parts/choices.tsx'
import { SiteRoles, SuspendPerson } from '../parts/person-forms.tsx'

const filters = { many: ['siteRole'], flags: ['suspended', 'emailVerified'] }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api } = requestOf(context)
  const { suspend, roles, ...query } = queryOf(request, filters)
  const page = await load(request, () => api.people.list(query))
  return { ...page, query, suspend, roles }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { people: api } = requestOf(context).api
  const form = await request.formData()
  const { text, string, list } = fieldsOf(form)
  const { pathname, searchParams } = new URL(request.url)
  for (const name of ['suspend', 'roles']) searchParams.delete(name)
  const here = searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname
  return attempt(form, async () => {
    const id = string('id')
    switch (text('intent')) {
      case 'suspend': {
        const { suspend: _suspend, roles: _roles, ...query } = queryOf(request, filters)
        const { rows } = await api.list(query)
        const refused = misnamed(form, rows.find((row) => row.id === id)?.email ?? '')
        if (refused) return refused
        await api.suspend({ id, reason: string('reason') })
        return redirectSaying(here, 'administration:done.suspended')
      }
      case 'restore':
        await api.restore({ id })
        return redirectSaying(here, 'administration:done.restored')
      default:
        await api.setSiteRoles({ id, roles: list('roles') as (typeof siteRoles)[number][] })
        return redirectSaying(here, 'administration:done.roles')
    }
  })
}

/** Everybody with an account. */
export default function People() {
  const { rows, total, page, perPage, query, suspend, roles } = useLoaderData<typeof loader>()
  const { t, i18n } = useTranslation('administration')
  const { pathname, search } = useLocation()
  const refused = useRefused()
  const links = listLinks(pathname + search, 'people.list')
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' })
  const flag = (name: string) => (query[name] === undefined ? [] : [String(query[name])])
  const choices: FacetChoice[] = [
    {
      name: 'siteRole',
      label: t('people.roles'),
      options: siteRoles.map((value) => ({ value, label: t(`role.${value}`) })),
      chosen: (query.siteRole as string[] | undefined) ?? [],
    },
    {
      name: 'suspended',
      label: t('people.access'),
      options: [
        { value: 'true', label: t('people.shutOut') },
        { value: 'false', label: t('people.in') },
      ],
      chosen: flag('suspended'),
    },
    {
      name: 'emailVerified',
      label: t('people.address'),
      options: [
        { value: 'true', label: t('people.confirmed') },
        { value: 'false', label: t('people.unconfirmed') },
      ],
      chosen: flag('emailVerified'),
    },
  ]
  const sort = (query.sort as string | undefined) ?? personSorts[0]
  const suspending = rows.find(({ id, can }) => id === suspend && can.suspend)
  const assigning = rows.find(({ id, can }) => id === roles && can.assign)
  const cancelTo = links.set('suspend', null).replace(/([?&])roles=[^&]*&?/, '$1')
  return (
    <>
      <Head title={t('nav.people')} hidden />
      <PageHeader title={t('nav.people')} lead={t('people.lead')} />
      <ErrorSummary errors={refused?.problem.errors} />
      {suspending && <SuspendPerson person={suspending} refused={refused} cancelTo={cancelTo} />}
      {assigning && <SiteRoles person={assigning} refused={refused} cancelTo={cancelTo} />}
      <FilterBar
        action={pathname}
        search={{ label: t('people.search'), value: query.q as string | undefined }}
        facets={facetsOf(choices)}
        active={activeFilters(choices, links)}
        clearHref={pathname}
        count={t('people.count', { count: total })}
        exports={links.exports}
        sort={
          <SortLinks
            choices={personSorts.map((order) => ({
              label: t(`people.sort.${order}`),
              href: links.set('sort', order),
              current: order === sort,
            }))}
          />
        }
        keep={{ sort: query.sort as string | undefined }}
      />
      <DataTable
        caption={t('nav.people')}
        hideCaption
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon="user" title={t('people.empty')}>
            {t('emptyFiltered')}
          </EmptyState>
        }
        columns={[
          {
            key: 'name',
            header: t('people.name'),
            cell: (row) => (
              <>
                {row.name}
                <div className="text-sm font-normal">
                  <a href={`mailto:${row.email}`}>{row.email}</a>
                </div>
              </>
            ),
          },
          {
            key: 'standing',
            header: t('people.standing'),
            cell: (row) => (
              <div className="flex flex-wrap items-center gap-2">
                {row.siteRoles.map((role) => (
                  <Badge key={role} tone="accent">
                    {t(`role.${role}`)}
                  </Badge>
                ))}
                {row.suspended && <Status tone="danger">{t('people.shutOut')}</Status>}
                {!row.emailVerified && <Status tone="warning">{t('people.unconfirmed')}</Status>}
                {row.suspensionReason && <span className="text-sm text-ink-soft">{row.suspensionReason}</span>}
              </div>
            ),
          },
          { key: 'joined', header: t('people.joined'), cell: (row) => date.format(new Date(row.createdAt)) },
          {
            key: 'deed',
            header: t('people.change'),
            cell: (row) => {
              const whose = <VisuallyHidden>{`: ${row.name}`}</VisuallyHidden>
              const at = (name: string) => `${links.set(name, row.id)}#person`
              return (
                <div className="flex flex-wrap items-center gap-3">
                  {row.can.assign && (
                    <Link to={at('roles')}>
                      {t('people.roles')}
                      {whose}
                    </Link>
                  )}
                  <Link to={`/admin/audit?actor=${row.id}`}>
                    {t('people.trail')}
                    {whose}
                  </Link>
                  {row.can.suspend && (
                    <Link to={at('suspend')}>
                      {t('people.suspend')}
                      {whose}
                    </Link>
                  )}
                  {row.can.restore && (
                    <Form method="post">
                      <input type="hidden" name="id" value={row.id} />
                      <Button size="small" name="intent" value="restore">
                        {t('people.restore')}
                        {whose}
                      </Button>
                    </Form>
                  )}
                </div>
              )
            },
          },
        ]}
      />
      <Pagination page={page} pageSize={perPage} total={total} href={links.page} />
    </>
  )
}

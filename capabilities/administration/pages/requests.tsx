import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
  useLocation,
} from 'react-router'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { fieldsOf } from '#web/fields.ts'
import { redirectSaying } from '#web/flash.ts'
import { attempt, load, type Refused } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { listLinks } from '#web/list.ts'
import { queryOf } from '#web/query.ts'
import { requestOf } from '#web/request.ts'
import { JoinRequests } from '../../organisations/parts/join-requests.tsx'
import type { MemberRole } from '../../organisations/schema.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api, reader } = requestOf(context)
  const page = await load(request, () => api.organisations.requests(queryOf(request)))
  return { ...page, owners: reader?.administrator ?? false }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { api } = requestOf(context)
  const form = await request.formData()
  const { text, string, checked } = fieldsOf(form)
  return attempt(form, async () => {
    const accept = checked('accept')
    await api.organisations.decideRequest({
      organisation: string('organisation'),
      person: string('person'),
      accept,
      role: (text('role') ?? 'member') as MemberRole,
      reason: string('reason'),
    })
    return redirectSaying('/admin/requests', accept ? 'organisations:done.admitted' : 'organisations:done.declined')
  })
}

/** Requests to act for organisations that nobody else can decide on, the longest waiting first. */
export default function MembershipRequests() {
  const { rows, total, page, perPage, owners } = useLoaderData<typeof loader>()
  const { t } = useTranslation('administration')
  const { pathname, search } = useLocation()
  const refused = useActionData<Refused>()
  return (
    <>
      <Head title={t('requests.title')} hidden />
      <PageHeader title={t('requests.title')} lead={t('requests.lead')} />
      <ErrorSummary errors={refused?.problem.errors} />
      {rows.length === 0 ? (
        <EmptyState icon="check" title={t('requests.empty')}>
          {t('requests.emptyText')}
        </EmptyState>
      ) : (
        <JoinRequests rows={rows} owners={owners} named refused={refused} />
      )}
      <Pagination
        page={page}
        pageSize={perPage}
        total={total}
        href={listLinks(pathname + search, 'organisations.requests').page}
      />
    </>
  )
}

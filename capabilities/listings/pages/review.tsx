import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
  useLocation,
} from 'react-router'
import { Card, CardList } from '#ui/card.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { fieldsOf } from '#web/fields.ts'
import { redirectSaying } from '#web/flash.ts'
import { attempt, load, type Refused } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { listLinks } from '#web/list.ts'
import { queryOf } from '#web/query.ts'
import { requestOf } from '#web/request.ts'
import { daysUntil } from '../parts/listing-day.tsx'
import { OwnerLine } from '../parts/listing-owner.tsx'
import { ReviewForms, reasonName } from '../parts/review-forms.tsx'
import { SideBadge } from '../parts/side-badge.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api } = requestOf(context)
  const { page } = queryOf(request)
  const list = await load(request, () => api.listings.review.list(typeof page === 'number' ? { page } : {}))
  return { ...list, now: new Date().toISOString() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { api } = requestOf(context)
  const form = await request.formData()
  const { text, string } = fieldsOf(form)
  return attempt(form, async () => {
    const id = string('id')
    if (text('intent') === 'return') {
      await api.listings.review.return({ id, reason: string('reason') })
      return redirectSaying('/review', 'listings:done.returned')
    }
    await api.listings.review.approve({ id })
    return redirectSaying('/review', 'listings:done.approved')
  })
}

/** What waits for a moderator, the longest waiting first. */
export default function ReviewListings() {
  const { rows, total, page, perPage, now } = useLoaderData<typeof loader>()
  const { t } = useTranslation('listings')
  const { t: v } = useTranslation('vocabularies')
  const { pathname, search } = useLocation()
  const refused = useActionData<Refused>()
  const { reason } = refused?.problem.errors ?? {}
  const errors = reason
    ? { [reasonName(String(refused?.values.id))]: reason }
    : refused && { '': refused.problem.message }
  return (
    <Page>
      <Head title={t('review.heading')} hidden />
      <PageHeader title={t('review.heading')} lead={t('review.lead')} />
      <ErrorSummary errors={errors} />
      {rows.length === 0 ? (
        <EmptyState icon="check" title={t('review.empty')}>
          {t('review.emptyText')}
        </EmptyState>
      ) : (
        <CardList label={t('review.heading')}>
          {rows.map((row) => (
            <Card
              key={row.id}
              to={`/listings/${row.reference}`}
              title={<span lang={row.language}>{row.title}</span>}
              level={2}
              kicker={
                <>
                  <SideBadge side={row.side} />
                  <span>{v(`listingKind.${row.kind}`)}</span>
                  <span>{row.reference}</span>
                  <span>{t('review.waiting', { count: Math.max(0, -daysUntil(row.updatedAt, now)) })}</span>
                </>
              }
            >
              <div className="grid gap-3">
                {row.summary && <p lang={row.language}>{row.summary}</p>}
                <p className="flex flex-wrap gap-x-4 text-sm text-ink-soft">
                  <OwnerLine listing={row} />
                  <span>{t(`visibility.${row.visibility}.label`)}</span>
                </p>
                <ReviewForms listing={row} refused={refused} />
              </div>
            </Card>
          ))}
        </CardList>
      )}
      <Pagination
        page={page}
        pageSize={perPage}
        total={total}
        href={listLinks(pathname + search, 'listings.review.list').page}
      />
    </Page>
  )
}

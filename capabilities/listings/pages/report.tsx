import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { fieldsOf } from '#web/fields.ts'
import { redirectSaying } from '#web/flash.ts'
import { attempt, load, type Refused } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { ReportForm } from '../../reports/parts/report-form.tsx'
import type { ReportReason } from '../../reports/schema.ts'
import { findListing } from '../parts/find-listing.tsx'
import { SideBadge } from '../parts/side-badge.tsx'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { api, reader } = requestOf(context)
  return load(request, async () => {
    const listing = await findListing(api, params.reference)
    if (!reader) throw redirect(`/sign-in?to=${encodeURIComponent(new URL(request.url).pathname)}`)
    if (!listing.can.report) throw data(null, { status: 403 })
    return listing
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { api } = requestOf(context)
  const form = await request.formData()
  const { text, string } = fieldsOf(form)
  return attempt(form, async () => {
    const { id, reference } = await findListing(api, params.reference)
    // An empty choice is for the API to refuse.
    await api.listings.report({ id, reason: text('reason') as ReportReason, text: string('text') })
    return redirectSaying(`/listings/${reference}`, 'reports:done.reported')
  })
}

/** Where somebody asks the moderators to look at a need or an offer. */
export default function ReportListing() {
  const { title, reference, language, side } = useLoaderData<typeof loader>()
  const { t } = useTranslation('listings')
  const refused = useActionData<Refused>()
  const pending = useNavigation().state !== 'idle'
  return (
    <Page width="text">
      <Head title={t(`report.title.${side}`)} hidden />
      <PageHeader
        breadcrumbs={[
          { label: t('discover.title'), to: '/discover' },
          { label: reference, to: `/listings/${reference}` },
        ]}
        kicker={<SideBadge side={side} />}
        title={t(`report.title.${side}`)}
        lead={<span lang={language}>{title}</span>}
      />
      <ReportForm about="listing" refused={refused} pending={pending} />
    </Page>
  )
}

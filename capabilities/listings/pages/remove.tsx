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
import { ConfirmByName } from '#ui/confirm-by-name.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { fieldsOf } from '#web/fields.ts'
import { redirectSaying } from '#web/flash.ts'
import { attempt, load, type Refused } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { findListing } from '../parts/find-listing.tsx'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { api, reader } = requestOf(context)
  return load(request, async () => {
    const listing = await findListing(api, params.reference)
    if (!listing.can.remove) throw data(null, { status: reader ? 403 : 404 })
    return listing
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { api } = requestOf(context)
  const form = await request.formData()
  return attempt(form, async () => {
    const { id, reference } = await findListing(api, params.reference)
    if (fieldsOf(form).text('confirmation') !== reference) return redirect(`/listings/${reference}/remove`)
    await api.listings.remove({ id })
    return redirectSaying('/my/listings', 'listings:done.removed')
  })
}

export default function RemoveListing() {
  const { title, reference, language } = useLoaderData<typeof loader>()
  const { t } = useTranslation('listings')
  const refused = useActionData<Refused>()
  const pending = useNavigation().state !== 'idle'
  return (
    <Page width="text">
      <Head title={t('remove.title')} hidden />
      <PageHeader
        title={t('remove.title')}
        lead={<span lang={language}>{title}</span>}
        breadcrumbs={[
          { label: t('mine.title'), to: '/my/listings' },
          { label: reference, to: `/listings/${reference}` },
        ]}
      />
      <ErrorSummary errors={refused?.problem.errors} />
      <ConfirmByName name={reference} warning={t('remove.warning')} label={t('remove.do')} pending={pending} />
    </Page>
  )
}

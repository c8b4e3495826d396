import { useTranslation } from 'react-i18next'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useLoaderData, useNavigation } from 'react-router'
import { ConfirmByName } from '#ui/confirm-by-name.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { fieldsOf } from '#web/fields.ts'
import { redirectSaying } from '#web/flash.ts'
import { attempt, load } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { misnamed, useRefused } from '../parts/confirmation.tsx'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { api, reader } = requestOf(context)
  return load(request, async () => {
    const organisation = await api.organisations.getBySlug({ slug: params.slug ?? '' })
    if (!organisation.can.suspend) throw data(null, { status: reader ? 403 : 404 })
    return organisation
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { organisations: api } = requestOf(context).api
  const form = await request.formData()
  return attempt(form, async () => {
    const { id, slug, displayName } = await api.getBySlug({ slug: params.slug ?? '' })
    const refused = misnamed(form, displayName)
    if (refused) return refused
    await api.suspend({ id, reason: fieldsOf(form).string('reason') })
    return redirectSaying(`/organisations/${slug}`, 'organisations:done.suspended')
  })
}

export default function SuspendOrganisation() {
  const { displayName: name, slug } = useLoaderData<typeof loader>()
  const { t } = useTranslation('organisations')
  const refused = useRefused()
  const errors = refused?.problem.errors
  const pending = useNavigation().state !== 'idle'
  return (
    <Page width="text">
      <Head title={t('suspend.title', { name })} hidden />
      <PageHeader
        title={t('suspend.title', { name })}
        lead={t('suspend.lead')}
        breadcrumbs={[
          { label: t('list.title'), to: '/organisations' },
          { label: name, to: `/organisations/${slug}` },
        ]}
      />
      <ErrorSummary errors={errors} />
      <ConfirmByName
        name={name}
        warning={t('suspend.warning')}
        label={t('suspend.do')}
        error={errors?.confirmation}
        pending={pending}
      >
        <TextArea
          name="reason"
          label={t('suspend.reason')}
          hint={t('suspend.reasonHint')}
          required
          minLength={10}
          limit={1000}
          rows={4}
          defaultValue={String(refused?.values.reason ?? '')}
          error={errors?.reason}
        />
      </ConfirmByName>
    </Page>
  )
}

import { useTranslation } from 'react-i18next'
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { redirectSaying } from '#web/flash.ts'
import { attempt, load, type Refused } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { OrganisationForm } from '../parts/organisation-form.tsx'
import { organisationFrom } from '../parts/organisation-values.tsx'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { api } = requestOf(context)
  return load(request, () => api.organisations.getBySlug({ slug: params.slug ?? '' }))
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { api, locale } = requestOf(context)
  const form = await request.formData()
  return attempt(form, async () => {
    const { id, slug } = await api.organisations.getBySlug({ slug: params.slug ?? '' })
    await api.organisations.change({ id, version: Number(form.get('version')), change: organisationFrom(form, locale) })
    return redirectSaying(`/organisations/${slug}`, 'organisations:done.saved')
  })
}

export default function EditOrganisation() {
  const organisation = useLoaderData<typeof loader>()
  const { t } = useTranslation('organisations')
  const refused = useActionData<Refused>()
  const here = `/organisations/${organisation.slug}`
  return (
    <Page width="text">
      <Head title={t('edit.title', { name: organisation.displayName })} hidden />
      <PageHeader
        title={t('edit.title', { name: organisation.displayName })}
        breadcrumbs={[
          { label: t('list.title'), to: '/organisations' },
          { label: organisation.displayName, to: here },
        ]}
      />
      {refused?.problem.reason === 'stale' && (
        <Notice tone="warning" title={t('edit.staleTitle')}>
          {t('edit.staleText')}
        </Notice>
      )}
      <OrganisationForm organisation={organisation} refused={refused} cancelTo={here} />
    </Page>
  )
}

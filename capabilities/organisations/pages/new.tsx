import { useTranslation } from 'react-i18next'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData } from 'react-router'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { redirectSaying } from '#web/flash.ts'
import { attempt, type Refused } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { localTarget } from '#web/local-target.ts'
import { requestOf } from '#web/request.ts'
import { OrganisationForm } from '../parts/organisation-form.tsx'
import { organisationFrom } from '../parts/organisation-values.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { pathname, search } = new URL(request.url)
  if (!requestOf(context).reader) throw redirect(`/sign-in?to=${encodeURIComponent(pathname + search)}`)
  return null
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { api, locale } = requestOf(context)
  const form = await request.formData()
  // Where the person was on the way to when an organisation was missing.
  const to = new URL(request.url).searchParams.get('to')
  return attempt(form, async () => {
    const made = await api.organisations.create(organisationFrom(form, locale))
    return redirectSaying(localTarget(to, `/organisations/${made.slug}`), 'organisations:done.added')
  })
}

export default function NewOrganisation() {
  const { t } = useTranslation('organisations')
  const refused = useActionData<Refused>()
  return (
    <Page width="text">
      <Head title={t('new.title')} hidden />
      <PageHeader
        title={t('new.title')}
        lead={t('new.lead')}
        breadcrumbs={[{ label: t('list.title'), to: '/organisations' }]}
      />
      <OrganisationForm refused={refused} cancelTo="/organisations" />
    </Page>
  )
}

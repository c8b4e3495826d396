import { useTranslation } from 'react-i18next'
import { type ActionFunctionArgs, redirect, useActionData } from 'react-router'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { fieldsOf } from '#web/fields.ts'
import { attempt, type Refused } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { AddressForm } from '../parts/address-form.tsx'

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  return attempt(form, async () => {
    const email = fieldsOf(form).string('email')
    await requestOf(context).api.people.requestPasswordReset({ email })
    return redirect(`/check-mail?for=password&email=${encodeURIComponent(email)}`)
  })
}

export default function ForgotPassword() {
  const { t } = useTranslation('people')
  const refused = useActionData<Refused>()
  return (
    <Page width="text">
      <Head title={t('forgot.title')} hidden />
      <PageHeader title={t('forgot.title')} lead={t('forgot.lead')} />
      <AddressForm label={t('forgot.do')} refused={refused} />
    </Page>
  )
}

import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router'
import { Button, LinkButton } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FormActions } from '#ui/form-actions.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { fieldsOf } from '#web/fields.ts'
import { attempt, type Refused } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { AddressForm } from '../parts/address-form.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  // Its address may hold a secret.
  requestOf(context).answerHeaders.set('Cache-Control', 'no-store')
  return { token: new URL(request.url).searchParams.get('token') }
}

/** Without a link from a mail it asks for one; with one, a press uses it. Opening it alone, as mail scanners do, does not. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { api } = requestOf(context)
  const form = await request.formData()
  const { text, string } = fieldsOf(form)
  const token = text('token')
  return attempt(form, async () => {
    if (token) {
      await api.people.signInByLink({ token })
      return redirect('/home')
    }
    const email = string('email')
    await api.people.requestMagicLink({ email })
    return redirect(`/check-mail?for=link&email=${encodeURIComponent(email)}`)
  })
}

export default function SignInLink() {
  const { token } = useLoaderData<typeof loader>()
  const { t } = useTranslation('people')
  const refused = useActionData<Refused>()
  const pending = useNavigation().state !== 'idle'
  if (!token) {
    return (
      <Page width="text">
        <Head title={t('link.askTitle')} hidden />
        <PageHeader title={t('link.askTitle')} lead={t('link.askLead')} />
        <AddressForm label={t('link.ask')} refused={refused} />
      </Page>
    )
  }
  return (
    <Page width="text">
      <Head title={t('link.useTitle')} hidden />
      <PageHeader title={t('link.useTitle')} lead={refused ? undefined : t('link.useLead')} />
      <Form method="post" className="e-form">
        <ErrorSummary errors={refused?.problem.errors} />
        <input type="hidden" name="token" value={token} />
        <FormActions>
          {refused ? (
            <LinkButton kind="primary" icon="mail" to="/sign-in/link">
              {t('link.again')}
            </LinkButton>
          ) : (
            <Button kind="primary" type="submit" pending={pending}>
              {t('signIn.do')}
            </Button>
          )}
        </FormActions>
      </Form>
    </Page>
  )
}

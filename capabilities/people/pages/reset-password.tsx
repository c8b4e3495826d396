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
import { redirectSaying } from '#web/flash.ts'
import { attempt, type Refused } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { PasswordInput } from '../parts/password-input.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  // Its address holds a secret.
  requestOf(context).answerHeaders.set('Cache-Control', 'no-store')
  const token = new URL(request.url).searchParams.get('token')
  if (!token) throw redirect('/forgot-password')
  return { token }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  return attempt(form, async () => {
    await requestOf(context).api.people.resetPassword({
      token: fieldsOf(form).string('token'),
      password: String(form.get('password') ?? ''),
    })
    return redirectSaying('/sign-in', 'people:done.passwordSet')
  })
}

export default function ResetPassword() {
  const { token } = useLoaderData<typeof loader>()
  const { t } = useTranslation('people')
  const refused = useActionData<Refused>()
  const errors = refused?.problem.errors
  const pending = useNavigation().state !== 'idle'
  return (
    <Page width="text">
      <Head title={t('reset.title')} hidden />
      <PageHeader title={t('reset.title')} lead={t('reset.lead')} />
      <Form method="post" className="e-form" noValidate>
        <ErrorSummary errors={errors} />
        <input type="hidden" name="token" value={token} />
        <PasswordInput fresh error={errors?.password} />
        <FormActions note={t('reset.note')}>
          <Button kind="primary" type="submit" pending={pending}>
            {t('reset.do')}
          </Button>
          {refused && (
            <LinkButton kind="quiet" to="/forgot-password">
              {t('reset.again')}
            </LinkButton>
          )}
        </FormActions>
      </Form>
    </Page>
  )
}

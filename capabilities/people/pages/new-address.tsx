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
import { attempt, load, type Refused } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const token = new URL(request.url).searchParams.get('token')
  if (!token) throw redirect('/account')
  const { email } = await load(request, () => requestOf(context).api.people.me({}))
  return { token, email }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  return attempt(form, async () => {
    await requestOf(context).api.people.confirmNewEmail({ token: fieldsOf(form).string('token') })
    return redirectSaying('/account', 'people:done.addressTaken')
  })
}

export default function NewAddress() {
  const { token, email } = useLoaderData<typeof loader>()
  const { t } = useTranslation('people')
  const refused = useActionData<Refused>()
  const pending = useNavigation().state !== 'idle'
  return (
    <Page width="text">
      <Head title={t('newAddress.title')} hidden />
      <PageHeader title={t('newAddress.title')} lead={t('newAddress.lead', { email })} />
      <Form method="post" className="e-form">
        <ErrorSummary errors={refused?.problem.errors} />
        <input type="hidden" name="token" value={token} />
        <FormActions>
          <Button kind="primary" type="submit" pending={pending}>
            {t('newAddress.do')}
          </Button>
          <LinkButton kind="quiet" to="/account">
            {t('newAddress.keep')}
          </LinkButton>
        </FormActions>
      </Form>
    </Page>
  )
}

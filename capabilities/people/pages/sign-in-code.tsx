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
import { TextInput } from '#ui/text-input.tsx'
import { fieldsOf } from '#web/fields.ts'
import { attempt, type Refused } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { localTarget } from '#web/local-target.ts'
import { requestOf } from '#web/request.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const to = localTarget(new URL(request.url).searchParams.get('to'), '/home')
  if (requestOf(context).reader) throw redirect(to)
  return { to }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const { string, text } = fieldsOf(form)
  return attempt(form, async () => {
    // Apps show six digits in two groups.
    const code = string('code').replaceAll(/(?<=\d)\s+(?=\d)/g, '')
    await requestOf(context).api.people.secondFactor({ code })
    return redirect(localTarget(text('to'), '/home'))
  })
}

export default function SignInCode() {
  const { to } = useLoaderData<typeof loader>()
  const { t } = useTranslation('people')
  const refused = useActionData<Refused>()
  const errors = refused?.problem.errors
  const pending = useNavigation().state !== 'idle'
  return (
    <Page width="text">
      <Head title={t('code.title')} hidden />
      <PageHeader title={t('code.title')} lead={t('code.lead')} />
      <Form method="post" className="e-form" noValidate>
        <ErrorSummary errors={errors} />
        <input type="hidden" name="to" value={to} />
        <TextInput
          name="code"
          label={t('field.code')}
          hint={t('code.hint')}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          short
          required
          error={errors?.code}
        />
        <FormActions>
          <Button kind="primary" type="submit" pending={pending}>
            {t('signIn.do')}
          </Button>
          <LinkButton kind="quiet" to={`/sign-in?to=${encodeURIComponent(to)}`}>
            {t('code.back')}
          </LinkButton>
        </FormActions>
      </Form>
    </Page>
  )
}

import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router'
import { Button, LinkButton } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FormActions } from '#ui/form-actions.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { fieldsOf } from '#web/fields.ts'
import { attempt, type Refused } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { localTarget } from '#web/local-target.ts'
import { requestOf } from '#web/request.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { reader, demo } = requestOf(context)
  const to = localTarget(new URL(request.url).searchParams.get('to'), '/home')
  if (reader) throw redirect(to)
  return { to, demo }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const { string, checked, text } = fieldsOf(form)
  const to = localTarget(text('to'), '/home')
  return attempt(form, async () => {
    const { needsSecondFactor } = await requestOf(context).api.people.signIn({
      email: string('email'),
      password: String(form.get('password') ?? ''),
      remember: checked('remember'),
    })
    return redirect(needsSecondFactor ? `/sign-in/code?to=${encodeURIComponent(to)}` : to)
  })
}

export default function SignIn() {
  const { to, demo } = useLoaderData<typeof loader>()
  const { t } = useTranslation('people')
  const refused = useActionData<Refused>()
  const errors = refused?.problem.errors
  const pending = useNavigation().state !== 'idle'
  const onward = `?to=${encodeURIComponent(to)}`
  return (
    <Page width="text">
      <Head title={t('signIn.title')} hidden />
      <PageHeader title={t('signIn.title')} lead={t('signIn.lead')} />
      {demo && (
        <Notice title={t('signIn.demoTitle')}>
          {t('signIn.demoText')} <code>owner.cooleytide@demo.entente.example</code>, <code>entente-demo</code>
        </Notice>
      )}
      <Form method="post" className="e-form" noValidate>
        <ErrorSummary errors={errors} />
        <input type="hidden" name="to" value={to} />
        <TextInput
          name="email"
          type="email"
          label={t('field.email')}
          autoComplete="username"
          required
          defaultValue={String(refused?.values.email ?? '')}
          error={errors?.email}
        />
        <TextInput
          name="password"
          type="password"
          label={t('field.password')}
          autoComplete="current-password"
          required
          error={errors?.password}
        />
        <Checkbox name="remember" label={t('signIn.remember')} defaultChecked />
        <FormActions>
          <Button kind="primary" type="submit" pending={pending}>
            {t('signIn.do')}
          </Button>
          <LinkButton kind="quiet" to={`/sign-in/link${onward}`}>
            {t('signIn.byLink')}
          </LinkButton>
          <LinkButton kind="quiet" to="/forgot">
            {t('signIn.forgot')}
          </LinkButton>
        </FormActions>
        <p>
          {t('signIn.new')} <Link to={`/join${onward}`}>{t('signIn.join')}</Link>
        </p>
      </Form>
    </Page>
  )
}

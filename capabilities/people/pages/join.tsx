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
import { Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
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
import { PasswordInput } from '../parts/password-input.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const to = localTarget(new URL(request.url).searchParams.get('to'), '/welcome')
  if (requestOf(context).reader) throw redirect(to)
  return { to }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const { string, checked } = fieldsOf(form)
  const { api, locale } = requestOf(context)
  return attempt(form, async () => {
    const email = string('email')
    const password = String(form.get('password') ?? '')
    // Not agreeing is said by the API, in its own sentence.
    const acceptTerms = checked('acceptTerms') as true
    await api.people.signUp({
      name: string('name'),
      email,
      password,
      locale: locale === 'fr' ? 'fr' : 'en',
      acceptTerms,
    })
    return redirect(`/check-mail?email=${encodeURIComponent(email)}`)
  })
}

export default function Join() {
  const { to } = useLoaderData<typeof loader>()
  const { t } = useTranslation('people')
  const refused = useActionData<Refused>()
  const errors = refused?.problem.errors
  const pending = useNavigation().state !== 'idle'
  const was = (name: string) => String(refused?.values[name] ?? '')
  return (
    <Page width="text">
      <Head title={t('join.title')} description={t('join.lead')} />
      <PageHeader title={t('join.title')} lead={t('join.lead')} />
      <Form method="post" className="e-form" noValidate>
        <ErrorSummary errors={errors} />
        <TextInput
          name="name"
          label={t('field.name')}
          autoComplete="name"
          required
          defaultValue={was('name')}
          error={errors?.name}
        />
        <TextInput
          name="email"
          type="email"
          label={t('field.email')}
          hint={t('join.emailHint')}
          autoComplete="username"
          required
          defaultValue={was('email')}
          error={errors?.email}
        />
        <PasswordInput fresh label={t('field.password')} error={errors?.password} />
        <Checkbox
          name="acceptTerms"
          label={t('join.terms')}
          defaultChecked={was('acceptTerms') !== ''}
          error={errors?.acceptTerms}
          required
        />
        <p className="text-sm">
          <Link to="/privacy">{t('join.privacy')}</Link>
        </p>
        <FormActions note={t('join.next')}>
          <Button kind="primary" type="submit" pending={pending}>
            {t('join.do')}
          </Button>
        </FormActions>
        <p>
          {t('join.known')} <Link to={`/sign-in?to=${encodeURIComponent(to)}`}>{t('signIn.do')}</Link>
        </p>
      </Form>
    </Page>
  )
}

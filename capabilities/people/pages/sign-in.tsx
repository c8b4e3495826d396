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
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { fieldsOf } from '#web/fields.ts'
import { attempt, type Refused } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { localTarget } from '#web/local-target.ts'
import { requestOf } from '#web/request.ts'
import { DemonstrationAccounts } from '../parts/demonstration-accounts.tsx'
import { PasskeySignIn } from '../parts/passkey.tsx'
import { PasswordInput } from '../parts/password-input.tsx'
import { FaultNotice, faultOf } from '../parts/sign-in-faults.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api, reader, demo, elsewhere } = requestOf(context)
  const params = new URL(request.url).searchParams
  const to = localTarget(params.get('to'), '/home')
  if (reader) throw redirect(to)
  return {
    to,
    elsewhere,
    fault: faultOf(params.get('error')),
    demonstration: demo ? await api.people.demonstration({}) : null,
  }
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
  const { to, elsewhere, fault, demonstration } = useLoaderData<typeof loader>()
  const { t } = useTranslation('people')
  const refused = useActionData<Refused>()
  const errors = refused?.problem.errors
  const pending = useNavigation().state !== 'idle'
  const onward = `?to=${encodeURIComponent(to)}`
  return (
    <Page width="text">
      <Head title={t('signIn.title')} hidden />
      <PageHeader title={t('signIn.title')} lead={t('signIn.lead')} />
      <FaultNotice fault={fault} />
      <Form method="post" className="e-form" noValidate>
        <ErrorSummary errors={errors} />
        <input type="hidden" name="to" value={to} />
        <TextInput
          name="email"
          type="email"
          label={t('field.email')}
          autoComplete="username webauthn"
          required
          defaultValue={String(refused?.values.email ?? '')}
          error={errors?.email}
        />
        <PasswordInput error={errors?.password} />
        <Checkbox
          name="remember"
          label={t('signIn.remember')}
          defaultChecked={refused ? 'remember' in refused.values : true}
        />
        <FormActions>
          <Button kind="primary" type="submit" pending={pending}>
            {t('signIn.do')}
          </Button>
          <LinkButton kind="quiet" to="/forgot-password">
            {t('signIn.forgot')}
          </LinkButton>
        </FormActions>
      </Form>
      <Section title={t('signIn.others')}>
        <div className="e-button-group">
          <LinkButton icon="mail" to={`/sign-in/link${onward}`}>
            {t('signIn.byLink')}
          </LinkButton>
          <PasskeySignIn to={to} />
          {elsewhere && (
            <LinkButton icon="external" to={`/sign-in/elsewhere${onward}`} reloadDocument>
              {t('signIn.elsewhere', { name: elsewhere })}
            </LinkButton>
          )}
        </div>
        <p>
          {t('signIn.new')} <Link to={`/join${onward}`}>{t('signIn.join')}</Link>
        </p>
      </Section>
      {demonstration && <DemonstrationAccounts {...demonstration} to={to} />}
    </Page>
  )
}

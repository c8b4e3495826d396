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
import { Checkbox } from '#ui/checkbox.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FormActions } from '#ui/form-actions.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { fieldsOf } from '#web/fields.ts'
import { redirectSaying } from '#web/flash.ts'
import { attempt, load } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { AddressSection } from '../parts/address-section.tsx'
import { type RefusedForm, refusedOf } from '../parts/refused-form.tsx'
import { FaultNotice, faultOf } from '../parts/sign-in-faults.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api, reader } = requestOf(context)
  const params = new URL(request.url).searchParams
  const error = params.get('error')
  // A link from a mail that is too old leads here too, whoever opens it.
  if (!reader && error) throw redirect(`/sign-in?to=/account&error=${encodeURIComponent(error)}`)
  const me = await load(request, () => api.people.me({}))
  return {
    me,
    fault: me.emailVerified ? null : faultOf(error),
    confirmed: params.has('confirmed') && !error && me.emailVerified,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { api } = requestOf(context)
  const form = await request.formData()
  const { string, text } = fieldsOf(form)
  return attempt(form, async () => {
    switch (text('intent')) {
      case 'confirm':
        await api.people.mailConfirmationAgain({})
        return redirectSaying('/account', 'people:done.confirmationSent')
      case 'terms':
        if (form.has('acceptTerms')) await api.people.acceptTerms({})
        return redirectSaying('/account', 'people:done.saved')
      case 'address':
        await api.people.changeEmail({ email: string('email'), password: String(form.get('password') ?? '') })
        return redirectSaying('/account', 'people:done.addressAsked')
      default:
        await api.people.changeProfile({
          version: Number(text('version')),
          change: {
            name: string('name'),
            headline: string('headline'),
            locale: string('locale') === 'fr' ? 'fr' : 'en',
          },
        })
        return redirectSaying('/account', 'people:done.saved')
    }
  })
}

export default function AccountProfile() {
  const { me, fault, confirmed } = useLoaderData<typeof loader>()
  const { t } = useTranslation('people')
  const refused = useActionData<RefusedForm>()
  const mine = refusedOf(refused, 'profile')
  const errors = mine?.problem.errors
  const pending = useNavigation().state !== 'idle'
  const was = (name: 'name' | 'headline' | 'locale') => String(mine?.values[name] ?? me[name])
  return (
    <>
      <Head title={t('profile.title')} hidden />
      <FaultNotice fault={fault} />
      {confirmed && (
        <Notice
          tone="success"
          title={t('profile.confirmedTitle')}
          actions={
            <LinkButton size="small" to="/welcome">
              {t('profile.firstSteps')}
            </LinkButton>
          }
        >
          {t('profile.confirmedText')}
        </Notice>
      )}
      {!me.emailVerified && (
        <Form method="post">
          <input type="hidden" name="intent" value="confirm" />
          <Notice
            tone="warning"
            title={t('profile.unconfirmedTitle')}
            actions={
              <Button size="small" type="submit" icon="mail">
                {t('profile.confirmAgain')}
              </Button>
            }
          >
            {t('profile.unconfirmedText', { email: me.email })}
          </Notice>
        </Form>
      )}
      {!me.termsAccepted && (
        <Form method="post" className="e-form">
          <input type="hidden" name="intent" value="terms" />
          <Notice tone="info" title={t('profile.termsTitle')}>
            <Checkbox name="acceptTerms" label={t('join.terms')} required />
            <div className="e-button-group mt-3">
              <Button size="small" type="submit">
                {t('profile.termsDo')}
              </Button>
            </div>
          </Notice>
        </Form>
      )}
      <Section title={t('profile.title')} lead={t('profile.lead')}>
        <Form method="post" className="e-form" noValidate>
          <ErrorSummary errors={errors} />
          <input type="hidden" name="intent" value="profile" />
          <input type="hidden" name="version" value={me.version} />
          <TextInput
            name="name"
            label={t('field.name')}
            autoComplete="name"
            required
            defaultValue={was('name')}
            error={errors?.name}
          />
          <TextInput
            name="headline"
            label={t('field.headline')}
            hint={t('field.headlineHint')}
            maxLength={200}
            defaultValue={was('headline')}
            error={errors?.headline}
          />
          <Select
            name="locale"
            label={t('field.locale')}
            hint={t('field.localeHint')}
            required
            defaultValue={was('locale')}
            error={errors?.locale}
            options={[
              { value: 'en', label: 'English' },
              { value: 'fr', label: 'Français' },
            ]}
          />
          <FormActions>
            <Button kind="primary" type="submit" pending={pending}>
              {t('save')}
            </Button>
          </FormActions>
        </Form>
      </Section>
      <AddressSection email={me.email} hasPassword={me.hasPassword} refused={refusedOf(refused, 'address')} />
    </>
  )
}

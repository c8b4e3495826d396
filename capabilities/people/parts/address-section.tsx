import { useTranslation } from 'react-i18next'
import { Form, Link } from 'react-router'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FormActions } from '#ui/form-actions.tsx'
import { Section } from '#ui/section.tsx'
import { TextInput } from '#ui/text-input.tsx'
import type { Refused } from '#web/form.ts'
import { PasswordInput } from './password-input.tsx'

interface Props {
  email: string
  hasPassword: boolean
  refused: Refused | undefined
}

/** Asks for another address; it is taken once the link mailed to it was opened. */
export function AddressSection({ email, hasPassword, refused }: Props) {
  const { t } = useTranslation('people')
  const errors = refused?.problem.errors
  return (
    <Section title={t('address.title')} lead={t('address.lead', { email })}>
      {hasPassword ? (
        <Form method="post" className="e-form" noValidate>
          <ErrorSummary errors={errors} />
          <input type="hidden" name="intent" value="address" />
          <TextInput
            name="email"
            type="email"
            label={t('address.new')}
            autoComplete="email"
            required
            defaultValue={String(refused?.values.email ?? '')}
            error={errors?.email}
          />
          <PasswordInput label={t('field.currentPassword')} error={errors?.password} />
          <FormActions>
            <Button type="submit" icon="mail">
              {t('address.do')}
            </Button>
          </FormActions>
        </Form>
      ) : (
        <NoPassword />
      )}
    </Section>
  )
}

/** For who came by a sign-in elsewhere: what wants a password wants one to be set first. */
export function NoPassword() {
  const { t } = useTranslation('people')
  return (
    <p>
      {t('password.none')} <Link to="/forgot-password">{t('password.set')}</Link>
    </p>
  )
}

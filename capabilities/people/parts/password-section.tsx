import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FormActions } from '#ui/form-actions.tsx'
import { Section } from '#ui/section.tsx'
import type { Refused } from '#web/form.ts'
import { NoPassword } from './address-section.tsx'
import { PasswordInput } from './password-input.tsx'

interface Props {
  hasPassword: boolean
  /** For password managers: whose password it is. */
  email: string
  refused: Refused | undefined
}

export function PasswordSection({ hasPassword, email, refused }: Props) {
  const { t } = useTranslation('people')
  const errors = refused?.problem.errors
  return (
    <Section title={t('password.title')} lead={t('password.lead')}>
      {hasPassword ? (
        <Form method="post" className="e-form" noValidate>
          <ErrorSummary errors={errors} />
          <input type="hidden" name="intent" value="password" />
          <input type="text" name="email" value={email} autoComplete="username" readOnly hidden />
          <PasswordInput name="current" label={t('field.currentPassword')} error={errors?.current} />
          <PasswordInput name="next" fresh error={errors?.next} />
          <FormActions>
            <Button type="submit">{t('password.do')}</Button>
          </FormActions>
        </Form>
      ) : (
        <NoPassword />
      )}
    </Section>
  )
}

import { useTranslation } from 'react-i18next'
import { Form, useNavigation } from 'react-router'
import { Button, LinkButton } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FormActions } from '#ui/form-actions.tsx'
import { TextInput } from '#ui/text-input.tsx'
import type { Refused } from '#web/form.ts'

/** Asks for an address to which a link is mailed. */
export function AddressForm({ label, refused }: { label: string; refused: Refused | undefined }) {
  const { t } = useTranslation('people')
  const errors = refused?.problem.errors
  const pending = useNavigation().state !== 'idle'
  return (
    <Form method="post" className="e-form" noValidate>
      <ErrorSummary errors={errors} />
      <TextInput
        name="email"
        type="email"
        label={t('field.email')}
        autoComplete="username"
        required
        defaultValue={String(refused?.values.email ?? '')}
        error={errors?.email}
      />
      <FormActions>
        <Button kind="primary" type="submit" icon="mail" pending={pending}>
          {label}
        </Button>
        <LinkButton kind="quiet" to="/sign-in">
          {t('back')}
        </LinkButton>
      </FormActions>
    </Form>
  )
}

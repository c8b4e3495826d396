import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FormActions } from '#ui/form-actions.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { TextArea } from '#ui/text-area.tsx'
import type { declineKinds } from '../schema.ts'
import type { DeedProps } from './deed.tsx'
import { LeakWarning } from './leak-warning.tsx'

const kinds = [
  'not-a-fit',
  'timing',
  'capacity',
  'already-found',
  'location',
  'confidential',
  'other',
] as const satisfies typeof declineKinds

/** Where an owner says no: each reason stands beside the sentence that the other side will read. */
export function DeclineForm({ refused, pending }: DeedProps) {
  const { t } = useTranslation('expressions-of-interest')
  const errors = refused?.problem.errors
  const values = refused?.values ?? {}
  return (
    <Form method="post" className="e-form" noValidate>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="intent" value="decline" />
      <RadioGroup
        name="kind"
        label={t('decline.kind')}
        hint={t('decline.kindHint')}
        error={errors?.kind}
        required
        defaultValue={typeof values.kind === 'string' ? values.kind : undefined}
        options={kinds.map((value) => ({
          value,
          label: t(`declineKind.${value}`),
          hint: t('decline.theyRead', { sentence: t(`declined.${value}`) }),
        }))}
      />
      <TextArea
        name="text"
        label={t('decline.text')}
        hint={t('decline.textHint')}
        error={errors?.text}
        defaultValue={typeof values.text === 'string' ? values.text : ''}
        limit={2000}
        rows={3}
      />
      <LeakWarning refused={refused} />
      <FormActions note={t('decline.note')}>
        <Button pending={pending}>{t('decline.do')}</Button>
      </FormActions>
    </Form>
  )
}

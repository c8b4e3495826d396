import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { fieldId } from '#ui/field.tsx'
import { FormActions } from '#ui/form-actions.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { TextArea } from '#ui/text-area.tsx'
import type { Refused } from '#web/form.ts'
import type { ReportSubject } from '../schema.ts'
import { reasons } from './choices.tsx'

interface Props {
  about: ReportSubject
  /** Set where this very form was refused. */
  refused: Refused | undefined
  pending: boolean
}

/** Fields of other forms on the page may be called the same. */
const idOf = (name: string) => `report-${name}`

/** Where somebody says what is wrong with something, for the moderators: sent with the intent `report`. */
export function ReportForm({ about, refused, pending }: Props) {
  const { t } = useTranslation('reports')
  const { reason, text, ...others } = refused?.problem.errors ?? {}
  const errors = {
    ...others,
    ...(reason ? { [idOf('reason')]: reason } : {}),
    ...(text ? { [idOf('text')]: text } : {}),
  }
  const typed = (name: string) => {
    const value = refused?.values[name]
    return typeof value === 'string' ? value : undefined
  }
  return (
    <Form method="post" className="e-form" noValidate>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="intent" value="report" />
      <p className="max-w-prose">{t(`form.what.${about}`)}</p>
      <RadioGroup
        name="reason"
        id={fieldId(idOf('reason'))}
        label={t('form.reason')}
        required
        defaultValue={typed('reason')}
        error={reason}
        options={reasons.map((value) => ({
          value,
          label: t(`reason.${value}.label`),
          hint: t(`reason.${value}.hint`),
        }))}
      />
      <TextArea
        name="text"
        id={fieldId(idOf('text'))}
        label={t('form.text')}
        hint={t('form.textHint')}
        required
        limit={1000}
        rows={3}
        defaultValue={typed('text')}
        error={text}
      />
      <FormActions note={t('form.next')}>
        <Button icon="flag" pending={pending}>
          {t('form.do')}
        </Button>
      </FormActions>
    </Form>
  )
}

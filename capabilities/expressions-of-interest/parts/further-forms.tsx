import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import { Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FormActions } from '#ui/form-actions.tsx'
import { ReportForm } from '../../reports/parts/report-form.tsx'
import { AsChoice } from './as-choice.tsx'
import type { DeedProps } from './deed.tsx'
import { usePartyName } from './party-name.tsx'

/** Notes that the two have met. */
export function MetForm({ thread, refused, pending }: DeedProps) {
  const { t } = useTranslation('expressions-of-interest')
  return (
    <Form method="post" className="e-form" noValidate>
      <ErrorSummary errors={refused?.problem.errors} />
      <input type="hidden" name="intent" value="met" />
      <p className="max-w-prose">{t('met.text')}</p>
      <AsChoice thread={thread} form="met" />
      <FormActions>
        <Button icon="check" pending={pending}>
          {t('met.do')}
        </Button>
      </FormActions>
    </Form>
  )
}

/** An owner says who it is: first exactly what then shows and to whom, then the word. */
export function RevealForm({ thread, refused, pending }: DeedProps) {
  const { t } = useTranslation('expressions-of-interest')
  const nameOf = usePartyName()
  const names = { them: nameOf(thread.from), us: nameOf(thread.to) }
  const unconfirmed = refused?.problem.reason === 'unconfirmed'
  return (
    <Form method="post" className="e-form" noValidate>
      {!unconfirmed && <ErrorSummary errors={refused?.problem.errors} />}
      <input type="hidden" name="intent" value="reveal" />
      <p>{t('reveal.text', names)}</p>
      <ul className="max-w-prose list-disc space-y-1 ps-5">
        {(['name', 'people', 'listing', 'files'] as const).map((what) => (
          <li key={what}>{t(`reveal.shows.${what}`, names)}</li>
        ))}
      </ul>
      <p className="max-w-prose">{t('reveal.others', names)}</p>
      <Checkbox
        name="confirmed"
        label={t('reveal.confirm', names)}
        error={unconfirmed ? t('reveal.confirmFirst') : undefined}
        required
      />
      <FormActions>
        <Button icon="eye" pending={pending}>
          {t('reveal.do', names)}
        </Button>
      </FormActions>
    </Form>
  )
}

/** The sender takes the expression of interest back. */
export function WithdrawForm({ thread, refused, pending }: DeedProps) {
  const { t } = useTranslation('expressions-of-interest')
  const nameOf = usePartyName()
  return (
    <Form method="post" className="e-form" noValidate>
      <ErrorSummary errors={refused?.problem.errors} />
      <input type="hidden" name="intent" value="withdraw" />
      <p className="max-w-prose">{t('withdraw.text', { them: nameOf(thread.to) })}</p>
      <FormActions>
        <Button kind="danger" pending={pending}>
          {t('withdraw.do')}
        </Button>
      </FormActions>
    </Form>
  )
}

/** Asks the moderators to look. */
export function ReportThread({ refused, pending }: DeedProps) {
  return <ReportForm about="expression" refused={refused} pending={pending} />
}

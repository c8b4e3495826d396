import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import { Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FormActions } from '#ui/form-actions.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { dayIn } from '../../listings/parts/listing-day.tsx'
import { agreementTypeIds } from '../../vocabularies/agreement-types.ts'
import type { ExpressionView } from '../schema.ts'
import { AsChoice } from './as-choice.tsx'
import type { DeedProps } from './deed.tsx'
import { LeakWarning } from './leak-warning.tsx'
import { usePartyName } from './party-name.tsx'

/** The owner's choice to close the need or offer with the agreement. */
function CloseListing({ thread, form, checked }: { thread: ExpressionView; form: string; checked: boolean }) {
  const { t } = useTranslation('expressions-of-interest')
  if (!thread.sides.includes('owner')) return null
  return (
    <Checkbox
      name="closeListing"
      id={`f-close-${form}`}
      label={t(`agreement.close.${thread.listing.side}`)}
      hint={t('agreement.closeHint')}
      defaultChecked={checked}
    />
  )
}

/** What one side proposed or both agreed on, and where it is the reader's turn, the way to confirm it. */
export function Agreement({ thread, refused, pending }: DeedProps) {
  const { t, i18n } = useTranslation('expressions-of-interest')
  const { t: v } = useTranslation('vocabularies')
  const nameOf = usePartyName()
  const { agreement, sides, can, version, to, from } = thread
  if (!agreement) return null
  const { type, summary, proposedBy, proposedAt, agreedAt } = agreement
  const proposer = nameOf(proposedBy === 'owner' ? to : from)
  return (
    <Section
      id="confirm"
      title={agreedAt ? t('agreement.agreed') : t('agreement.proposed')}
      lead={
        agreedAt
          ? t('agreement.agreedOn', { date: dayIn(i18n.language, agreedAt) })
          : t('agreement.proposedBy', { name: proposer, date: dayIn(i18n.language, proposedAt) })
      }
    >
      <div className="grid gap-2 border-s-4 border-accent bg-sunken p-4">
        <strong>{v(`agreementType.${type}`)}</strong>
        <p className="max-w-prose whitespace-pre-line">{summary}</p>
      </div>
      {can.confirm && (
        <Form method="post" className="e-form" noValidate>
          <ErrorSummary errors={refused?.problem.errors} />
          <input type="hidden" name="intent" value="confirm" />
          <input type="hidden" name="version" value={version} />
          {sides.length > 1 && <input type="hidden" name="as" value={proposedBy === 'owner' ? 'sender' : 'owner'} />}
          {(sides.length === 1 || proposedBy === 'sender') && (
            <CloseListing thread={thread} form="confirm" checked={refused?.values.closeListing === 'on'} />
          )}
          <FormActions note={t('agreement.confirmNote')}>
            <Button kind="primary" icon="handshake" pending={pending}>
              {t('agreement.confirm')}
            </Button>
          </FormActions>
        </Form>
      )}
    </Section>
  )
}

/** Where a side puts down what the two agree on. */
export function ProposeForm({ thread, refused, pending }: DeedProps) {
  const { t } = useTranslation('expressions-of-interest')
  const { t: v } = useTranslation('vocabularies')
  const errors = refused?.problem.errors
  const values = refused?.values ?? {}
  return (
    <Form method="post" className="e-form" noValidate>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="intent" value="propose" />
      <p className="max-w-prose">{t('propose.text')}</p>
      <AsChoice thread={thread} form="propose" chosen={values.as as string | undefined} />
      <Select
        name="agreementType"
        label={t('propose.type')}
        error={errors?.agreementType}
        required
        placeholder={t('propose.chooseType')}
        defaultValue={String(values.agreementType ?? thread.agreement?.type ?? '')}
        options={agreementTypeIds.map((value) => ({ value, label: v(`agreementType.${value}`) }))}
      />
      <TextArea
        name="summary"
        label={t('propose.summary')}
        hint={t('propose.summaryHint')}
        error={errors?.summary}
        defaultValue={String(values.summary ?? thread.agreement?.summary ?? '')}
        limit={2000}
        required
      />
      <LeakWarning refused={refused} />
      <CloseListing thread={thread} form="propose" checked={values.closeListing === 'on'} />
      <FormActions>
        <Button icon="handshake" pending={pending}>
          {t('propose.do')}
        </Button>
      </FormActions>
    </Form>
  )
}

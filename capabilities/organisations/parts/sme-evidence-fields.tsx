import { useTranslation } from 'react-i18next'
import { TextArea } from '#ui/text-area.tsx'
import { TextInput } from '#ui/text-input.tsx'
import type { Refused } from '#web/form.ts'
import type { OrganisationView } from '../schema.ts'

interface Props {
  organisation?: OrganisationView | undefined
  refused?: Refused | undefined
}

/** The first sentence about a field or about one of the values in it. */
export function within(errors: Record<string, string> | undefined, name: string): string | undefined {
  return Object.entries(errors ?? {}).find(([field]) => field === name || field.startsWith(`${name}.`))?.[1]
}

/** What shows that an organisation is an SME: staff, and turnover or balance sheet, of one accounting year. */
export function SmeEvidenceFields({ organisation, refused }: Props) {
  const { t } = useTranslation('organisations')
  const errors = refused?.problem.errors
  const field = (name: 'staff' | 'turnover' | 'balanceSheet' | 'year' | 'note') => ({
    id: `f-smeEvidence.${name}`,
    name: `sme.${name}`,
    label: t(`sme.${name}`),
    defaultValue: String((refused ? refused.values[`sme.${name}`] : organisation?.smeEvidence?.[name]) ?? ''),
    error: errors?.[`smeEvidence.${name}`],
  })
  return (
    <fieldset className="e-form">
      <legend className="e-label">{t('sme.title')}</legend>
      <p className="e-hint">{t('sme.hint')}</p>
      <TextInput {...field('year')} inputMode="numeric" short />
      <TextInput {...field('staff')} hint={t('sme.staffHint')} inputMode="numeric" short />
      <TextInput {...field('turnover')} inputMode="numeric" before="€" />
      <TextInput {...field('balanceSheet')} inputMode="numeric" before="€" />
      <TextArea {...field('note')} hint={t('sme.noteHint')} limit={1000} rows={3} />
    </fieldset>
  )
}
